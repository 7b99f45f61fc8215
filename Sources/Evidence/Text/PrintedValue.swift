/// A value as a program prints it for its author: Python's `repr`, JavaScript's `util.inspect`, Rust's `{:?}`, or JSON.
///
/// All write strings in quotes with backslash escapes, `{name: value}` and `[value, ...]`; Python and Rust mark bytes with
/// `b`, JavaScript and Rust leave the quotes of names out and put a type's name in front.
indirect enum PrintedValue: Sendable {
    case text([UInt8])
    /// `403`, `None`, `true`, `<_io.BytesIO object at 0x7f>`, `[Object]`: a word as it stands.
    case word(String)
    case list([PrintedValue])
    case object([(name: String, value: PrintedValue)])

    /// Reads the value at the beginning of the text; what follows it is left.
    ///
    /// A value that is cut off ends where the text ends.
    static func read(_ text: ByteText) -> PrintedValue? { part(of: text)?.value }

    /// The value at the beginning of a text, and the place behind it.
    struct Part {
        let value: PrintedValue
        let end: Int

        /// Whether the text ended, or stopped making sense, before every bracket was closed.
        let isCut: Bool
    }

    static func part(of text: ByteText) -> Part? {
        var reader = PrintedValueReader(text)
        return reader.value(depth: 0).map { Part(value: $0, end: reader.index, isCut: reader.isCut) }
    }

    /// The member of that name, whatever the case.
    subscript(name: String) -> PrintedValue? {
        guard case .object(let members) = self else { return nil }
        let wanted = name.lowercased()
        return members.first { $0.name.lowercased() == wanted }?.value
    }

    /// The bytes of a text, or the word.
    var bytes: [UInt8]? {
        switch self {
        case .text(let bytes): bytes
        case .word(let word): Array(word.utf8)
        default: nil
        }
    }

    var string: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    var members: [(name: String, value: PrintedValue)] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The bytes of a text or word without the types around it: `Some("x")`, `HeaderValue { _private: H0("x") }`, `["x"]`.
    var leaf: [UInt8]? {
        switch self {
        case .text(let bytes): bytes
        case .word(let word): Array(word.utf8)
        case .list(let values): values.count == 1 ? values[0].leaf : nil
        case .object(let members): members.count == 1 ? members[0].value.leaf : nil
        }
    }
}

/// The scanner behind ``PrintedValue``.
private struct PrintedValueReader {
    private let text: ByteText
    private(set) var index: Int
    private(set) var isCut = false

    /// Whether nothing more can be read: what is too deep or too odd at one place would be tried again at every level.
    private var isOver = false

    init(_ text: ByteText) {
        self.text = text
        index = text.startIndex
    }

    private var current: UInt8? { index < text.endIndex ? text[index] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    mutating func value(depth: Int) -> PrintedValue? {
        skipSpace()
        guard depth < 24 else {
            isOver = true
            return nil
        }
        guard let byte = current else { return nil }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return .text(string())
        case UInt8(ascii: "b"), UInt8(ascii: "u"):
            if index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "'") || text[index + 1] == UInt8(ascii: "\"")
            {
                index += 1
                return .text(string())
            }
            return wordOrObject(depth: depth)
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(until: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "("): return list(until: UInt8(ascii: ")"), depth: depth)
        case UInt8(ascii: "<"): return angled()
        default: return wordOrObject(depth: depth)
        }
    }

    /// `ClassName { ... }` is the object, anything else a word.
    private mutating func wordOrObject(depth: Int) -> PrintedValue? {
        let start = index
        while let byte = current, !",}])\n".utf8.contains(byte) {
            if byte == UInt8(ascii: "{") { return object(depth: depth) }
            if byte == UInt8(ascii: "(") {
                let arguments = list(until: UInt8(ascii: ")"), depth: depth)
                // `Uint8Array(3) [ 1, 2, 3 ]`: what stands in the brackets is the value.
                guard text[index...].hasPrefix(" [") || text[index...].hasPrefix(" {") else { return arguments }
                return value(depth: depth)
            }
            index += 1
        }
        let word = text[start..<index].trimmed
        return word.isEmpty ? nil : .word(word.text)
    }

    private mutating func angled() -> PrintedValue {
        let start = index
        while let byte = current, byte != UInt8(ascii: ">"), byte != 0x0A { index += 1 }
        index = min(index + 1, text.endIndex)
        return .word(text[start..<index].text)
    }

    private mutating func object(depth: Int) -> PrintedValue {
        index += 1
        var members: [(name: String, value: PrintedValue)] = []
        while true {
            skipSpace()
            guard let byte = current, !isOver else {
                isCut = true
                break
            }
            if byte == UInt8(ascii: "}") {
                index += 1
                break
            }
            if byte == UInt8(ascii: ",") {
                index += 1
                continue
            }
            guard let name = name(depth: depth) else {
                isCut = true
                break
            }
            skipSpace()
            // A set of Python has members without a colon.
            guard current == UInt8(ascii: ":") else { continue }
            index += 1
            guard let value = value(depth: depth + 1) else {
                isCut = true
                break
            }
            members.append((name, value))
        }
        return .object(members)
    }

    private mutating func name(depth: Int) -> String? {
        if let byte = current, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            return String(decoding: string(), as: UTF8.self)
        }
        let start = index
        while let byte = current, byte != UInt8(ascii: ":"), byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") {
            index += 1
            // No name is as long, and a text without any of these is not searched to its end at every line.
            if index - start > 256 {
                isOver = true
                return nil
            }
        }
        return index > start ? text[start..<index].trimmed.text : nil
    }

    private mutating func list(until end: UInt8, depth: Int) -> PrintedValue {
        index += 1
        var values: [PrintedValue] = []
        while true {
            skipSpace()
            guard let byte = current, !isOver else {
                isCut = true
                break
            }
            if byte == end {
                index += 1
                break
            }
            if byte == UInt8(ascii: ",") {
                index += 1
                continue
            }
            guard let value = value(depth: depth + 1) else {
                index = min(index + 1, text.endIndex)
                continue
            }
            values.append(value)
        }
        return .list(values)
    }

    /// A string in quotes, its escapes undone.
    private mutating func string() -> [UInt8] {
        let quote = text[index]
        index += 1
        let start = index
        while let byte = current, byte != quote {
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index, text.endIndex)
        let raw = text[start..<index]
        index = min(index + 1, text.endIndex)
        return EscapedBytes.plain(raw)
    }
}
