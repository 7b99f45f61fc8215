/// Takes bits from bytes, the lowest of each byte first (RFC 1951 section 3.1.1).
struct BitReader {
    private var offset: Int
    private var buffer: UInt64 = 0
    private(set) var available = 0

    init(at offset: Int) { self.offset = offset }

    /// The next bits, at most 32 of them.
    mutating func take(_ count: Int, _ source: borrowing Span<UInt8>) throws(InflateError) -> Int {
        fill(source)
        guard available >= count else { throw InflateError(.truncated) }
        let bits = Int(buffer & ((1 << UInt64(count)) - 1))
        drop(count)
        return bits
    }

    /// The next bits without taking them; zeros follow the end of the data.
    mutating func peek(_ source: borrowing Span<UInt8>) -> UInt64 {
        fill(source)
        return buffer
    }

    mutating func drop(_ count: Int) {
        buffer >>= UInt64(count)
        available -= count
    }

    /// Skips to the next whole byte and returns its place; reading goes on there.
    mutating func alignedOffset() -> Int {
        drop(available & 7)
        offset -= available / 8
        available = 0
        buffer = 0
        return offset
    }

    mutating func move(to offset: Int) { self.offset = offset }

    private mutating func fill(_ source: borrowing Span<UInt8>) {
        while available <= 56, offset < source.count {
            buffer |= UInt64(source[offset]) << UInt64(available)
            offset &+= 1
            available &+= 8
        }
    }
}
