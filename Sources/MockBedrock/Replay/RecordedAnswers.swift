import JSONText
import Recordings
import Synchronization

/// Serves recorded exchanges: each request gets the response that was recorded for it, identical ones in order.
final class RecordedAnswers: Sendable {
    /// What was found for a request.
    enum Match: Sendable {
        case found(RecordedAnswer)
        case nearMiss(NearMiss)
        case none
    }

    private let answers: [RecordedAnswer]
    private let matcher: Mutex<RequestMatcher>

    init(_ recordings: [Recording], chunking: StreamChunking, pace: StreamPace) {
        var answers: [RecordedAnswer] = []
        var exchanges: [Exchange] = []
        for recording in recordings {
            for (index, exchange) in recording.exchanges.enumerated() {
                answers.append(
                    RecordedAnswer(
                        exchange.response, label: "\(recording.name)#\(index)", chunking: chunking, pace: pace))
                exchanges.append(exchange)
            }
        }
        self.answers = answers
        matcher = Mutex(RequestMatcher(exchanges))
    }

    /// Finds the answer to a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - search: Whether to look for the nearest recorded request when none matches, which takes long.
    func match(_ request: ReceivedRequest, nearest search: NearestSearch) -> Match {
        guard !answers.isEmpty else { return .none }
        let recorded = recordedForm(request)
        if let answer = take(recorded) { return .found(answer) }
        // A recording holds no secrets: a request that does matches it only without them.
        let redacted = Redactor.standard.redact(
            Exchange(request: recorded, response: RecordedResponse(status: 200))
        ).request
        if redacted != recorded, let answer = take(redacted) { return .found(answer) }
        guard search == .on else { return .none }
        // The search works on a copy, so that it does not hold up other requests.
        let matcher = matcher.withLock { $0 }
        switch matcher.nearest(method: redacted.method, target: redacted.target, body: redacted.body) {
        case .nearMiss(let index, let differences):
            return .nearMiss(NearMiss(label: answers[index].label, differences: differences))
        case .found, .none:
            return .none
        }
    }

    /// Whether to look for the nearest recorded request.
    enum NearestSearch { case on, off }

    private func take(_ request: RecordedRequest) -> RecordedAnswer? {
        matcher.withLock { $0.take(method: request.method, target: request.target, body: request.body) }
            .map { answers[$0] }
    }

    private func recordedForm(_ request: ReceivedRequest) -> RecordedRequest {
        let body: RecordedBody
        if request.body.isEmpty {
            body = .none
        } else if let value = try? JSONValue(parsing: request.body) {
            body = .json(value)
        } else {
            body = .bytes(request.body)
        }
        return RecordedRequest(
            method: request.head.method, target: String(decoding: request.target.bytes, as: UTF8.self), body: body)
    }

    /// The labels of the exchanges that no request asked for.
    func unused() -> [String] {
        matcher.withLock { $0.unused() }.map { answers[$0].label }
    }
}
