/// Characters as XML's entities and references write them.
package enum XMLEntity {
    private static let named: [(name: String, byte: UInt8)] = [
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")), ("&amp;", UInt8(ascii: "&")),
        ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ]

    /// The longest reference that is looked at, in bytes.
    private static let longest = 10

    /// What the five entities of XML, or a reference by number (`&#34;`, `&#x2F;`), at the beginning of a text stand for, in
    /// UTF-8, and how many bytes they take; `nil` where there is none.
    package static func character(at text: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int)? {
        guard text.first == UInt8(ascii: "&"),
            let end = text.prefix(longest).firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let written = String(decoding: text[...end], as: UTF8.self)
        let length = end + 1 - text.startIndex
        if let known = named.first(where: { written == $0.name }) { return ([known.byte], length) }
        guard written.hasPrefix("&#") else { return nil }
        let number = written.dropFirst(2).dropLast()
        let isHex = number.hasPrefix("x") || number.hasPrefix("X")
        let value = isHex ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
        return value.flatMap(Unicode.Scalar.init).map { (Array(String($0).utf8), length) }
    }

    /// A text with every one of them read.
    package static func decoded(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.first {
            if let found = character(at: rest) {
                result += found.bytes
                rest = rest.dropFirst(found.length)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
