import EventStream
import Recordings
import WireText

/// Counts the streams of a file that break off or are damaged; they are kept as they are.
///
/// A frame has the checksums of its bytes, and a stream of ConverseStream ends with what says why: bytes that are missing show.
struct BrokenStreams {
    private var count = 0
    private var first = ""

    mutating func add(_ body: RecordedBody, at place: String) {
        guard case .stream(let chunks) = body, let end = Self.end(RecordedStream(chunks)) else { return }
        if count == 0 { first = "\(place): the recorded stream \(end)" }
        count += 1
    }

    /// One sentence; none where every stream is whole.
    var notes: [String] {
        guard count > 0 else { return [] }
        let more = count > 1 ? ", and \(Counted.words(count - 1, "other stream")) of the file likewise" : ""
        return ["\(first); it is kept as it is\(more)"]
    }

    /// Where and how a stream ends too early; nil where it is whole.
    private static func end(_ stream: RecordedStream) -> String? {
        switch stream.ending {
        case .cut(let error): "breaks off in the frame at byte \(error.offset)"
        case .damaged(let error): "is damaged at byte \(error.offset)"
        case .whole where stream.frames.isEmpty: nil
        case .whole where stream.frames.contains { Self.isLast($0.message) }: nil
        case .whole: "breaks off behind its last frame, at byte \(stream.frames.last?.range.upperBound ?? 0)"
        }
    }

    /// Whether nothing need come behind it: the stop of a message, or what the service says instead.
    private static func isLast(_ message: EventStreamMessage) -> Bool {
        message.messageType != "event" || message.eventType == "messageStop"
    }
}
