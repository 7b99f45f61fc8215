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
    /// As it was before anything was asked.
    private let beginning: RequestMatcher
    private let matcher: Mutex<RequestMatcher>

    init(_ recordings: [Recording], chunking: StreamChunking, pace: StreamPace) {
        let places = recordings.indices.flatMap { recording in
            recordings[recording].exchanges.indices.map { (recording: recording, place: $0) }
        }
        // Both at once: of many exchanges each has to be fetched from memory.
        let prepared = places.mappedByAllCores { recording, place in
            let exchange = recordings[recording].exchanges[place]
            let answer = RecordedAnswer(
                exchange.response, label: "\(recordings[recording].name)#\(place)", chunking: chunking, pace: pace)
            return (answer: answer, request: KnownRequest(exchange.request))
        }
        answers = prepared.map(\.answer)
        beginning = RequestMatcher(known: prepared.map(\.request))
        matcher = Mutex(beginning)
    }

    private init(_ other: RecordedAnswers) {
        answers = other.answers
        beginning = other.beginning
        matcher = Mutex(beginning)
    }

    /// The same recordings, of which nothing was asked yet.
    func anew() -> RecordedAnswers { RecordedAnswers(self) }

    /// Finds the answer to a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - search: Whether to look for the nearest recorded request when none matches, which takes long.
    ///   - keeping: Whether the answer stays there for the next such request.
    func match(_ request: ReceivedRequest, nearest search: NearestSearch, keeping: Keeping = .no) -> Match {
        guard !answers.isEmpty else { return .none }
        let (method, body) = (request.head.method, recordedBody(request))
        var target: String { String(decoding: request.target.bytes, as: UTF8.self) }
        let asSent = RequestKey(method: method, target: request.named.key, body: body)
        if let answer = take(asSent, keeping) { return .found(answer) }
        // A recording holds no secrets, and the key of a request has none either.
        if beginning.holdsReplacements,
            let answer = take(RequestMatcher.key(method: method, target: target, body: body), keeping)
        {
            return .found(answer)
        }
        guard search == .on else { return .none }
        // The search works on a copy, so that it does not hold up other requests.
        let matcher = matcher.withLock { $0 }
        switch matcher.nearest(method: method, target: target, body: body) {
        case .nearMiss(let index, let differences):
            return .nearMiss(NearMiss(label: answers[index].label, differences: differences))
        case .found, .none:
            return .none
        }
    }

    /// Whether to look for the nearest recorded request.
    enum NearestSearch { case on, off }

    /// Whether an answer stays there for the next request, although it is given.
    enum Keeping { case yes, no }

    private func take(_ key: RequestKey, _ keeping: Keeping) -> RecordedAnswer? {
        matcher.withLock { $0.take(key, keeping == .yes ? .looked : .counted) }.map { answers[$0] }
    }

    private func recordedBody(_ request: ReceivedRequest) -> RecordedBody {
        if request.body.isEmpty { return .none }
        return (try? request.json.value).map { .json($0) } ?? .bytes(request.body)
    }

    /// The labels of the exchanges that no request asked for.
    func unused() -> [String] {
        matcher.withLock { $0.unused() }.map { answers[$0].label }
    }
}
