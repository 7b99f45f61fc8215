import WireText

/// A text read so that what its writers may change of a value makes no difference.
///
/// - escapes are undone: percent escapes, also of percent signs; those of JSON and of C strings, also of their backslashes;
///   the entities of HTML, also of their ampersands
/// - white space is left out, real or escaped: a value may be broken into lines
/// - letters are small, and base64's URL alphabet is the standard one
struct FoldedBytes {
    /// Where the next byte is read.
    var index = 0
    /// Where the last one that was given began.
    private(set) var start = 0

    /// The next folded byte, nil at the end of the text.
    mutating func next(in text: borrowing Span<UInt8>) -> UInt8? {
        while index < text.count {
            start = index
            let byte = text[index]
            index += 1
            switch byte {
            case UInt8(ascii: "%"):
                if let escaped = percentEscape(in: text) { return escaped }
            case UInt8(ascii: "\\"):
                if let escaped = backslashEscape(in: text) { return escaped }
            case UInt8(ascii: "&"):
                if let escaped = entity(in: text) { return escaped }
            default:
                if let plain = Self.plain(byte) { return plain }
            }
        }
        return nil
    }

    /// Folds a whole value.
    static func all(of value: [UInt8]) -> [UInt8] {
        var fold = FoldedBytes()
        var result: [UInt8] = []
        while let byte = fold.next(in: value.span) { result.append(byte) }
        return result
    }

    /// What a percent escape stands for, `%2F` as well as `%252F`, which was escaped again; nil for white space.
    private mutating func percentEscape(in text: borrowing Span<UInt8>) -> UInt8? {
        var place = index
        while let byte = Hexadecimal.byte(in: text, at: place) {
            guard byte == UInt8(ascii: "%"), Hexadecimal.byte(in: text, at: place + 2) != nil else {
                index = place + 2
                return Self.plain(byte)
            }
            place += 2
        }
        return UInt8(ascii: "%")
    }

    /// What backslashes stand for, any number of them, which is one escaped again and again; nil for white space.
    private mutating func backslashEscape(in text: borrowing Span<UInt8>) -> UInt8? {
        while index < text.count, text[index] == UInt8(ascii: "\\") { index += 1 }
        guard index < text.count else { return UInt8(ascii: "\\") }
        switch text[index] {
        case UInt8(ascii: "/"), UInt8(ascii: "\""):
            index += 1
            return text[index - 1]
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            index += 1
            return nil
        case 0x0A, 0x0D: return nil
        case UInt8(ascii: "u"):
            guard Hexadecimal.byte(in: text, at: index + 1) == 0, let byte = Hexadecimal.byte(in: text, at: index + 3)
            else {
                return UInt8(ascii: "\\")
            }
            index += 5
            return Self.plain(byte)
        case UInt8(ascii: "x"):
            guard let byte = Hexadecimal.byte(in: text, at: index + 1) else { return UInt8(ascii: "\\") }
            index += 3
            return Self.plain(byte)
        case UInt8(ascii: "0"), UInt8(ascii: "1"):
            // Three octal digits, which are a byte of ASCII.
            let digits = index..<min(index + 3, text.count)
            guard digits.count == 3, digits.allSatisfy({ text[$0] & 0xF8 == 0x30 }) else { return UInt8(ascii: "\\") }
            index += 3
            return Self.plain(digits.reduce(0) { $0 << 3 | text[$1] & 7 })
        default: return UInt8(ascii: "\\")
        }
    }

    /// What an entity of HTML stands for, by its number or its name; nil for white space.
    private mutating func entity(in text: borrowing Span<UInt8>) -> UInt8? {
        var place = index
        // Escaped again and again: `&amp;#47;`.
        while Self.stands("amp;", in: text, at: place) { place += 4 }
        for (name, byte) in Self.entities where Self.stands(name, in: text, at: place) {
            index = place + name.utf8.count
            return Self.plain(byte)
        }
        guard place < text.count, text[place] == UInt8(ascii: "#") else { return UInt8(ascii: "&") }
        let isHexadecimal = place + 1 < text.count && text[place + 1] | 0x20 == UInt8(ascii: "x")
        let first = place + (isHexadecimal ? 2 : 1)
        var (end, value) = (first, 0)
        while end < min(first + 7, text.count), let digit = text[end].hexDigit, isHexadecimal || digit < 10 {
            value = value * (isHexadecimal ? 16 : 10) + Int(digit)
            end += 1
        }
        guard end > first, end < text.count, text[end] == UInt8(ascii: ";"), value < 0x80 else {
            return UInt8(ascii: "&")
        }
        index = end + 1
        return Self.plain(UInt8(value))
    }

    /// The names of what stands in secrets and is written so (WHATWG HTML, section 13.5).
    private static let entities: [(String, UInt8)] = [
        ("sol;", 0x2F), ("plus;", 0x2B), ("equals;", 0x3D), ("lowbar;", 0x5F), ("quot;", 0x22), ("apos;", 0x27),
        ("lt;", 0x3C), ("gt;", 0x3E), ("bsol;", 0x5C), ("Tab;", 0x09), ("NewLine;", 0x0A),
    ]

    private static func stands(_ word: String, in text: borrowing Span<UInt8>, at place: Int) -> Bool {
        let utf8 = word.utf8
        guard utf8.count <= text.count - place else { return false }
        var offset = 0
        for byte in utf8 {
            guard text[place + offset] == byte else { return false }
            offset += 1
        }
        return true
    }

    /// What an escaped byte is where it is not escaped; nil for white space.
    private static func plain(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "-"): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        case 0x09, 0x0A, 0x0D, 0x20: nil
        default: byte.asciiLowercased
        }
    }
}
