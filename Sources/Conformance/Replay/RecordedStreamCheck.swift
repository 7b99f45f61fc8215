import EventStream
import Recordings

/// Tells a stream that can be served again from one whose bytes the recorder lost.
enum RecordedStreamCheck {
    /// Why the body of a streamed answer cannot be replayed, `nil` when it can.
    ///
    /// A stream that broke off, or that the server damaged, can: the client has to say so. What cannot is a body whose
    /// bytes are not those that came, because whoever kept it took them for text.
    static func reasonToSkip(_ body: RecordedBody) -> String? {
        switch body {
        case .stream(let chunks):
            let bytes = chunks.flatMap(\.bytes)
            guard !bytes.isEmpty else { return "the recorder kept no byte of the stream" }
            guard case .damaged(let error) = RecordedStream(chunks).ending else { return nil }
            return lostBytes(bytes, error)
        case .none: return "the recorder kept no byte of the stream"
        case .json: return "the recorder kept JSON in place of the stream's bytes"
        case .text(let text):
            return lostBytes(Array(text.utf8), nil) ?? "the recorder kept text in place of the stream's bytes"
        case .bytes: return "the recorder kept bytes that are not an event stream"
        }
    }

    /// The damage that decoding binary data as UTF-8 does: each byte that is none becomes U+FFFD, and which it was is lost.
    private static func lostBytes(_ bytes: [UInt8], _ error: EventStreamError?) -> String? {
        let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
        guard let first = bytes.firstRange(of: replacement) else { return nil }
        var count = 0
        var rest = bytes[...]
        while let range = rest.firstRange(of: replacement) {
            count += 1
            rest = rest[range.upperBound...]
        }
        let found = error.map { " (the frames fail at byte \($0.offset))" } ?? ""
        let lost = count == 1 ? "1 byte" : "\(count) bytes"
        return "the recorder took the stream for text and lost \(lost) of it: U+FFFD stands in their place, first "
            + "at byte \(first.lowerBound)\(found)"
    }
}
