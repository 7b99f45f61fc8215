/// How much of what came for a body is not content but the chunked coding around it (RFC 9112, section 7.1).
///
/// A chunk costs a few bytes: its size, two line ends. Its extensions can be as long as a server likes, and a recipient
/// ought to limit them (section 7.1.1).
struct FramingMeter {
    /// Bytes as they came, the coding included.
    var framedCount = 0
    /// Bytes of the body.
    var bodyCount = 0

    /// What may come beyond ``proportion``: the first chunk's extensions, and what curl has read but not handed on yet.
    private static let allowance = 256 * 1024
    /// Framing for each byte of the body.
    ///
    /// Chunks of one byte, the smallest there are, take 5.
    private static let proportion = 16

    /// Whether there is more coding than an honest server sends.
    var isExcessive: Bool { framedCount - bodyCount > Self.allowance + Self.proportion * bodyCount }
}
