import WireText

/// A text read so that what its writers may change of a value makes no difference.
///
/// - escapes are undone: percent escapes, also of percent signs; those of JSON strings, also of their backslashes
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
        default: return UInt8(ascii: "\\")
        }
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
