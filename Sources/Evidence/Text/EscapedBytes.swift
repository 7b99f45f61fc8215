import WireText

/// Backslash escapes of string literals, undone to bytes.
///
/// Sources: <https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences>, ECMA-262 section 12.9.4.
enum EscapedBytes {
    /// The bytes that a literal stands for; what is not an escape stays as it is.
    static func plain(_ text: ByteText) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\\")) else { return Array(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "\\"), index + 1 < text.endIndex else {
                result.append(text[index])
                index += 1
                continue
            }
            let (bytes, length) = escape(text[(index + 1)...])
            result += bytes
            index += 1 + length
        }
        return result
    }

    /// What the text behind a backslash stands for, and how much of it was used.
    private static func escape(_ rest: ByteText) -> (bytes: [UInt8], length: Int) {
        guard let first = rest.first else { return ([UInt8(ascii: "\\")], 0) }
        switch first {
        case UInt8(ascii: "n"): return ([0x0A], 1)
        case UInt8(ascii: "r"): return ([0x0D], 1)
        case UInt8(ascii: "t"): return ([0x09], 1)
        case UInt8(ascii: "b"): return ([0x08], 1)
        case UInt8(ascii: "f"): return ([0x0C], 1)
        case UInt8(ascii: "v"): return ([0x0B], 1)
        case UInt8(ascii: "0"): return ([0x00], 1)
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "`"):
            return ([first], 1)
        case UInt8(ascii: "x"):
            guard let byte = number(rest.dropFirst().prefix(2), digits: 2) else { break }
            return ([UInt8(byte)], 3)
        case UInt8(ascii: "u"):
            return unicode(rest)
        default: break
        }
        return ([UInt8(ascii: "\\"), first], 1)
    }

    /// `uXXXX`, two of them for a character beyond the basic plane, and `u{X...}` of JavaScript and Rust.
    private static func unicode(_ rest: ByteText) -> (bytes: [UInt8], length: Int) {
        let after = rest.dropFirst()
        if after.first == UInt8(ascii: "{"), let end = after.prefix(10).firstIndex(of: UInt8(ascii: "}")),
            let value = UInt32(after[(after.startIndex + 1)..<end].text, radix: 16), let scalar = Unicode.Scalar(value)
        {
            return (Array(String(scalar).utf8), end - rest.startIndex + 1)
        }
        guard let unit = number(after.prefix(4), digits: 4) else { return (Array("\\u".utf8), 1) }
        let next = after.dropFirst(4)
        if UTF16.isLeadSurrogate(UInt16(unit)), next.hasPrefix("\\u"),
            let trail = number(next.dropFirst(2).prefix(4), digits: 4), UTF16.isTrailSurrogate(UInt16(trail))
        {
            return (Array(String(decoding: [UInt16(unit), UInt16(trail)], as: UTF16.self).utf8), 11)
        }
        return (Array(String(decoding: [UInt16(unit)], as: UTF16.self).utf8), 5)
    }

    private static func number(_ text: ByteText, digits: Int) -> Int? {
        guard text.count == digits, text.allSatisfy({ $0.isDigit || $0.isLetter }) else { return nil }
        return Int(text.text, radix: 16)
    }
}
