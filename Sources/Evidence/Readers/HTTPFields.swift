import JSONText
import WireText

/// The header fields behind a start line.
struct HTTPFields {
    private(set) var fields: [HeaderField] = []

    /// How many lines they take, the empty one that ends them included.
    private(set) var lines = 0

    /// Reads the fields from the line `offset` after the cursor on.
    ///
    /// They end with an empty line, or with a line that is not a field: a paste may have lost the empty one.
    static func read(from cursor: LogCursor, offset: Int) -> HTTPFields {
        var result = HTTPFields()
        while let line = cursor.peek(offset + result.lines) {
            if line.isBlank {
                result.lines += 1
                break
            }
            if let first = line.first, first == 0x20 || first == 0x09, !result.fields.isEmpty {
                // Folded lines are one value (RFC 9112, section 5.2).
                result.fields[result.fields.count - 1].value += [0x20] + Array(line.trimmed)
            } else if let field = field(line) {
                result.fields.append(field)
            } else {
                break
            }
            result.lines += 1
        }
        return result
    }

    /// `Name: value`, the value as it stands but for one space before it.
    static func field(_ line: ByteText) -> HeaderField? {
        // HTTP/2's pseudo-header stands for the host.
        let line = line.hasPrefix(":authority:") ? ArraySlice("host".utf8 + line.dropFirst(10)) : line
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy({ $0.isDigit || $0.isLetter || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E })
        else { return nil }
        var value = line[(colon + 1)...]
        if value.first == 0x20 { value = value.dropFirst() }
        return HeaderField(name: line[..<colon].text, bytes: Array(value))
    }

    var contentLength: Int? {
        fields.first { $0.isNamed("content-length") }.flatMap { Int($0.text.trimmedWhitespace()) }
            .flatMap { $0 >= 0 ? $0 : nil }
    }

    var isChunked: Bool {
        fields.contains { $0.isNamed("transfer-encoding") && $0.text.lowercased().contains("chunked") }
    }
}
