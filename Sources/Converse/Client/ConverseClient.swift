public import ConverseAPI
public import HTTPTransport
import JSONText
import ServerClock
public import SigV4
import Synchronization
public import WireText

/// A client of Bedrock's runtime and control plane: it signs, sends, retries and reads the answer.
///
/// Signing is the last step of each attempt, with the time read at that moment; an API key is sent in place of a signature. A client is safe to share.
public final class ConverseClient: Sendable {
    /// What all requests have in common.
    public let configuration: ConverseClientConfiguration

    let transport: HTTPTransport
    let signer: Signer
    let skews: Mutex<HostSkews>
    /// The endpoint's own, written once.
    let authority: String
    let origin: String

    /// Makes a client over a transport, which several clients may share, as they may share a signer's key cache.
    public init(_ configuration: ConverseClientConfiguration, transport: HTTPTransport, signer: Signer = Signer()) {
        self.configuration = configuration
        self.transport = transport
        self.signer = signer
        skews = Mutex(HostSkews(policy: configuration.skew))
        authority = configuration.endpoint.authority
        origin = configuration.endpoint.origin
    }

    /// Asks a model.
    ///
    /// - Throws: ``ConverseError`` when there is no answer, a refusal, or an answer that is not Converse's.
    public func converse(_ request: ConverseRequest, modelID: String) async throws(ConverseError) -> ConverseResult {
        let target = ModelTarget.path(modelID: modelID, operation: .converse, form: configuration.modelIDForm)
        let exchange = try await send(method: "POST", target: target, body: request.body)
        if let error = error(in: exchange) { throw error }
        do {
            let response = try ConverseResponse(json: try JSONValue(parsing: exchange.body))
            if response.unmodeled.absentNames.contains("output") {
                throw JSONShapeError(path: .root, expected: "the member output", found: "an object without it")
            }
            return ConverseResult(response: response, exchange: exchange)
        } catch {
            let type = exchange.response.header("Content-Type") ?? "without a content type"
            throw ConverseError(
                code: .unreadableAnswer,
                message: "the answer (\(type), \(exchange.body.count) bytes) is not Converse's: \(error)",
                attempts: exchange.attempts, end: .notWorthwhile, exchange: exchange)
        }
    }

    /// Signs and sends a request, and gives back the answer whatever its status.
    ///
    /// - Parameters:
    ///   - method: the HTTP method.
    ///   - target: path and query as they shall be on the wire; the endpoint's path prefix is put before them.
    ///   - headers: further fields, which are signed too. `Host` and, for a body, `Content-Type` need not be given.
    ///   - body: the body, empty for none.
    ///   - retry: how often it is tried; the configuration's policy unless given.
    /// - Throws: ``ConverseError`` when there is no answer at all.
    public func send(
        method: String, target: String, headers: [HeaderField] = [], body: [UInt8] = [], retry: RetryPolicy? = nil
    ) async throws(ConverseError) -> SignedExchange {
        let request = unsigned(method: method, target: target, headers: headers, body: body)
        let ended = try await attempt(request, retry ?? configuration.retry) { signed, timeLeft in
            var timeouts = self.configuration.timeouts
            timeouts.total = min(timeouts.total, timeLeft)
            do throws(TransportError) {
                let response = ServiceRefusal.bounded(
                    try await self.transport.send(self.outgoing(signed, method: method, body: body, timeouts)))
                let refusal = (200..<300).contains(response.status) ? nil : ServiceRefusal(response)
                return .answered(response, refusal: refusal, ())
            } catch {
                return .failed(.transport(error))
            }
        }
        return ended.exchange
    }

    /// The refusal of an exchange as an error, nil when it is a success.
    public func error(in exchange: SignedExchange) -> ConverseError? {
        exchange.refusal.map { error($0, in: exchange) }
    }

    /// A refusal as an error, with the secrets that it echoes masked.
    func error(
        _ refusal: ServiceRefusal, in exchange: SignedExchange, end: RetryEnd? = nil
    ) -> ConverseError {
        let message = EchoRedaction.redacted(
            refusal.message ?? "the answer has no message", secrets: configuration.authorization.secrets)
        return ConverseError(
            code: ConverseError.Code(refusal), message: message, attempts: exchange.attempts,
            end: end ?? exchange.end ?? .notWorthwhile, refusal: refusal, exchange: exchange)
    }
}
