/// The rows of one section of a curl trace.
struct CurlTraceRows {
    private(set) var bytes: [UInt8] = []

    /// Whether the bytes are those that went over the wire; a dot in `--trace-ascii` may stand for another.
    private(set) var isExact = true

    static func read(_ cursor: inout LogCursor) -> CurlTraceRows {
        var rows = CurlTraceRows()
        while !cursor.isAtEnd, let row = row(cursor.line) {
            rows.add(row)
            cursor.advance()
        }
        return rows
    }

    /// Adds the CR LF that ends a section of text, which no row follows.
    mutating func end(at size: Int?) {
        if let size, size == bytes.count + 2 { bytes += [0x0D, 0x0A] }
    }

    private mutating func add(_ row: (offset: Int, text: ByteText)) {
        // A row of text ends where CR LF stood; it is known by the gap before the next row.
        if row.offset == bytes.count + 2 { bytes += [0x0D, 0x0A] }
        if let exact = Self.hexadecimal(row.text) {
            bytes += exact
        } else {
            bytes += Array(row.text)
            if row.text.contains(UInt8(ascii: ".")) { isExact = false }
        }
    }

    /// `0040: text`.
    private static func row(_ line: ByteText) -> (offset: Int, text: ByteText)? {
        let digits = line.prefix { $0.isLowercaseHex }
        guard (4...8).contains(digits.count), let offset = Int(digits.text, radix: 16) else { return nil }
        let rest = line[digits.endIndex...]
        guard rest.first == UInt8(ascii: ":") else { return nil }
        let text = rest.dropFirst()
        return (offset, text.first == 0x20 ? text.dropFirst() : text)
    }

    /// Up to 16 bytes of two digits each; `nil` when the row is text.
    private static func hexadecimal(_ text: ByteText) -> [UInt8]? {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while bytes.count < 16, index + 1 < text.endIndex, text[index].isLowercaseHex, text[index + 1].isLowercaseHex,
            let byte = UInt8(text[index...(index + 1)].text, radix: 16)
        {
            guard index + 2 >= text.endIndex || text[index + 2] == 0x20 else { return nil }
            bytes.append(byte)
            index += 3
        }
        // The rest is the same bytes as text: as many characters as bytes, behind padding.
        let rest = index < text.endIndex ? text[index...].drop { $0 == 0x20 } : []
        return bytes.isEmpty || rest.count > bytes.count || (bytes.count < 16 && rest.isEmpty && index < text.endIndex)
            ? nil : bytes
    }
}
