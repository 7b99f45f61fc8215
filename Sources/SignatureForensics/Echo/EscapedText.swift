/// Text with the escapes of a JSON string, as it stands in a raw error body or a log.
enum EscapedText {
    /// The text without its escapes; what is no escape stays as it is.
    static func unescaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
                result.append(text[index])
                index += 1
                continue
            }
            if let (bytes, length) = scalar(text, at: index) {
                result += bytes
                index += length
            } else if let byte = simple[text[index + 1]] {
                result.append(byte)
                index += 2
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    private static let simple: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    ]

    /// A `\uXXXX` escape, or two of them for a character beyond the basic plane: its UTF-8 and its length.
    private static func scalar(_ text: [UInt8], at index: Int) -> (bytes: [UInt8], length: Int)? {
        guard let unit = codeUnit(text, at: index) else { return nil }
        var units = [unit]
        if UTF16.isLeadSurrogate(unit), let trail = codeUnit(text, at: index + 6), UTF16.isTrailSurrogate(trail) {
            units.append(trail)
        }
        return (Array(String(decoding: units, as: UTF16.self).utf8), 6 * units.count)
    }

    private static func codeUnit(_ text: [UInt8], at index: Int) -> UInt16? {
        guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        let digits = text[(index + 2)..<(index + 6)]
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
