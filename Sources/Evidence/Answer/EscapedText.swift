import WireText

/// Takes one layer of escaping off a text that was printed inside another.
enum EscapedText {
    /// `\n`, `\t`, `\"`, `\'`, `\/`, `\\`, `\u2019` and XML's entities, as the characters they stand for.
    ///
    /// An escape that is not one of these stays as it is.
    static func plain(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let (plain, length) = character(in: bytes, at: index) {
                result += plain
                index += length
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What an escape at a place stands for, and its length; `nil` where there is none.
    private static func character(in text: [UInt8], at index: Int) -> ([UInt8], Int)? {
        if text[index] == UInt8(ascii: "&") { return entity(text[index...]) }
        guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else { return nil }
        if let scalar = StringEscapes.scalar(in: text.span, at: index) { return scalar }
        switch StringEscapes.byte(for: text[index + 1]) {
        case 0x0A, 0x0D: return ([0x0A], 2)
        case 0x09: return ([0x20], 2)
        // `\b` and `\f` stand in paths of Windows far more often than in messages.
        case 0x08, 0x0C: return nil
        case let byte?: return ([byte], 2)
        case nil: return text[index + 1] == UInt8(ascii: "'") ? ([UInt8(ascii: "'")], 2) : nil
        }
    }

    private static let entities: [(name: String, byte: UInt8)] = [
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")), ("&amp;", UInt8(ascii: "&")),
        ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&nbsp;", UInt8(ascii: " ")),
    ]

    /// The five entities of XML, HTML's blank, and any character by its number: `&#34;`, `&#x2F;`.
    private static func entity(_ rest: ByteText) -> ([UInt8], Int)? {
        for (name, byte) in entities where rest.hasPrefix(name) { return ([byte], name.utf8.count) }
        guard rest.hasPrefix("&#"), let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let number = rest[..<end].dropFirst(2).text
        let value =
            number.hasPrefix("x") || number.hasPrefix("X") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
        return value.flatMap(Unicode.Scalar.init).map { (Array(String($0).utf8), end + 1 - rest.startIndex) }
    }
}
