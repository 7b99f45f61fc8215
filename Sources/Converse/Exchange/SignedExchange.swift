public import ConverseAPI
public import HTTPTransport
public import SigV4
public import WireText

/// An answer, whatever its status, with the signature of the request that it answers.
///
/// Printing it shows no secret; ``body`` and the bytes of ``wire`` are raw, and hold what the service echoed.
public struct SignedExchange: Sendable {
    /// The answer, with timings and the bytes on the wire.
    public let response: TransportResponse
    /// The request of the last attempt as it was sent.
    public let signed: AuthorizedRequest
    /// What became of each attempt; the last one has this answer.
    public let attempts: [Attempt]
    /// Why there was no further attempt, nil when the answer is a success.
    public let end: RetryEnd?

    /// The status.
    public var status: Int { response.status }
    /// The header fields, in order.
    public var headers: [HeaderField] { response.headers }
    /// The body.
    public var body: [UInt8] { response.body }
    /// When the stages of the last attempt were reached.
    public var timings: TransferTimings { response.timings }
    /// The bytes of the last attempt as they went over the wire.
    public var wire: WireLog { response.wire }
    /// Every intermediate of the last signature; nil where a bearer token was sent.
    public var stages: SigningStages? { signed.stages }
    /// The service's id of the request.
    public var requestID: String? { response.header("x-amzn-RequestId") }
    /// What the service says, nil when the answer is a success.
    public var refusal: ServiceRefusal? { (200..<300).contains(status) ? nil : ServiceRefusal(response) }
}
