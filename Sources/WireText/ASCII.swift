/// Of the characters that logs and answers are made of, nearly all are ASCII, and the library looks each of them up in its tables of
/// Unicode: a tenth to a fifth of an explanation went there.
extension Character {
    /// Whether it is a letter, as the library's own member of this name has it.
    package var isLetter: Bool { asciiValue.map(\.isLetter) ?? isLetterBeyondASCII }

    private var isLetterBeyondASCII: Bool { unicodeScalars.first?.properties.isAlphabetic ?? false }
}

/// What the texts of the wire need to know about single bytes.
///
/// They are inlinable because they are asked of each byte of a request, in loops of other modules.
extension UInt8 {
    /// The byte with an ASCII capital made small.
    @inlinable @inline(__always)
    package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// White space of ASCII: space, tab, line feed, vertical tab, form feed, return.
    @inlinable @inline(__always)
    package var isWhitespace: Bool { self == 0x20 || self &- 9 < 5 }

    /// `0` to `9`.
    @inlinable @inline(__always)
    package var isDigit: Bool { self &- 0x30 < 10 }

    /// `A` to `Z`.
    @inlinable @inline(__always)
    package var isUppercaseLetter: Bool { self &- 0x41 < 26 }

    /// `a` to `z`.
    @inlinable @inline(__always)
    package var isLowercaseLetter: Bool { self &- 0x61 < 26 }

    /// `A` to `Z` or `a` to `z`.
    @inlinable @inline(__always)
    package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// `A-Z a-z 0-9 - . _ ~` (RFC 3986, section 2.3), which percent-encoding leaves alone.
    @inlinable @inline(__always)
    package var isUnreserved: Bool {
        guard self < 0x80 else { return false }
        let set: UInt64 = self < 0x40 ? 0x03FF_6000_0000_0000 : 0x47FF_FFFE_87FF_FFFE
        return set >> UInt64(self & 0x3F) & 1 == 1
    }

    /// A character of an HTTP token (RFC 9110, section 5.6.2), of which header names are made.
    @inlinable @inline(__always)
    package var isTokenCharacter: Bool {
        guard self < 0x80 else { return false }
        let set: UInt64 = self < 0x40 ? 0x03FF_6CFA_0000_0000 : 0x57FF_FFFF_C7FF_FFFE
        return set >> UInt64(self & 0x3F) & 1 == 1
    }

    /// The value of a decimal digit.
    @inlinable @inline(__always)
    package var decimalDigit: Int? { self &- 0x30 < 10 ? Int(self &- 0x30) : nil }

    /// The value of a hexadecimal digit in either case.
    @inlinable @inline(__always)
    package var hexDigit: UInt8? {
        if self &- 0x30 < 10 { return self &- 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}

extension String {
    /// The string with its ASCII capitals made small and everything else as it is.
    package var asciiLowercased: String {
        String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }

    /// Whether two strings are equal but for the case of ASCII letters, as names of the protocol are compared.
    @usableFromInline
    package func equalsIgnoringCase(_ other: String) -> Bool {
        let (leftText, rightText) = (utf8, other.utf8)
        guard leftText.count == rightText.count else { return false }
        let (left, right) = (leftText.span, rightText.span)
        guard left.count >= 8 else {
            for index in left.indices where left[index].asciiLowercased != right[index].asciiLowercased {
                return false
            }
            return true
        }
        // Eight bytes at once; the last eight may hold some of those before them again.
        var start = 0
        let last = left.count &- 8
        while start < last {
            if left.word(at: start).asciiLowercased != right.word(at: start).asciiLowercased { return false }
            start &+= 8
        }
        return left.word(at: last).asciiLowercased == right.word(at: last).asciiLowercased
    }
}
