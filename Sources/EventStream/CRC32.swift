/// CRC-32 as used by event streams: the polynomial of Ethernet, gzip and PNG (ISO 3309), reflected.
///
/// Sixteen bytes are folded at a time through sixteen tables ("slicing", Intel 2006).
public struct CRC32: Sendable, Hashable {
    private var state: UInt32 = 0xFFFF_FFFF

    /// Starts a checksum of no bytes.
    public init() {}

    /// The checksum of the bytes so far.
    public var value: UInt32 { ~state }

    /// The checksum of the bytes.
    public static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
        var crc = CRC32()
        crc.update(bytes)
        return crc.value
    }

    /// Adds bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        update(bytes, from: 0, to: bytes.count)
    }

    /// Adds the bytes of a range of the span.
    mutating func update(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        var crc = state
        var index = start
        while index + 16 <= end {
            // The four bytes that meet the running checksum, then the twelve that do not.
            var folded = Self.entry(15, bytes[index] ^ UInt8(truncatingIfNeeded: crc))
            folded ^= Self.entry(14, bytes[index + 1] ^ UInt8(truncatingIfNeeded: crc >> 8))
            folded ^= Self.entry(13, bytes[index + 2] ^ UInt8(truncatingIfNeeded: crc >> 16))
            folded ^= Self.entry(12, bytes[index + 3] ^ UInt8(truncatingIfNeeded: crc >> 24))
            folded ^= Self.entry(11, bytes[index + 4]) ^ Self.entry(10, bytes[index + 5])
            folded ^= Self.entry(9, bytes[index + 6]) ^ Self.entry(8, bytes[index + 7])
            folded ^= Self.entry(7, bytes[index + 8]) ^ Self.entry(6, bytes[index + 9])
            folded ^= Self.entry(5, bytes[index + 10]) ^ Self.entry(4, bytes[index + 11])
            folded ^= Self.entry(3, bytes[index + 12]) ^ Self.entry(2, bytes[index + 13])
            folded ^= Self.entry(1, bytes[index + 14]) ^ Self.entry(0, bytes[index + 15])
            crc = folded
            index += 16
        }
        while index < end {
            crc = crc >> 8 ^ Self.entry(0, bytes[index] ^ UInt8(truncatingIfNeeded: crc))
            index += 1
        }
        state = crc
    }

    /// `table[256 k + b]` is the effect of the byte `b` followed by `k` zero bytes.
    @inline(__always)
    private static func entry(_ table: Int, _ byte: UInt8) -> UInt32 { tables[table << 8 | Int(byte)] }

    private static let tables: InlineArray<4096, UInt32> = {
        var tables = InlineArray<4096, UInt32>(repeating: 0)
        for byte in 0..<256 {
            var crc = UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
            tables[byte] = crc
        }
        for index in 256..<4096 {
            let shorter = tables[index - 256]
            tables[index] = shorter >> 8 ^ tables[Int(shorter & 0xFF)]
        }
        return tables
    }()
}
