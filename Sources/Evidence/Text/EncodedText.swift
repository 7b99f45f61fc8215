import WireText

/// A text that was encoded as a whole on its way: for a URL, or in base64 as some logs and tickets keep it.
enum EncodedText {
    /// Layers of it, one inside the other; more are made by nobody.
    private static let depth = 3

    /// No message is longer; what is, is a file of something else.
    private static let limit = 4 << 20

    /// The text inside; `nil` when it is not encoded.
    static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= limit else { return nil }
        var result: [UInt8]?
        for _ in 0..<depth {
            guard let inner = percent(result ?? bytes) ?? base64(result ?? bytes, depth: depth) else { break }
            result = inner
        }
        return result
    }

    // MARK: Percent-encoding

    /// A text in which every blank is an escape or a plus sign (RFC 3986, section 2.1; form encoding).
    private static func percent(_ bytes: [UInt8]) -> [UInt8]? {
        let text = bytes[...].trimmed
        guard text.count >= 12, !text.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
            return nil
        }
        guard !text.hasPrefix("http://"), !text.hasPrefix("https://"), !text.hasPrefix("/") else { return nil }
        // A blank or a quote among them: a URL or a path alone has neither.
        guard text.contains("%20") || text.contains("%22") || text.contains("+") && text.contains("%3A") else {
            return nil
        }
        let isForm = !text.contains("%20")
        let result = PercentCoding.decode(text.span, plus: isForm ? UInt8(ascii: " ") : UInt8(ascii: "+"))
        return result == Array(text) ? nil : result
    }

    // MARK: Base64

    /// Base64 of a text (RFC 4648), in lines or in one.
    private static func base64(_ bytes: [UInt8], depth: Int) -> [UInt8]? {
        let text = bytes[...].trimmed
        // Words with blanks between them are not lines of base64.
        guard text.count >= 32, !text.contains(where: { $0 == 0x20 || $0 == 0x09 }),
            let result = try? Base64.decode(
                text.span, allowing: [.whitespace, .padding, .urlAlphabet, .unusedBits]),
            result.count >= 24
        else { return nil }
        // Without a word in it, it is a text only where another layer lies in it.
        let isLayer = { percent(result) != nil || depth > 0 && base64(result, depth: depth - 1) != nil }
        return isText(result) || isLayer() ? result : nil
    }

    /// Whether bytes are a text of words: UTF-8 without control characters, and a blank or a quote in it.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        let isPrintable = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        return isPrintable && bytes.contains { $0 == 0x20 || $0 == UInt8(ascii: "\"") }
    }
}
