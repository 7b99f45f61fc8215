public import ConverseAPI
public import HTTPTransport
public import NetworkTerms
public import SigV4

/// What became of one attempt of a request.
public struct Attempt: Sendable, Hashable {
    /// How an attempt ended.
    public enum Outcome: Sendable, Hashable {
        /// With an answer of this status and, where it is an error, this type.
        case answered(status: Int, errorType: String?)
        /// Without an answer.
        case failed(TransportError.Code)
        /// With a stream that failed before its first event.
        case streamFailed(StreamFailure.Kind)
    }

    /// The wait before it.
    public let waited: Duration
    /// The time it was signed with.
    public let signedAt: SigningTime
    /// What was added to the local clock for that; zero unless a skew was measured.
    public let skewApplied: Duration
    /// How it ended.
    public let outcome: Outcome
    /// How long it took, from signing to the end of the answer.
    public let duration: Duration
}
