/// Bytes written as hexadecimal digits, two for each (RFC 4648, section 8).
package enum Hexadecimal {
    /// The small digit of a value below sixteen.
    @inlinable @inline(__always)
    package static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// The capital digit of a value below sixteen.
    @inlinable @inline(__always)
    package static func capital(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    /// The bytes in small digits.
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return digits
    }

    /// The bytes that digits of either case stand for; nil if their number is odd or something is not a digit.
    package static func decode(_ digits: Span<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = byte(in: digits, at: index) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// The byte that the two digits at a place stand for; nil if there are no two digits.
    @inlinable
    package static func byte(in text: Span<UInt8>, at index: Int) -> UInt8? {
        guard index >= 0, index + 1 < text.count, let high = text[index].hexDigit, let low = text[index + 1].hexDigit
        else { return nil }
        return high << 4 | low
    }
}
