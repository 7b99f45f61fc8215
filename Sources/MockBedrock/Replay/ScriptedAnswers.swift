import Recordings
import Synchronization

/// Answers to the calls of models in the order of their coming, whatever they ask; the last one again when they are used up.
///
/// For a client whose requests are judged afterwards, and not by whether they match.
final class ScriptedAnswers: Sendable {
    private let answers: [RecordedAnswer]
    private let place = Mutex(0)

    init(_ responses: [RecordedResponse], chunking: StreamChunking, pace: StreamPace) {
        answers = responses.enumerated().map { index, response in
            RecordedAnswer(response, label: "script#\(index)", chunking: chunking, pace: pace)
        }
    }

    private init(_ other: ScriptedAnswers) { answers = other.answers }

    /// The same script, from its beginning.
    func anew() -> ScriptedAnswers { ScriptedAnswers(self) }

    /// The next answer; nil if there is no script.
    ///
    /// - Parameter keeping: Whether the answer stays there for the next call.
    func next(_ keeping: RecordedAnswers.Keeping) -> RecordedAnswer? {
        guard !answers.isEmpty else { return nil }
        return place.withLock { place in
            let answer = answers[min(place, answers.count - 1)]
            if keeping == .no { place += 1 }
            return answer
        }
    }
}
