/// Bytes of a response's body that arrived together.
public struct BodyChunk: Sendable, Hashable {
    /// When they arrived, counted from the first byte of the response's head.
    public var time: Duration

    /// The bytes, any transfer coding removed.
    public var bytes: [UInt8]

    /// Makes a chunk.
    public init(time: Duration, bytes: [UInt8]) {
        self.time = time
        self.bytes = bytes
    }
}
