/// The writer: appends the text of values to one buffer of bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let style: JSONStyle
    private var depth = 0

    init(style: JSONStyle) { self.style = style }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(true): bytes.append(contentsOf: "true".utf8)
        case .bool(false): bytes.append(contentsOf: "false".utf8)
        case .number(let number): bytes.append(contentsOf: number.literal.utf8)
        case .string(let string): write(string)
        case .array(let elements): write(elements)
        case .object(let object): write(object)
        }
    }

    private mutating func write(_ elements: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        depth += 1
        var isFirst = true
        for element in elements {
            separate(isFirst: isFirst)
            isFirst = false
            write(element)
        }
        depth -= 1
        if !isFirst { breakLine() }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: JSONObject) {
        bytes.append(UInt8(ascii: "{"))
        depth += 1
        var isFirst = true
        for member in object {
            separate(isFirst: isFirst)
            isFirst = false
            write(member.name)
            bytes.append(UInt8(ascii: ":"))
            if style != .compact { bytes.append(0x20) }
            write(member.value)
        }
        depth -= 1
        if !isFirst { breakLine() }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func separate(isFirst: Bool) {
        if !isFirst {
            bytes.append(UInt8(ascii: ","))
            if style == .spaced { bytes.append(0x20) }
        }
        breakLine()
    }

    private mutating func breakLine() {
        guard case .pretty(let indent) = style else { return }
        bytes.append(0x0A)
        for _ in 0..<(depth * max(indent, 0)) { bytes.append(0x20) }
    }

    /// A string in quotes, with the escapes that RFC 8259 section 7 requires and no others.
    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        if Self.needsEscapes(string.utf8.span) {
            for byte in string.utf8 { appendEscaped(byte) }
        } else {
            bytes.append(contentsOf: string.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscapes(_ text: borrowing Span<UInt8>) -> Bool {
        for place in 0..<text.count {
            let byte = text[place]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
        }
        return false
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): appendEscape(byte)
        case 0x0A: appendEscape(UInt8(ascii: "n"))
        case 0x0D: appendEscape(UInt8(ascii: "r"))
        case 0x09: appendEscape(UInt8(ascii: "t"))
        case 0x08: appendEscape(UInt8(ascii: "b"))
        case 0x0C: appendEscape(UInt8(ascii: "f"))
        case 0x00..<0x20:
            bytes.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        default: bytes.append(byte)
        }
    }

    private mutating func appendEscape(_ letter: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }
}
