import SigV4

/// Requests and answers that an SDK or a program prints as objects: `HttpRequest { ... }` of JavaScript,
/// `Request { ... }` and `Response { ... }` of Rust, the same as JSON, and Java's `DefaultSdkHttpFullRequest(...)`.
struct PrintedRequestReader: LogReader {
    /// No object is longer.
    private static let limit = 1 << 20

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        if let text = line.after("SdkHttpFullRequest(") ?? line.after("SdkHttpRequest(") {
            cursor.advance()
            return java(text).map { [.request($0)] }
        }
        if let status = line.after("Received failed response: ") ?? line.after("Received error response: ")
            ?? line.after("Received successful response: "), let code = Int(status.prefix { $0.isDigit }.text)
        {
            cursor.advance()
            return [.response(ObservedResponse(status: code))]
        }
        if let start = start(cursor), let events = object(&cursor, from: start) { return events }
        if let status = line.after("httpStatusCode: "),
            let code = Int(status.prefix { $0.isDigit }.text)
        {
            cursor.advance()
            return [.response(ObservedResponse(status: code))]
        }
        return nil
    }

    // MARK: Objects

    private static let marks = [
        "equest {", "esponse {", "equest: {", "esponse: {", "equest\": {", "esponse\": {", "equest\":{", "esponse\":{",
    ]

    /// Where in the line at the cursor an object begins that may be a request or an answer.
    private static func start(_ cursor: LogCursor) -> Int? {
        let line = cursor.line
        guard let brace = line.firstIndex(of: UInt8(ascii: "{")) else { return nil }
        // Alone on its line it is an object by itself; the next line tells whether it is worth reading.
        if line[brace...].trimmed.count == 1, line[..<brace].isBlank {
            let next = cursor.peek(1)?.trimmed.prefix(16).text ?? ""
            let isMessage = ["method", "status", "host", "headers", "path", "url", "uri", "protocol"].contains {
                next.drop { "\"'".contains($0) }.hasPrefix($0)
            }
            return isMessage ? brace : nil
        }
        for mark in marks {
            if let found = line.range(of: mark) { return found.upperBound - 1 }
        }
        if line[..<brace].isBlank, line.contains("\"headers\":"),
            line.contains("\"method\":") || line.contains("\"statusCode\":") || line.contains("\"status\":")
        {
            return brace
        }
        return nil
    }

    /// The messages in the object that begins at a place of the line at the cursor, and ends in it or below.
    private static func object(_ cursor: inout LogCursor, from start: Int) -> [LogEvent]? {
        let line = cursor.line
        if isEscaped(line[start...]) { return escaped(&cursor, from: start) }
        guard let part = PrintedValue.part(of: cursor.input.bytes[start...].prefix(limit)) else { return nil }
        var events = PrintedMessage.events(in: part.value)
        if events.isEmpty { return nil }
        // What is cut off may have run into other records: little of it is looked at again, much would take for ever.
        if part.isCut, part.end - start < 4_096 {
            cursor.advance()
        } else {
            cursor.move(toByte: part.end)
            cursor.advance()
            // A line can show a request and its answer.
            if part.end < line.endIndex { events += behind(line[part.end...]) }
        }
        return events
    }

    /// The objects in the rest of a line.
    private static func behind(_ rest: ByteText) -> [LogEvent] {
        var events: [LogEvent] = []
        var inner = LogCursor(InputText(message: Array(rest)))
        while !inner.isAtEnd {
            guard let start = start(inner), let found = object(&inner, from: start) else { break }
            events += found
        }
        return events
    }

    /// An object that was printed inside a string, perhaps of another string, whose escapes are undone layer by layer.
    private static func escaped(_ cursor: inout LogCursor, from start: Int) -> [LogEvent]? {
        var text = Array(cursor.line[start...].prefix(limit))
        for _ in 0..<4 where isEscaped(ByteText(text)) { text = EscapedBytes.plain(ByteText(text)) }
        guard let value = PrintedValue.read(ByteText(text)) else { return nil }
        let events = PrintedMessage.events(in: value)
        if events.isEmpty { return nil }
        cursor.advance()
        return events
    }

    /// Whether the first string in a text is quoted inside another.
    private static func isEscaped(_ text: ByteText) -> Bool {
        guard let quote = text.firstIndex(of: UInt8(ascii: "\"")), quote > text.startIndex else { return false }
        return text[quote - 1] == UInt8(ascii: "\\")
    }

    // MARK: Java

    /// `httpMethod=POST, protocol=https, host=..., port=443, encodedPath=/model/..., headers=[names], ...`.
    private static func java(_ text: ByteText) -> ObservedRequest? {
        func member(_ name: String) -> ByteText? {
            text.after(name + "=")?.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ")") }
        }
        guard let method = member("httpMethod"), let path = member("encodedPath") else { return nil }
        let port = member("port").map(\.text) ?? ""
        let host = member("host").map { $0.text + (["", "443", "80", "-1"].contains(port) ? "" : ":" + port) }
        return ObservedRequest(method: method.text, target: Array(path), host: host)
    }
}
