import ConverseAPI
import HTTPTransport
import NetworkTerms
import ServerClock
import SigV4
import Synchronization
import WireText

/// How an attempt ended.
enum AttemptOutcome<Answer: Sendable>: Sendable {
    /// With an answer: a refusal, or what was asked for.
    case answered(TransportResponse, refusal: ServiceRefusal?, Answer)
    /// Without one that can be used.
    case failed(AttemptFailure)
}

/// Why an attempt brought nothing.
enum AttemptFailure: Sendable {
    /// There was no answer.
    case transport(TransportError)
    /// The answer is a stream that failed before its first event; with the answer's head.
    case stream(StreamFailure, TransportResponse)

    var isWorthAnother: Bool {
        switch self {
        case .transport(let error): RetryRule.allowsRetry(error)
        case .stream(let failure, _): RetryRule.allowsRetry(failure)
        }
    }

    var outcome: Attempt.Outcome {
        switch self {
        case .transport(let error): .failed(error.code)
        case .stream(let failure, _): .streamFailed(failure.kind)
        }
    }
}

extension ConverseClient {
    /// Signs and sends a request until an attempt ends the matter.
    ///
    /// - Parameter transmit: sends the signed request within the time that is left, and reads as much of the answer as
    ///   decides whether another attempt is worthwhile.
    func attempt<Answer: Sendable>(
        _ request: SignableRequest, _ policy: RetryPolicy,
        transmit: (AuthorizedRequest, Duration) async -> AttemptOutcome<Answer>
    ) async throws(ConverseError) -> (answer: Answer, refusal: ServiceRefusal?, exchange: SignedExchange) {
        let clock = configuration.clock
        var course = RetryCourse(policy: policy, startedAt: clock.elapsed())
        while true {
            let begun = clock.elapsed()
            let timeLeft = course.timeLeft(at: begun)
            guard timeLeft > .zero else {
                throw ConverseError(
                    code: .deadlineExceeded, message: "the deadline of \(course.policy.deadline) passed",
                    attempts: course.attempts, end: .deadline)
            }
            let applied = course.offset ?? skews.withLock { $0.offset(forHost: authority) }
            let signedAt = clock.wall().advanced(bySeconds: applied.nearestSecond)
            let signed = try authorize(request, at: signedAt, course.attempts)
            let outcome = await transmit(signed, timeLeft)
            let now = clock.elapsed()
            let wait: Duration
            switch outcome {
            case .answered(let response, let refusal, let answer):
                course.note(
                    .answered(status: response.status, errorType: refusal?.errorType), signedAt: signedAt,
                    applied: applied, duration: now - begun)
                let reading = SkewReading(
                    response, message: refusal?.message, endpoint: configuration.endpoint, signedAt: signedAt,
                    applied: applied, elapsed: now - begun, policy: configuration.skew)
                record(reading)
                let step = course.step(
                    after: refusal, measured: reading.measured, applied: applied, skew: configuration.skew,
                    retryAfter: RetryAfter.wait(in: response, now: signedAt), jitter: clock.jitter(), now: now)
                guard case .again(let pause) = step else {
                    let exchange = SignedExchange(
                        response: response, signed: signed, attempts: course.attempts, end: step.end)
                    return (answer, refusal, exchange)
                }
                wait = pause
            case .failed(let failure):
                course.note(failure.outcome, signedAt: signedAt, applied: applied, duration: now - begun)
                let step = course.step(
                    afterFailureWorthAnother: failure.isWorthAnother, jitter: clock.jitter(), now: now)
                guard case .again(let pause) = step else {
                    throw error(failure, signed, course.attempts, step.end ?? .notWorthwhile)
                }
                wait = pause
            }
            try await sleep(wait, course.attempts)
        }
    }

    private func error(
        _ failure: AttemptFailure, _ signed: AuthorizedRequest, _ attempts: [Attempt], _ end: RetryEnd
    ) -> ConverseError {
        switch failure {
        case .transport(let error): ConverseError(error, attempts: attempts, end: end)
        case .stream(let failure, let head):
            ConverseError(
                failure, end: end,
                exchange: SignedExchange(response: head, signed: signed, attempts: attempts, end: end))
        }
    }
}

extension ConverseClient {
    /// The request with everything but what signing adds.
    func unsigned(method: String, target: String, headers: [HeaderField], body: [UInt8]) -> SignableRequest {
        var fields: [HeaderField] = []
        if !headers.contains(where: { $0.isNamed("host") }) {
            fields.append(HeaderField("Host", authority))
        }
        if !body.isEmpty, !headers.contains(where: { $0.isNamed("content-type") }) {
            fields.append(HeaderField("Content-Type", "application/json"))
        }
        return SignableRequest(
            method: method, target: configuration.endpoint.pathPrefix + target, headers: fields + headers,
            payload: body.isEmpty ? .empty : .bytes(body))
    }

    private func authorize(
        _ request: SignableRequest, at time: SigningTime, _ attempts: [Attempt]
    ) throws(ConverseError) -> AuthorizedRequest {
        do throws(AuthorizationError) {
            return try configuration.authorization.applied(
                to: request, bound: configuration.endpoint, region: configuration.region,
                service: configuration.service, at: time, options: configuration.signing, signer: signer)
        } catch {
            throw ConverseError(code: .notSigned, message: error.message, attempts: attempts, end: .notWorthwhile)
        }
    }

    func outgoing(
        _ signed: AuthorizedRequest, method: String, body: [UInt8], _ timeouts: TransportTimeouts
    ) -> TransportRequest {
        TransportRequest(
            method: method, origin: origin,
            target: String(decoding: signed.target, as: UTF8.self),
            headers: signed.headers, body: body, timeouts: timeouts)
    }

    private func record(_ reading: SkewReading) {
        guard let sample = reading.sample else { return }
        _ = skews.withLock { $0.record(sample, forHost: authority) }
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
