import JSONText
import WireText

/// Reads the parts of a recording from its document, one function a shape.
enum RecordingReader {
    /// - Parameter redactor: Takes the secrets out of each exchange right behind its reading: later its parts would have to be
    ///   fetched from memory again, which takes longer.
    static func recording(_ root: JSONCursor, _ redactor: Redactor) throws(JSONShapeError) -> Recording {
        // The schema first: of another schema, complaints about members would only mislead.
        _ = try root.member("schema").string(oneOf: [Recording.schema])
        try root.requireOnly(names: ["schema", "name", "source", "notes", "exchanges"])
        var notes: [String] = []
        for note in try root.optionalMember("notes")?.array() ?? [] { notes.append(redactor.redact(try note.string())) }
        let exchanges = try root.member("exchanges").array().mappedByAllCores { cursor throws(JSONShapeError) in
            redactor.redact(try exchange(cursor))
        }
        return Recording(
            name: try nonEmpty(root.member("name")), source: try source(root.member("source")), exchanges: exchanges,
            notes: notes)
    }

    private static func source(_ cursor: JSONCursor) throws(JSONShapeError) -> RecordingSource {
        try cursor.requireOnly(names: ["kind", "tool", "version", "date"])
        let kinds = RecordingSource.Kind.allCases
        let kind = try cursor.member("kind").string(oneOf: kinds.map(\.rawValue))
        let date = try cursor.optionalMember("date")
        if let date, !RecordingSource.isDay(try date.string()) { throw date.fault(expected: "a day as YYYY-MM-DD") }
        return RecordingSource(
            kind: kinds.first { $0.rawValue == kind } ?? .authored, tool: try nonEmpty(cursor.member("tool")),
            version: try cursor.member("version").string(), date: try date?.string())
    }

    static func exchange(_ cursor: JSONCursor) throws(JSONShapeError) -> Exchange {
        try cursor.requireOnly(names: ["request", "response"])
        return Exchange(
            request: try request(cursor.member("request")), response: try response(cursor.member("response")))
    }

    private static func request(_ cursor: JSONCursor) throws(JSONShapeError) -> RecordedRequest {
        try cursor.requireOnly(names: ["method", "target", "host", "headers", "body"])
        let target = try cursor.member("target")
        guard try target.string().hasPrefix("/") else {
            throw target.fault(expected: "a path with its query, beginning with '/'")
        }
        return RecordedRequest(
            method: try nonEmpty(cursor.member("method")), target: try target.string(),
            host: try cursor.optionalMember("host")?.string(), headers: try headers(cursor), body: try body(cursor))
    }

    private static func response(_ cursor: JSONCursor) throws(JSONShapeError) -> RecordedResponse {
        try cursor.requireOnly(names: ["status", "headers", "body"])
        return RecordedResponse(
            status: try cursor.member("status").integer(in: 100...599), headers: try headers(cursor),
            body: try body(cursor))
    }

    private static func headers(_ cursor: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for header in try cursor.optionalMember("headers")?.array() ?? [] {
            try header.requireOnly(names: ["name", "value"])
            headers.append(
                HeaderField(try nonEmpty(header.member("name")), try header.member("value").string()))
        }
        return headers
    }

    private static func body(_ cursor: JSONCursor) throws(JSONShapeError) -> RecordedBody {
        guard let body = try cursor.optionalMember("body") else { return .none }
        let forms = ["json", "text", "base64", "stream"]
        try body.requireOnly(names: forms)
        let object = try body.object()
        guard object.count == 1, let form = object.first?.name else {
            throw body.fault(
                expected: "exactly one of \(forms.joined(separator: ", "))",
                found: object.isEmpty ? "an empty object" : object.names.joined(separator: " and "))
        }
        let content = try body.member(form)
        switch form {
        case "json": return .json(content.value)
        case "text": return .text(try content.string())
        case "base64": return .bytes(try base64(content))
        default:
            var chunks: [StreamChunk] = []
            for chunk in try content.array() { chunks.append(try streamChunk(chunk)) }
            return .stream(chunks)
        }
    }

    private static func streamChunk(_ cursor: JSONCursor) throws(JSONShapeError) -> StreamChunk {
        try cursor.requireOnly(names: ["atMs", "base64"])
        let time = try cursor.member("atMs")
        let milliseconds = try time.number().double
        guard milliseconds.isFinite, milliseconds >= 0 else { throw time.fault(expected: "milliseconds from 0") }
        return StreamChunk(milliseconds: milliseconds, bytes: try base64(cursor.member("base64")))
    }

    private static func base64(_ cursor: JSONCursor) throws(JSONShapeError) -> [UInt8] {
        guard let bytes = try? Base64.decode(try cursor.string().utf8.span) else {
            throw cursor.fault(expected: "base64 with padding (RFC 4648 section 4)", found: "something else")
        }
        return bytes
    }

    private static func nonEmpty(_ cursor: JSONCursor) throws(JSONShapeError) -> String {
        let text = try cursor.string()
        guard !text.isEmpty else { throw cursor.fault(expected: "a string that is not empty") }
        return text
    }
}
