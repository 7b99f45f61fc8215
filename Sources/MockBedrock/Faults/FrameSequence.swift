import EventStream

/// The frames of an event stream, cut where they end.
struct FrameSequence {
    /// The bytes of each frame; at the end what is not a whole frame.
    var frames: [[UInt8]] = []

    /// Cuts a stream, whatever pieces it came in.
    init(_ pieces: [[UInt8]]) {
        let bytes = pieces.count == 1 ? pieces[0] : pieces.flatMap(\.self)
        var start = 0
        while start < bytes.count {
            let length = Self.length(bytes, at: start)
            guard let length, length >= 16, start + length <= bytes.count else { break }
            frames.append(Array(bytes[start..<(start + length)]))
            start += length
        }
        if start < bytes.count { frames.append(Array(bytes[start...])) }
    }

    private static func length(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start + 4 <= bytes.count else { return nil }
        return bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The message of a frame; nil if it is not a good one.
    func message(_ index: Int) -> EventStreamMessage? {
        var decoder = EventStreamDecoder()
        decoder.feed(frames[index])
        return try? decoder.next()
    }

    /// Which frame a place means; nil if the stream has no event of that type, or no frame at all.
    func index(of place: EventPlace) -> Int? {
        guard !frames.isEmpty else { return nil }
        switch place {
        // A shorter stream is struck at its end.
        case .after(let count): return min(count, frames.count - 1)
        case .event(let type): return frames.indices.first { message($0)?.eventType == type }
        }
    }
}
