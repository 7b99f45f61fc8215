/// The largest lengths that are encoded and accepted.
public struct EventStreamLimits: Sendable, Hashable {
    /// The length of a whole message in bytes, framing included.
    public var messageLength: Int

    /// The length of a message's headers in bytes.
    public var headersLength: Int

    /// The protocol's own limits: 16 MiB for a message, 128 KiB for its headers.
    public static let standard = EventStreamLimits(messageLength: 16 * 1024 * 1024, headersLength: 128 * 1024)

    /// Makes a set of limits.
    public init(messageLength: Int, headersLength: Int) {
        self.messageLength = messageLength
        self.headersLength = headersLength
    }
}
