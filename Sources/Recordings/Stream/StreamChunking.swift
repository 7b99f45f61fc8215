/// How a recorded stream is cut when it is served again.
public enum StreamChunking: String, Sendable, Hashable, CaseIterable {
    /// As it arrived when it was recorded.
    case recorded
    /// A chunk for each frame.
    case frames
    /// A chunk for each byte.
    case byte
    /// One chunk.
    case whole

    /// The same bytes in other chunks; each comes when the last of its bytes came.
    public func cut(_ chunks: [StreamChunk]) -> [StreamChunk] {
        switch self {
        case .recorded: chunks
        case .byte:
            chunks.flatMap { chunk in
                chunk.bytes.map { StreamChunk(milliseconds: chunk.milliseconds, bytes: [$0]) }
            }
        case .whole:
            chunks.last.map { last in
                [StreamChunk(milliseconds: last.milliseconds, bytes: chunks.flatMap(\.bytes))]
            } ?? []
        case .frames: Self.frames(chunks)
        }
    }

    /// What is not a frame, at the end, is one chunk more.
    private static func frames(_ chunks: [StreamChunk]) -> [StreamChunk] {
        let bytes = chunks.flatMap(\.bytes)
        var cut: [StreamChunk] = []
        var end = 0
        for frame in RecordedStream(chunks).frames {
            cut.append(StreamChunk(milliseconds: frame.milliseconds, bytes: Array(bytes[frame.range])))
            end = frame.range.upperBound
        }
        if end < bytes.count, let last = chunks.last {
            cut.append(StreamChunk(milliseconds: last.milliseconds, bytes: Array(bytes[end...])))
        }
        return cut
    }
}

/// How fast a recorded stream is served again.
public enum StreamPace: String, Sendable, Hashable, CaseIterable {
    /// As fast as the client takes it.
    case none
    /// With the pauses that were recorded.
    case recorded
}
