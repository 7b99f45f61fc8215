import SigV4

/// A JSON text taken apart just far enough to be written in another style.
///
/// Strings and numbers keep the bytes that they are written with. What is no JSON, or is nested deeper than Bedrock takes,
/// gives none.
indirect enum JSONTree: Sendable {
    case object([(name: [UInt8], value: JSONTree)])
    case array([JSONTree])
    /// The contents of a string, escapes as written, without its quotes.
    case string([UInt8])
    case literal([UInt8])

    init?(_ text: [UInt8]) {
        var reader = Reader(text: text)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipBlanks()
        guard reader.index == text.count else { return nil }
        switch value {
        case .object, .array: self = value
        case .string, .literal: return nil
        }
    }

    private struct Reader {
        let text: [UInt8]
        var index = 0

        mutating func skipBlanks() {
            while index < text.count, text[index].isWhitespace { index += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            skipBlanks()
            guard index < text.count, text[index] == byte else { return false }
            index += 1
            return true
        }

        mutating func value(depth: Int) -> JSONTree? {
            guard depth < 256 else { return nil }
            if take(UInt8(ascii: "{")) { return object(depth) }
            if take(UInt8(ascii: "[")) { return array(depth) }
            if let string = string() { return .string(string) }
            let start = index
            while index < text.count, ![0x2C, 0x5D, 0x7D, 0x3A].contains(text[index]), !text[index].isWhitespace {
                index += 1
            }
            return index > start ? .literal(Array(text[start..<index])) : nil
        }

        private mutating func object(_ depth: Int) -> JSONTree? {
            var members: [(name: [UInt8], value: JSONTree)] = []
            if take(UInt8(ascii: "}")) { return .object([]) }
            repeat {
                guard let name = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else {
                    return nil
                }
                members.append((name, value))
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "}")) ? .object(members) : nil
        }

        private mutating func array(_ depth: Int) -> JSONTree? {
            var items: [JSONTree] = []
            if take(UInt8(ascii: "]")) { return .array([]) }
            repeat {
                guard let value = value(depth: depth + 1) else { return nil }
                items.append(value)
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "]")) ? .array(items) : nil
        }

        private mutating func string() -> [UInt8]? {
            guard take(UInt8(ascii: "\"")) else { return nil }
            let start = index
            while index < text.count, text[index] != UInt8(ascii: "\"") {
                index += text[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard index < text.count else { return nil }
            index += 1
            return Array(text[start..<(index - 1)])
        }
    }

    /// The JSON without one of the members of its outermost object, for each of them.
    var withoutEachMember: [(name: String, JSONTree)] {
        guard case .object(let members) = self, members.count <= 16 else { return [] }
        return members.indices.map { index in
            var fewer = members
            fewer.remove(at: index)
            return (VisibleBytes.text(members[index].name), .object(fewer))
        }
    }

    /// The JSON with the members of its outermost object in the reverse order; nil if there are not two.
    var reversed: JSONTree? {
        guard case .object(let members) = self, members.count > 1 else { return nil }
        return .object(members.reversed())
    }

    /// A text as a JSON string, quotes included.
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        [0x22]
            + text.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x22, 0x5C: [0x5C, byte]
                case 0x0A: Array("\\n".utf8)
                case 0x0D: Array("\\r".utf8)
                case 0x09: Array("\\t".utf8)
                default: [byte]
                }
            } + [0x22]
    }
}

/// How a library writes JSON.
struct JSONStyle: Sendable {
    enum Letters: Sendable { case asWritten, escaped, escapedCapitals, unescaped, escapedSlash, plainSlash, html }

    let words: String
    var comma = Array(",".utf8)
    var colon = Array(":".utf8)
    /// What one level is indented by; nil for a single line.
    var indent: [UInt8]?
    var isSorted = false
    var letters = Letters.asWritten
    var isPython = false

    private static let layouts: [JSONStyle] = [
        JSONStyle(words: "in compact form"),
        JSONStyle(words: "with Python's ', ' and ': '", comma: Array(", ".utf8), colon: Array(": ".utf8)),
        JSONStyle(words: "indented by two blanks", colon: Array(": ".utf8), indent: Array("  ".utf8)),
        JSONStyle(words: "indented by four blanks", colon: Array(": ".utf8), indent: Array("    ".utf8)),
        JSONStyle(words: "indented by tabs", colon: Array(": ".utf8), indent: [0x09]),
        JSONStyle(words: "indented by two blanks, ' : '", colon: Array(" : ".utf8), indent: Array("  ".utf8)),
        JSONStyle(words: "with ', ' and ':'", comma: Array(", ".utf8)),
        JSONStyle(words: "with ',' and ': '", colon: Array(": ".utf8)),
        JSONStyle(words: "indented by one blank", colon: Array(": ".utf8), indent: Array(" ".utf8)),
        JSONStyle(words: "indented by three blanks", colon: Array(": ".utf8), indent: Array("   ".utf8)),
    ]

