public import HTTPTransport
import JSONText
import ServerClock
public import SigV4
import Synchronization

/// A client of Bedrock's runtime and control plane: it signs, sends, retries and reads the answer.
///
/// Signing is the last step of each attempt, with the time read at that moment. A client is safe to share.
public final class ConverseClient: Sendable {
    /// What all requests have in common.
    public let configuration: ConverseClientConfiguration

    private let transport: HTTPTransport
    private let signer: Signer
    private let skews: Mutex<HostSkews>

    /// Makes a client over a transport, which several clients may share, as they may share a signer's key cache.
    public init(_ configuration: ConverseClientConfiguration, transport: HTTPTransport, signer: Signer = Signer()) {
        self.configuration = configuration
        self.transport = transport
        self.signer = signer
        skews = Mutex(HostSkews(policy: configuration.skew))
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
        let clock = configuration.clock
        let request = unsigned(method: method, target: target, headers: headers, body: body)
        var course = RetryCourse(policy: retry ?? configuration.retry, startedAt: clock.elapsed())
        while true {
            let begun = clock.elapsed()
            let timeLeft = course.timeLeft(at: begun)
            guard timeLeft > .zero else {
                throw ConverseError(
                    code: .deadlineExceeded, message: "the deadline of \(course.policy.deadline) passed",
                    attempts: course.attempts, end: .deadline)
            }
            let applied = course.offset ?? skews.withLock { $0.offset(forHost: configuration.endpoint.authority) }
            let signedAt = clock.wall().advanced(bySeconds: applied.nearestSecond)
            let signed = try sign(request, at: signedAt, course.attempts)
            let outcome = await transmit(signed, method: method, body: body, within: timeLeft)
            let now = clock.elapsed()
            let wait: Duration
            switch outcome {
            case .success(let response):
                let refusal = (200..<300).contains(response.status) ? nil : ServiceRefusal(response)
                course.note(
                    .answered(status: response.status, errorType: refusal?.errorType), signedAt: signedAt,
                    applied: applied, duration: now - begun)
                let reading = SkewReading(
                    response, message: refusal?.message, endpoint: configuration.endpoint, signedAt: signedAt,
                    applied: applied, elapsed: now - begun)
                record(reading)
                let step = course.step(
                    after: refusal, measured: reading.measured, applied: applied, skew: configuration.skew,
                    retryAfter: RetryAfter.wait(in: response, now: signedAt), jitter: clock.jitter(), now: now)
                guard case .again(let pause) = step else {
                    return SignedExchange(response: response, signed: signed, attempts: course.attempts, end: step.end)
                }
                wait = pause
            case .failure(let failure):
                course.note(.failed(failure.code), signedAt: signedAt, applied: applied, duration: now - begun)
                let step = course.step(after: failure, jitter: clock.jitter(), now: now)
                guard case .again(let pause) = step else {
                    throw ConverseError(
                        code: failure.code == .cancelled ? .cancelled : .network, message: failure.message,
                        attempts: course.attempts, end: step.end ?? .notWorthwhile, transportError: failure)
                }
                wait = pause
            }
            try await sleep(wait, course.attempts)
        }
    }

    /// The refusal of an exchange as an error, nil when it is a success.
    public func error(in exchange: SignedExchange) -> ConverseError? {
        exchange.refusal.map { refusal in
            let message = EchoRedaction.redacted(
                refusal.message ?? "the answer has no message", credentials: configuration.credentials)
            return ConverseError(
                code: ConverseError.Code(refusal), message: message, attempts: exchange.attempts,
                end: exchange.end ?? .notWorthwhile, refusal: refusal, exchange: exchange)
        }
    }
}

extension ConverseClient {
    /// The request with everything but what signing adds.
    private func unsigned(method: String, target: String, headers: [HeaderField], body: [UInt8]) -> SignableRequest {
        var fields: [HeaderField] = []
        if !headers.contains(where: { $0.isNamed("host") }) {
            fields.append(HeaderField("Host", configuration.endpoint.authority))
        }
        if !body.isEmpty, !headers.contains(where: { $0.isNamed("content-type") }) {
            fields.append(HeaderField("Content-Type", "application/json"))
        }
        return SignableRequest(
            method: method, target: configuration.endpoint.pathPrefix + target, headers: fields + headers,
            payload: body.isEmpty ? .empty : .bytes(body))
    }

    private func sign(
        _ request: SignableRequest, at time: SigningTime, _ attempts: [Attempt]
    ) throws(ConverseError) -> SignedRequest {
        let parameters = SigningParameters(
            credentials: configuration.credentials, region: configuration.region, service: configuration.service,
            time: time, options: configuration.signing)
        do {
            return try signer.sign(request, parameters)
        } catch {
            throw ConverseError(code: .notSigned, message: error.message, attempts: attempts, end: .notWorthwhile)
        }
    }

    private func transmit(
        _ signed: SignedRequest, method: String, body: [UInt8], within timeLeft: Duration
    ) async -> Result<TransportResponse, TransportError> {
        var timeouts = configuration.timeouts
        timeouts.total = min(timeouts.total, timeLeft)
        let request = TransportRequest(
            method: method, origin: configuration.endpoint.origin,
            target: String(decoding: signed.target, as: UTF8.self),
            headers: signed.headers.map { HTTPField(name: $0.name, bytes: $0.value) }, body: body, timeouts: timeouts)
        do {
            return .success(try await transport.send(request))
        } catch {
            return .failure(error)
        }
    }

    private func record(_ reading: SkewReading) {
        guard let sample = reading.sample else { return }
        _ = skews.withLock { $0.record(sample, forHost: configuration.endpoint.authority) }
    }

    private func sleep(_ wait: Duration, _ attempts: [Attempt]) async throws(ConverseError) {
        guard wait > .zero else { return }
        do {
            try await configuration.clock.sleep(wait)
        } catch {
            throw ConverseError(
                code: .cancelled, message: "cancelled while waiting for the next attempt", attempts: attempts,
                end: .notWorthwhile)
        }
    }
}
