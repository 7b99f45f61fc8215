import WireText

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
