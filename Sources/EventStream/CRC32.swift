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
        let tables = Self.tables.span
        /// `tables[256 k + b]` is the effect of the byte `b` followed by `k` zero bytes.
        @inline(__always)
        func effect(_ zeros: Int, _ byte: UInt8) -> UInt32 { tables[zeros << 8 | Int(byte)] }

        var crc = state
        var index = start
        while index + 16 <= end {
            // The four bytes that meet the running checksum, then the twelve that do not. Four sums, so that they can
            // be made side by side.
            var first = effect(15, bytes[index] ^ UInt8(truncatingIfNeeded: crc))
            var second = effect(14, bytes[index + 1] ^ UInt8(truncatingIfNeeded: crc >> 8))
            var third = effect(13, bytes[index + 2] ^ UInt8(truncatingIfNeeded: crc >> 16))
            var fourth = effect(12, bytes[index + 3] ^ UInt8(truncatingIfNeeded: crc >> 24))
            first ^= effect(11, bytes[index + 4]) ^ effect(7, bytes[index + 8]) ^ effect(3, bytes[index + 12])
            second ^= effect(10, bytes[index + 5]) ^ effect(6, bytes[index + 9]) ^ effect(2, bytes[index + 13])
            third ^= effect(9, bytes[index + 6]) ^ effect(5, bytes[index + 10]) ^ effect(1, bytes[index + 14])
            fourth ^= effect(8, bytes[index + 7]) ^ effect(4, bytes[index + 11]) ^ effect(0, bytes[index + 15])
            crc = first ^ second ^ third ^ fourth
            index += 16
        }
        while index < end {
            crc = crc >> 8 ^ effect(0, bytes[index] ^ UInt8(truncatingIfNeeded: crc))
            index += 1
        }
        state = crc
    }

    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 4096)
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
