import WireText

/// What a server of S3's kind traces of its calls: MinIO's `mc admin trace --verbose` and its older HTTP trace.
///
/// Each message begins with `[REQUEST handler]` or `[RESPONSE]`; a line of the newer form begins with the node's name. The
/// request line has no version, and a mark stands in the place of the body.
/// Source: <https://min.io/docs/minio/linux/reference/minio-mc-admin/mc-admin-trace.html>.
struct MinIOTraceReader: LogReader {
    static let marks = ["[REQUEST ", "[RESPONSE]"]

    /// No head has more lines.
    private static let limit = 200

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        if let mark = line.range(of: "[REQUEST ") { return request(&cursor, node: line[..<mark.lowerBound]) }
        if let mark = line.range(of: "[RESPONSE]") { return response(&cursor, node: line[..<mark.lowerBound]) }
        return nil
    }

    private static func request(_ cursor: inout LogCursor, node: ByteText) -> [LogEvent]? {
        guard let first = cursor.peek(1).flatMap({ bare($0, node) }) else { return nil }
        let method = first.prefix { $0.isUppercaseLetter }
        let target = first[method.endIndex...].trimmed.prefix { $0 != 0x20 }
        guard (3...7).contains(method.count), target.first == UInt8(ascii: "/") else { return nil }
        let (fields, lines) = head(cursor, from: 2, node)
        cursor.advance(2 + lines)
        return [.begin, .request(ObservedRequest(method: method.text, target: Array(target), headers: fields))]
    }

    private static func response(_ cursor: inout LogCursor, node: ByteText) -> [LogEvent]? {
        guard let first = cursor.peek(1).flatMap({ bare($0, node) }), first.prefix(while: \.isDigit).count == 3,
            let status = Int(first.prefix { $0.isDigit }.text)
        else { return nil }
        let (fields, lines) = head(cursor, from: 2, node)
        cursor.advance(2 + lines)
        var body: [UInt8] = []
        while !cursor.isAtEnd, !Self.marks.contains(where: { cursor.line.contains($0) }), body.count < 65_536 {
            body += (bare(cursor.line, node) ?? cursor.line) + [0x0A]
            cursor.advance()
        }
        return [.response(ObservedResponse(status: status, headers: fields, body: Array(ByteText(body).trimmed)))]
    }

    /// The header fields, and how many lines they and what ends them take.
    private static func head(_ cursor: LogCursor, from offset: Int, _ node: ByteText) -> ([HeaderField], Int) {
        var fields: [HeaderField] = []
        var count = 0
        while count < limit, let line = cursor.peek(offset + count).flatMap({ bare($0, node) }) {
            if line.isBlank || line.hasPrefix("<BODY>") || line.hasPrefix("<BLOB>") { return (fields, count + 1) }
            guard let field = HTTPFields.field(line) else { break }
            // The version of the protocol stands among them.
            if field.name != "Proto" { fields.append(field) }
            count += 1
        }
        return (fields, count)
    }

    /// A line without the node's name; `nil` of another node's.
    private static func bare(_ line: ByteText, _ node: ByteText) -> ByteText? {
        let name = node.trimmed
        guard !name.isEmpty else { return line }
        return line.hasPrefix(name.text) ? line.dropFirst(name.count).drop { $0 == 0x20 } : nil
    }
}
