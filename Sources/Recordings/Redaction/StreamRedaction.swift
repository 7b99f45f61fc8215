import EventStream
import JSONText

/// Takes secrets out of the frames of a stream.
///
/// A frame with a secret is encoded anew; all others stay as they are, byte for byte, and the chunks are cut where they
/// were. What is not a frame, after damage or at a cut end, is left alone: nothing can be read there.
enum StreamRedaction {
    static func redact(_ chunks: [StreamChunk]) -> [StreamChunk] {
        let stream = RecordedStream(chunks)
        let redacted = stream.frames.map { Self.redacted($0.message) }
        guard redacted.contains(where: { $0 != nil }) else { return chunks }
        let bytes = chunks.flatMap(\.bytes)
        var frames: [(old: Range<Int>, bytes: [UInt8])] = zip(stream.frames, redacted).map { frame, redacted in
            (frame.range, redacted ?? Array(bytes[frame.range]))
        }
        let end = stream.frames.last?.range.upperBound ?? 0
        if end < bytes.count { frames.append((end..<bytes.count, Array(bytes[end...]))) }
        return cut(frames, like: chunks)
    }

    /// The frame without its secrets; nil when it has none.
    private static func redacted(_ message: EventStreamMessage) -> [UInt8]? {
        var copy = message
        if let value = try? JSONValue(parsing: message.payload) {
            let harmless = SecretMembers.redact(value)
            if harmless != value { copy.payload = harmless.bytes(.compact) }
        } else if let text = String(validating: message.payload, as: UTF8.self), let harmless = SecretText.changed(text)
        {
            copy.payload = Array(harmless.utf8)
        }
        copy.headers = message.headers.map { header in
            guard case .string(let text) = header.value, let harmless = SecretText.changed(text) else { return header }
            return EventStreamHeader(header.name, .string(harmless))
        }
        guard copy != message else { return nil }
        // A frame that could be decoded can be encoded: it has only become shorter, or longer by a few bytes.
        return try? EventStreamEncoder().encode(copy)
    }

    /// The new frames in chunks that end in the frames in which the old chunks ended, as far from their beginning.
    private static func cut(
        _ frames: [(old: Range<Int>, bytes: [UInt8])], like chunks: [StreamChunk]
    ) -> [StreamChunk] {
        var whole: [UInt8] = []
        var places: [(old: Range<Int>, start: Int, count: Int)] = []
        for frame in frames {
            places.append((frame.old, whole.count, frame.bytes.count))
            whole += frame.bytes
        }
        var cut: [StreamChunk] = []
        var (oldEnd, start, frame) = (0, 0, 0)
        for chunk in chunks {
            oldEnd += chunk.bytes.count
            while frame < places.count, places[frame].old.upperBound < oldEnd { frame += 1 }
            var end = whole.count
            if frame < places.count {
                let place = places[frame]
                end =
                    oldEnd == place.old.upperBound
                    ? place.start + place.count
                    : place.start + min(oldEnd - place.old.lowerBound, place.count)
            }
            cut.append(StreamChunk(milliseconds: chunk.milliseconds, bytes: Array(whole[start..<max(start, end)])))
            start = max(start, end)
        }
        return cut
    }
}
