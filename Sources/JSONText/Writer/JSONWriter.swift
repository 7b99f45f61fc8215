import WireText

/// The writer: appends the text of values to one buffer of bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let style: JSONStyle
    private var depth = 0
    /// Where the current line began, for the style that fits lines.
    private var lineStart = 0
    /// How many of the open arrays and objects stand on one line.
    private var inlineDepth = 0

    init(style: JSONStyle) {
        self.style = style
        // Most texts are of some hundred bytes, and need not be moved while they grow.
        bytes.reserveCapacity(192)
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(true): bytes.append(contentsOf: "true".utf8)
        case .bool(false): bytes.append(contentsOf: "false".utf8)
        case .number(let number): bytes.append(contentsOf: number.literal.utf8)
        case .string(let string): write(string)
        case .array, .object: writeContainer(value)
        }
    }

    private mutating func writeContainer(_ value: JSONValue) {
        let isInline = inlineDepth > 0 || fitsLine(value)
        if isInline { inlineDepth += 1 }
        switch value {
        case .array(let elements): write(elements)
        case .object(let object): write(object)
        case .null, .bool, .number, .string: break
        }
        if isInline { inlineDepth -= 1 }
    }

    private func fitsLine(_ value: JSONValue) -> Bool {
        guard case .fitted(_, let width) = style else { return false }
        // One byte more for the comma that may follow.
        return LineWidth.fits(value, in: width - (bytes.count - lineStart) - 1)
    }

    private mutating func write(_ elements: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        depth += 1
        // Through a span, elements are written in place; the array would give each retained.
        let elements = elements.span
        for place in elements.indices {
            separate(isFirst: place == 0)
            write(elements[place])
        }
        depth -= 1
        if !elements.isEmpty { breakLine() }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: JSONObject) {
        bytes.append(UInt8(ascii: "{"))
        depth += 1
        let members = object.members.span
        for place in members.indices {
            separate(isFirst: place == 0)
            write(members[place].name)
            bytes.append(UInt8(ascii: ":"))
            if style != .compact { bytes.append(0x20) }
            write(members[place].value)
        }
        depth -= 1
        if !members.isEmpty { breakLine() }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func separate(isFirst: Bool) {
        if !isFirst {
            bytes.append(UInt8(ascii: ","))
            if style == .spaced || inlineDepth > 0 { bytes.append(0x20) }
        }
        breakLine()
    }

    private mutating func breakLine() {
        let indent: Int
        switch style {
        case .pretty(let width): indent = width
        case .fitted(let width, _) where inlineDepth == 0: indent = width
        case .compact, .spaced, .fitted: return
        }
        bytes.append(0x0A)
        lineStart = bytes.count
        for _ in 0..<(depth * max(indent, 0)) { bytes.append(0x20) }
    }

    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        let added = StringEscapes.addedBytes(in: string.utf8.span)
        // The usual way to append has a cost of its own, as large as that of some thirty bytes: most names are shorter.
        if added == 0, string.utf8.count > 32 {
            bytes.append(contentsOf: string.utf8)
        } else {
            let text = string.utf8.span
            bytes.append(addingCapacity: text.count + added) { StringEscapes.write(text, into: &$0) }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
