/// Bytes of a streamed body that arrived together.
public struct StreamChunk: Sendable, Hashable {
    /// When they arrived, in milliseconds after the first byte of the response; not negative.
    public var milliseconds: Double
    /// The bytes as they arrived; a chunk may end in the middle of a frame.
    public var bytes: [UInt8]

    /// A chunk.
    public init(milliseconds: Double, bytes: [UInt8]) {
        self.milliseconds = milliseconds
        self.bytes = bytes
    }
}
