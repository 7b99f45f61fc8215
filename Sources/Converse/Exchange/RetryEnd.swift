/// Why a request was not tried again.
public enum RetryEnd: Sendable, Hashable, CustomStringConvertible {
    /// Another attempt would fail in the same way.
    case notWorthwhile
    /// The policy allows no more attempts.
    case attemptsUsedUp
    /// The next attempt, or the wait that the service asks for, would end after the deadline.
    case deadline
    /// A part of the streamed answer had been delivered.
    case answerBegun

    /// The reason in words.
    public var description: String {
        switch self {
        case .notWorthwhile: "not tried again: it would fail in the same way"
        case .attemptsUsedUp: "no attempts left"
        case .deadline: "no time left before the deadline"
        case .answerBegun: "not tried again: a part of the answer had been delivered"
        }
    }
}
