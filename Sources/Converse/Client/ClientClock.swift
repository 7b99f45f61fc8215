public import SigV4

/// Time and chance, as a client uses them.
public struct ClientClock: Sendable {
    /// The time of day, read right before each signature.
    public var wall: @Sendable () -> SigningTime
    /// The time since some fixed moment; it never runs backwards.
    public var elapsed: @Sendable () -> Duration
    /// Waits; throws when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A random number from 0 up to, but not including, 1, for the jitter of waits.
    public var jitter: @Sendable () -> Double

    /// Takes the time of day from the caller, the rest from Swift's own clock and generator unless it is given.
    public init(
        wall: @escaping @Sendable () -> SigningTime,
        elapsed: @escaping @Sendable () -> Duration = { origin.duration(to: ContinuousClock.now) },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.wall = wall
        self.elapsed = elapsed
        self.sleep = sleep
        self.jitter = jitter
    }

    /// The moment that ``elapsed`` counts from unless it is given.
    public static let origin = ContinuousClock.now
}
