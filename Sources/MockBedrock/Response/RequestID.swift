import WireText

/// The value of `x-amzn-RequestId`: a random UUID, version 4 (RFC 9562, section 5.4).
struct RequestID: Sendable, Hashable {
    let text: String

    /// Makes an id from a source of random bits, so that a test can repeat it.
    init(_ randomness: () -> UInt64) {
        let high = randomness() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = randomness() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        var bytes: [UInt8] = []
        bytes.reserveCapacity(36)
        for position in 0..<16 {
            if position == 4 || position == 6 || position == 8 || position == 10 { bytes.append(UInt8(ascii: "-")) }
            let word = position < 8 ? high : low
            let byte = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (position % 8)))
            bytes.append(Hexadecimal.digit(byte >> 4))
            bytes.append(Hexadecimal.digit(byte & 15))
        }
        text = String(decoding: bytes, as: UTF8.self)
    }
}
