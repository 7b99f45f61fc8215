public import ConverseAPI
public import HTTPTransport
import NetworkTerms

/// Why a request to Bedrock has no result.
///
/// Compare by ``code``; show ``description``. No secret is in either.
public struct ConverseError: Error, Sendable {
    /// What kind of failure it is.
    public let code: Code
    /// The HTTP status, nil when there was no answer.
    public let httpStatus: Int?
    /// The service's type of the error, such as `ThrottlingException`.
    public let errorType: String?
    /// What the service or the transport says; echoed secrets are masked.
    public let message: String
    /// The service's id of the request, for its support.
    public let requestID: String?
    /// What became of each attempt.
    public let attempts: [Attempt]
    /// When the last attempt reached its stages, nil when it was not sent.
    public let timings: TransferTimings?
    /// Why there was no further attempt.
    public let end: RetryEnd
    /// What to do next.
    public let nextStep: String
    /// The whole last answer, nil when there was none.
    public let exchange: SignedExchange?
    /// The failure of the network, nil when there was an answer.
    public let transportError: TransportError?
    /// What is wrong with a streamed answer, and where; nil for other failures.
    public let streamFailure: StreamFailure?

    init(
        code: Code, message: String, attempts: [Attempt], end: RetryEnd, refusal: ServiceRefusal? = nil,
        exchange: SignedExchange? = nil, transportError: TransportError? = nil, streamFailure: StreamFailure? = nil
    ) {
        self.code = code
        self.message = message
        self.attempts = attempts
        self.end = end
        httpStatus = exchange?.status
        errorType = refusal?.errorType
        requestID = exchange?.requestID
        timings = exchange?.timings ?? transportError?.timings
        nextStep = transportError?.nextStep ?? code.nextStep
        self.exchange = exchange
        self.transportError = transportError
        self.streamFailure = streamFailure
    }

    /// The failure of the network.
    init(
        _ failure: TransportError, attempts: [Attempt], end: RetryEnd, exchange: SignedExchange? = nil
    ) {
        self.init(
            code: failure.code == .cancelled ? .cancelled : .network, message: failure.message, attempts: attempts,
            end: end, exchange: exchange, transportError: failure)
    }

    /// The failure of a streamed answer.
    init(_ failure: StreamFailure, end: RetryEnd, exchange: SignedExchange) {
        self.init(
            code: failure.kind == .endedEarly ? .streamEndedEarly : .streamDamaged, message: failure.description,
            attempts: exchange.attempts, end: end, exchange: exchange, streamFailure: failure)
    }
}

extension ConverseError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What happened, how often it was tried, and what to do.
    public var description: String {
        var parts: [String] = []
        if let httpStatus { parts.append("HTTP \(httpStatus)") }
        if let errorType { parts.append(errorType) }
        if parts.isEmpty { parts.append(code.description) }
        var text = parts.joined(separator: " ") + ": " + message
        if attempts.count > 1 { text += " (\(attempts.count) attempts; \(end))" }
        if let requestID { text += " [request id \(requestID)]" }
        return nextStep.isEmpty ? text : "\(text)\nNext: \(nextStep)"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["error": description], displayStyle: .struct) }
}
