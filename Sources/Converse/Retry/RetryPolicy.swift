/// How often and how long a request is tried.
public struct RetryPolicy: Sendable, Hashable {
    /// The most attempts, the first one included.
    ///
    /// The one attempt after a measured clock skew is not counted.
    public var maxAttempts: Int
    /// The upper bound of the wait before the second attempt; it doubles with each attempt.
    public var baseDelay: Duration
    /// The upper bound of every wait, but for one that the service asks for.
    public var maxDelay: Duration
    /// The time after which the call ends, whatever the attempts and waits: an attempt gets what is left of it.
    public var deadline: Duration

    /// Makes a policy.
    public init(
        maxAttempts: Int = 4, baseDelay: Duration = .milliseconds(500), maxDelay: Duration = .seconds(20),
        deadline: Duration = .seconds(300)
    ) {
        self.maxAttempts = max(1, maxAttempts)
        self.baseDelay = baseDelay
        self.maxDelay = maxDelay
        self.deadline = deadline
    }

    /// One attempt.
    public static let none = RetryPolicy(maxAttempts: 1)

    /// One attempt within a time.
    public static func none(deadline: Duration) -> RetryPolicy { RetryPolicy(maxAttempts: 1, deadline: deadline) }

    /// The wait after an attempt, by exponential backoff with full jitter: anything from nothing to the bound, so that
    /// clients that failed together do not come back together.
    ///
    /// - Parameters:
    ///   - attempt: the number of the attempt that failed, from 1.
    ///   - jitter: a random number from 0 up to, but not including, 1.
    func backoff(afterAttempt attempt: Int, jitter: Double) -> Duration {
        let doublings = min(attempt - 1, 30)
        let bound = min(maxDelay, baseDelay * (1 << doublings))
        return bound * jitter
    }
}
