/// The pieces that the stages of a signature are written with.
extension ByteWriter {
    @inline(__always)
    mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

    mutating func append(_ bytes: [UInt8], in range: Range<Int>) { append(bytes[range].span) }

    @inline(__always)
    mutating func append(_ text: String) {
        let utf8 = text.utf8
        append(utf8.span)
    }

    /// Writes `%` and two capital hexadecimal digits.
    mutating func append(percentEncoding byte: UInt8) {
        append(UInt8(ascii: "%"))
        append(Hexadecimal.capital(byte >> 4))
        append(Hexadecimal.capital(byte & 15))
    }

    /// Writes eight digits of a date.
    @inline(__always)
    mutating func append(_ date: DateStamp) { append(word: date.packed) }

    /// Writes a time as `YYYYMMDDTHHMMSSZ`.
    @inline(__always)
    mutating func append(_ time: AmzDate) {
        append(word: time.date.packed)
        append(word: time.packedTime)
    }

    /// Writes `text` with its ASCII capitals made small.
    mutating func append(lowercased text: String) {
        for byte in text.utf8 { append(byte.asciiLowercased) }
    }
}

/// Hexadecimal digits.
enum Hexadecimal {
    /// The eight lower-case digits of four bytes, packed into a word, the first in the highest byte.
    ///
    /// The nibbles are spread to a byte each, then all eight become ASCII at once: 0x30 is added to each, and 0x27 more
    /// where the value is ten or above.
    @inline(__always)
    static func digits(of word: UInt32) -> UInt64 {
        var nibbles = UInt64(word)
        nibbles = (nibbles << 16 | nibbles) & 0x0000_FFFF_0000_FFFF
        nibbles = (nibbles << 8 | nibbles) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles << 4 | nibbles) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
    }

    /// One capital digit.
    @inline(__always)
    static func capital(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