    /// Every style, the usual ones first.
    static let all: [JSONStyle] = {
        var styles: [JSONStyle] = []
        let letters: [(Letters, String)] = [
            (.asWritten, ""), (.escaped, ", other letters as \\uXXXX"), (.unescaped, ", \\uXXXX as letters"),
            (.escapedSlash, ", slashes as \\/"), (.plainSlash, ", slashes bare"),
            (.html, ", < > & as \\u003c \\u003e \\u0026"), (.escapedCapitals, ", other letters as \\uXXXX in capitals"),
        ]
        for (kind, words) in letters {
            for isSorted in [false, true] {
                for layout in layouts {
                    var style = JSONStyle(
                        words: layout.words + (isSorted ? " with sorted keys" : "") + words)
                    style.comma = layout.comma
                    style.colon = layout.colon
                    style.indent = layout.indent
                    style.isSorted = isSorted
                    style.letters = kind
                    styles.append(style)
                }
            }
        }
        var python = JSONStyle(words: "as Python prints a dict", comma: Array(", ".utf8), colon: Array(": ".utf8))
        python.isPython = true
        python.letters = .unescaped
        return styles + [python]
    }()
}

extension JSONTree {
    func written(_ style: JSONStyle) -> [UInt8] {
        var result: [UInt8] = []
        write(style, 0, to: &result)
        return result
    }

    private func write(_ style: JSONStyle, _ depth: Int, to result: inout [UInt8]) {
        switch self {
        case .literal(let text): result += style.isPython ? Self.python(text) : text
        case .string(let text): Self.write(text, style, to: &result)
        case .array(let items):
            Self.write(items, 0x5B, 0x5D, style, depth, to: &result) { $0.write(style, depth + 1, to: &$1) }
        case .object(let members):
            let members =
                style.isSorted ? members.sorted { $0.name.lexicographicallyPrecedes($1.name) } : members
            Self.write(members, 0x7B, 0x7D, style, depth, to: &result) { member, result in
                Self.write(member.name, style, to: &result)
                result += style.colon
                member.value.write(style, depth + 1, to: &result)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], _ open: UInt8, _ close: UInt8, _ style: JSONStyle, _ depth: Int, to result: inout [UInt8],
        _ write: (Item, inout [UInt8]) -> Void
    ) {
        result.append(open)
        func newLine(_ depth: Int) {
            guard let indent = style.indent, !items.isEmpty else { return }
            result.append(0x0A)
            for _ in 0..<depth { result += indent }
        }
        for (index, item) in items.enumerated() {
            if index > 0 { result += style.comma }
            newLine(depth + 1)
            write(item, &result)
        }
        newLine(depth)
        result.append(close)
    }

    private static func python(_ text: [UInt8]) -> [UInt8] {
        switch String(decoding: text, as: UTF8.self) {
        case "true": Array("True".utf8)
        case "false": Array("False".utf8)
        case "null": Array("None".utf8)
        default: text
        }
    }

    private static func write(_ text: [UInt8], _ style: JSONStyle, to result: inout [UInt8]) {
        let quote: UInt8 = style.isPython ? 0x27 : 0x22
        result.append(quote)
        switch style.letters {
        case .asWritten: result += text
        case .escaped: escape(text, lowerHex: true, to: &result)
        case .escapedCapitals: escape(text, lowerHex: false, to: &result)
        case .unescaped: result += unescaped(text)
        case .plainSlash: result += replacing(text, Array("\\/".utf8), Array("/".utf8))
        case .escapedSlash:
            result += replacing(replacing(text, Array("\\/".utf8), Array("/".utf8)), Array("/".utf8), Array("\\/".utf8))
        case .html:
            for byte in text {
                switch byte {
                case UInt8(ascii: "<"): result += Array("\\u003c".utf8)
                case UInt8(ascii: ">"): result += Array("\\u003e".utf8)
                case UInt8(ascii: "&"): result += Array("\\u0026".utf8)
                default: result.append(byte)
                }
            }
        }
        result.append(quote)
    }

    private static func replacing(_ text: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
        text.replacing(old, with: new)
    }

    private static func escape(_ text: [UInt8], lowerHex: Bool, to result: inout [UInt8]) {
        guard text.contains(where: { $0 >= 0x80 }) else {
            result += text
            return
        }
        for unit in String(decoding: text, as: UTF8.self).utf16 {
            guard unit >= 0x80 else {
                result.append(UInt8(unit))
                continue
            }
            let digits = String(unit, radix: 16, uppercase: !lowerHex)
            result += Array("\\u".utf8) + [UInt8](repeating: 0x30, count: 4 - digits.utf8.count) + Array(digits.utf8)
        }
    }

    /// Escapes of letters as the letters; escapes that JSON needs stay.
    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\\")) else { return text }
        let plain = EscapedText.unescaped(text)
        return quoted(plain).dropFirst().dropLast() + []
    }
}
