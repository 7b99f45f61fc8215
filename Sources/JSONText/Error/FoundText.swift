import WireText

/// What stands at a place, in words short enough for a message.
enum FoundText {
    /// The word, character or end of the text at that place.
    static func describe(at offset: Int, in source: borrowing Span<UInt8>) -> String {
        guard offset < source.count else { return "the end of the text" }
        let byte = source[offset]
        switch byte {
        case UInt8(ascii: "\""): return "a string"
        case 0x00..<0x20, 0x7F: return "the control character U+\(hex(UInt32(byte), digits: 4))"
        case _ where byte.isLetter || byte.isDigit:
            return "'\(word(at: offset, in: source))'"
        case 0x21..<0x7F: return "'\(Character(Unicode.Scalar(byte)))'"
        case 0x20: return "a space"
        default: return scalar(at: offset, in: source)
        }
    }

    /// The string that begins at that place as it is spelt, cut if it is long.
    static func string(at offset: Int, in source: borrowing Span<UInt8>) -> String {
        var end = offset + 1
        while end < source.count, source[end] != UInt8(ascii: "\"") {
            end += source[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        end = min(end + 1, source.count)
        let shown = min(end, offset + 60)
        let text = decode(offset..<shown, in: source)
        return shown < end ? text + "…" : text
    }

    static func hex(_ value: some FixedWidthInteger, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func word(at offset: Int, in source: borrowing Span<UInt8>) -> String {
        var end = offset
        while end < source.count, end - offset < 20, isWord(source[end]) { end += 1 }
        return decode(offset..<end, in: source)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: ".")
    }

    private static func scalar(at offset: Int, in source: borrowing Span<UInt8>) -> String {
        let end = min(offset + 4, source.count)
        guard let first = decode(offset..<end, in: source).unicodeScalars.first, first != "\u{FFFD}" else {
            return "the byte 0x\(hex(source[offset], digits: 2))"
        }
        return "'\(Character(first))' (U+\(hex(first.value, digits: 4)))"
    }

    private static func decode(_ range: Range<Int>, in source: borrowing Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        for place in range { bytes.append(source[place]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
