import ConverseAPI
import HTTPTransport
import ServerClock
import SigV4

/// The attempts of one call so far, and what comes next.
struct RetryCourse {
    /// What comes after an attempt.
    enum Step: Sendable, Hashable {
        /// Another attempt after a wait.
        case again(wait: Duration)
        /// Nothing: the answer is a success.
        case done
        /// Nothing, for this reason.
        case stop(RetryEnd)

        var end: RetryEnd? {
            if case .stop(let end) = self { end } else { nil }
        }
    }

    let policy: RetryPolicy
    let startedAt: Duration
    private(set) var attempts: [Attempt] = []
    /// The offset to sign with that a refusal made necessary; it holds for the rest of the call.
    private(set) var offset: Duration?
    private var skewRetries = 0
    private var waited = Duration.zero

    init(policy: RetryPolicy, startedAt: Duration) {
        self.policy = policy
        self.startedAt = startedAt
    }

    func timeLeft(at now: Duration) -> Duration { policy.deadline - (now - startedAt) }

    mutating func note(_ outcome: Attempt.Outcome, signedAt: SigningTime, applied: Duration, duration: Duration) {
        attempts.append(
            Attempt(waited: waited, signedAt: signedAt, skewApplied: applied, outcome: outcome, duration: duration))
        waited = .zero
    }

    /// What comes after an answer.
    ///
    /// - Parameters:
    ///   - retryAfter: the wait that the answer asks for; read only where there may be another attempt.
    ///   - jitter: a random number, drawn only then too: that is a call of the system.
    mutating func step(
        after refusal: ServiceRefusal?, measured: Duration?, applied: Duration, skew: SkewPolicy,
        retryAfter: @autoclosure () -> Duration?, jitter: @autoclosure () -> Double, now: Duration
    ) -> Step {
        guard let refusal else { return .done }
        if let type = refusal.errorType, refusal.status == 400 || refusal.status == 401 || refusal.status == 403,
            case .signAgain(let offset) = skew.decision(
                errorCode: type, measured: measured, applied: applied, skewRetries: skewRetries)
        {
            // Not counted as an attempt: it can happen once, and nothing was overloaded.
            skewRetries += 1
            self.offset = offset
            return again(after: .zero, now)
        }
        guard RetryRule.allowsRetry(refusal) else { return .stop(.notWorthwhile) }
        return next(retryAfter: retryAfter(), jitter(), now)
    }

    /// What comes after an attempt that brought no answer, or none that can be used.
    mutating func step(afterFailureWorthAnother isWorthwhile: Bool, jitter: @autoclosure () -> Double, now: Duration)
        -> Step
    {
        guard isWorthwhile else { return .stop(.notWorthwhile) }
        return next(retryAfter: nil, jitter(), now)
    }

    private mutating func next(retryAfter: Duration?, _ jitter: Double, _ now: Duration) -> Step {
        let counted = attempts.count - skewRetries
        guard counted < policy.maxAttempts else { return .stop(.attemptsUsedUp) }
        return again(after: max(retryAfter ?? .zero, policy.backoff(afterAttempt: counted, jitter: jitter)), now)
    }

    private mutating func again(after wait: Duration, _ now: Duration) -> Step {
        // A wait that uses up the time would only delay the bad news.
        guard wait < timeLeft(at: now) else { return .stop(.deadline) }
        waited = wait
        return .again(wait: wait)
    }
}
