import SigV4
import WireText

extension JSONTree {
    /// The JSON in a style.
    func written(_ style: JSONSpelling) -> [UInt8] {
        var result: [UInt8] = []
        write(style, 0, to: &result)
        return result
    }

    private func write(_ style: JSONSpelling, _ depth: Int, to result: inout [UInt8]) {
        switch self {
        case .literal(let text): result += style.isPython ? Self.python(text) : Self.number(text, style.numbers)
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
        _ items: [Item], _ open: UInt8, _ close: UInt8, _ style: JSONSpelling, _ depth: Int, to result: inout [UInt8],
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

    private static func number(_ text: [UInt8], _ form: JSONSpelling.Numbers) -> [UInt8] {
        guard let first = text.first, first.decimalDigit != nil || first == UInt8(ascii: "-") else { return text }
        switch form {
        case .asWritten: return text
        case .short: return text.suffix(2).elementsEqual(".0".utf8) ? text.dropLast(2) : text
        case .long:
            let isWhole = text.dropFirst().allSatisfy { $0.decimalDigit != nil }
            return isWhole ? text + Array(".0".utf8) : text
        }
    }

    private static func python(_ text: [UInt8]) -> [UInt8] {
        switch String(decoding: text, as: UTF8.self) {
        case "true": Array("True".utf8)
        case "false": Array("False".utf8)
        case "null": Array("None".utf8)
        default: text
        }
    }

    private static func write(_ text: [UInt8], _ style: JSONSpelling, to result: inout [UInt8]) {
        if style.isPython {
            let plain = StringEscapes.unescape(text.span)
            let quote = PythonText.quote(for: plain)
            result.append(quote)
            for byte in plain {
                switch byte {
                case 0x0A: result += Array("\\n".utf8)
                case 0x0D: result += Array("\\r".utf8)
                case 0x09: result += Array("\\t".utf8)
                case 0x5C, quote: result += [0x5C, byte]
                default: result.append(byte)
                }
            }
            result.append(quote)
            return
        }
        let quote: UInt8 = 0x22
        result.append(quote)
        switch style.letters {
        case .asWritten: result += text
        case .escaped: escape(text, lowerHex: true, to: &result)
        case .escapedCapitals: escape(text, lowerHex: false, to: &result)
        case .escapedAll:
            let slashes = replacing(
                replacing(text, Array("\\/".utf8), Array("/".utf8)), Array("/".utf8), Array("\\/".utf8))
            escape(slashes, lowerHex: true, to: &result)
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

    /// Appends a text with all but ASCII as `\uXXXX`.
    static func escape(_ text: [UInt8], lowerHex: Bool, to result: inout [UInt8]) {
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
        let plain = StringEscapes.unescape(text.span)
        return quoted(plain).dropFirst().dropLast() + []
    }
}
