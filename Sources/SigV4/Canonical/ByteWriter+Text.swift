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
    /// The two lower-case digits of each byte.
    static let pairs: StaticString = """
        000102030405060708090a0b0c0d0e0f\
        101112131415161718191a1b1c1d1e1f\
        202122232425262728292a2b2c2d2e2f\
        303132333435363738393a3b3c3d3e3f\
        404142434445464748494a4b4c4d4e4f\
        505152535455565758595a5b5c5d5e5f\
        606162636465666768696a6b6c6d6e6f\
        707172737475767778797a7b7c7d7e7f\
        808182838485868788898a8b8c8d8e8f\
        909192939495969798999a9b9c9d9e9f\
        a0a1a2a3a4a5a6a7a8a9aaabacadaeaf\
        b0b1b2b3b4b5b6b7b8b9babbbcbdbebf\
        c0c1c2c3c4c5c6c7c8c9cacbcccdcecf\
        d0d1d2d3d4d5d6d7d8d9dadbdcdddedf\
        e0e1e2e3e4e5e6e7e8e9eaebecedeeef\
        f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff
        """

    /// One capital digit.
    @inline(__always)
    static func capital(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
