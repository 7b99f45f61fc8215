/// What SigV4 and HTTP need to know about bytes.
extension UInt8 {
    /// The byte with an ASCII capital made small.
    @inline(__always)
    package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// White space as the canonical header rules see it: space, tab, line feed, vertical tab, form feed, return.
    @inline(__always)
    package var isWhitespace: Bool { self == 0x20 || self &- 9 < 5 }

    /// `A-Z a-z 0-9 - . _ ~` (RFC 3986, section 2.3), which percent-encoding leaves alone.
    @inline(__always)
    package var isUnreserved: Bool {
        guard self < 0x80 else { return false }
        let mask: UInt64 = self < 0x40 ? 0x03FF_6000_0000_0000 : 0x47FF_FFFE_87FF_FFFE
        return mask >> UInt64(self & 0x3F) & 1 == 1
    }

    /// A character of an HTTP token (RFC 9110, section 5.6.2), of which header names are made.
    @inline(__always)
    var isTokenCharacter: Bool {
        guard self < 0x80 else { return false }
        let mask: UInt64 = self < 0x40 ? 0x03FF_6CFA_0000_0000 : 0x57FF_FFFF_C7FF_FFFE
        return mask >> UInt64(self & 0x3F) & 1 == 1
    }

    /// The value of a decimal digit.
    @inline(__always)
    package var decimalDigit: Int? { self &- 0x30 < 10 ? Int(self &- 0x30) : nil }

    /// The value of a hexadecimal digit in either case.
    @inline(__always)
    package var hexDigit: UInt8? {
        if self &- 0x30 < 10 { return self &- 0x30 }
        let letter = asciiLowercased &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}

extension String {
    /// The string with its ASCII capitals made small and everything else as it is.
    package var asciiLowercased: String {
        String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }
}
