/// The largest lengths that are encoded and accepted.
public struct EventStreamLimits: Sendable, Hashable {
    /// The length of a whole message in bytes, framing included.
    public var messageLength: Int

    /// The length of a message's headers in bytes.
    public var headersLength: Int

    /// 128 KiB for the headers of a message, and 24 MiB for its payload.
    ///
    /// The specification's 16 MiB for a whole message were raised; these are the limits of AWS's own SDKs (botocore,
    /// `eventstream.py`).
    public static let standard = EventStreamLimits(
        messageLength: 24 * 1024 * 1024 + 128 * 1024 + EventStreamEncoder.framingLength, headersLength: 128 * 1024)

    /// Makes a set of limits.
    public init(messageLength: Int, headersLength: Int) {
        self.messageLength = messageLength
        self.headersLength = headersLength
    }
}
