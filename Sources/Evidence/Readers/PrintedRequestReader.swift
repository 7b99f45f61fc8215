import WireText

/// Requests and answers that an SDK or a program prints as objects: `HttpRequest { ... }` of JavaScript,
/// `Request { ... }` and `Response { ... }` of Rust, the same as JSON, Java's `DefaultSdkHttpFullRequest(...)`, and what s3cmd
/// sends.
struct PrintedRequestReader: LogReader {
    static let marks =
        [
            "SdkHttpFullRequest(", "SdkHttpRequest(", s3cmd, "Received failed response: ", "Received error response: ",
            "Received successful response: ", "httpStatusCode: ", "\"headers\":",
        ]
        + ["equest", "esponse"].flatMap { name in [" {", ": {", "\": {", "\":{"].map { name + $0 } }

    /// A brace alone on its line.
    static func mayBegin(_ line: ByteText, below before: ByteText?) -> Bool {
        let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
        return rest.first == UInt8(ascii: "{") && rest.dropFirst().isBlank
    }

    /// No object is longer.
    private static let limit = 1 << 20

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        if let text = line.after("SdkHttpFullRequest(") ?? line.after("SdkHttpRequest(") {
            cursor.advance()
            return java(text).map { [.request($0)] }
        }
        if let text = line.after(s3cmd) {
            cursor.advance()
            return sent(byS3cmd: text).map { [.request($0)] }
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
        if let named = named(in: line) { return named }
        if line[..<brace].isBlank, line.contains("\"headers\":"),
            line.contains("\"method\":") || line.contains("\"statusCode\":") || line.contains("\"status\":")
        {
            return brace
        }
        return nil
    }

    /// The first brace behind a name that ends in `request` or `response`: `Request {`, `"response": {`.
    private static func named(in line: ByteText) -> Int? {
        var rest = line
        while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
            var name = line[..<brace]
            if name.last == 0x20 { name = name.dropLast() }
            let hasSpace = name.endIndex < brace
            let hasColon = name.last == UInt8(ascii: ":")
            if hasColon { name = name.dropLast() }
            let hasQuote = hasColon && name.last == UInt8(ascii: "\"")
            if hasQuote { name = name.dropLast() }
            if hasSpace || hasQuote, name.hasSuffix("equest") || name.hasSuffix("esponse") { return brace }
            rest = line[(brace + 1)...]
        }
        return nil
    }

    /// The messages in the objects of the line at the cursor, of which the first begins at a place in it, and the last may end
    /// below it.
    private static func object(_ cursor: inout LogCursor, from start: Int) -> [LogEvent]? {
        let line = cursor.line
        if isEscaped(line[start...]) { return escaped(&cursor, from: start) }
        var events: [LogEvent] = []
        var next: Int? = start
        var last: PrintedValue.Part?
        // A line can show a request and its answer.
        while let place = next {
            let size = min(limit, max(cursor.allowance, line.endIndex - place))
            guard let part = PrintedValue.part(of: cursor.input.bytes[place...].prefix(size)) else { break }
            let found = PrintedMessage.events(in: part.value)
            if found.isEmpty {
                cursor.waste(part.end - place)
                break
            }
            events += found
            last = part
            next = part.isCut || part.end >= line.endIndex ? nil : named(in: line[part.end...])
            // What is cut off may have run into other records: little of it is looked at again, much would take for ever.
            if part.isCut, part.end - place < 4_096 { last = nil }
        }
        guard !events.isEmpty else { return nil }
        events = withoutPiece(events)
        if let words = failure(before: start, in: line, events) ?? failure(above: cursor, events)
            ?? failure(aboveResponse: cursor, events)
        {
            events.append(words)
        }
        if let last { cursor.move(toByte: last.end) }
        cursor.advance()
        return events
    }

    /// Without the body of a refusal that the printer cut: what the error says before it is whole.
    private static func withoutPiece(_ events: [LogEvent]) -> [LogEvent] {
        guard case .response(var response)? = events.last, response.status.map({ $0 >= 400 }) ?? false,
            response.body.first == UInt8(ascii: "{"), response.body.last != UInt8(ascii: "}")
        else { return events }
        response.body = []
        return events.dropLast() + [.response(response)]
    }

    /// What an error says before it shows the answer that it came from, where that has no body: Rust prints an error with the
    /// service's code and sentence first.
    private static func failure(before start: Int, in line: ByteText, _ events: [LogEvent]) -> LogEvent? {
        guard case .response(let response)? = events.last, response.body.isEmpty,
            response.status.map({ $0 >= 400 }) ?? true
        else { return nil }
        let words = line[..<start]
        guard words.count > 40, words.contains("rror"), !["DEBUG", "TRACE"].contains(where: words.prefix(120).contains)
        else { return nil }
        return .failure(words.trimmed.text)
    }

    /// How many lines of a pretty-printed error may stand above the answer in it.
    private static let reach = 16

    /// The error whose members stand on lines of their own above the answer, where the paste ends before that answer's body does:
    /// Rust prints the service's code and sentence first.
    private static func failure(above cursor: LogCursor, _ events: [LogEvent]) -> LogEvent? {
        guard case .response(let response)? = events.last, response.body.isEmpty,
            response.status.map({ $0 >= 400 }) ?? true,
            let name = cursor.line.trimmed.text.split(separator: ":").first, name == "raw"
        else { return nil }
        var lines: [String] = []
        for offset in 1...reach {
            guard let line = cursor.peek(-offset)?.trimmed.text, !line.isEmpty else { break }
            lines.insert(line, at: 0)
            if line.contains("ServiceError {") { break }
        }
        let words = lines.joined(separator: " ")
        return OptionalMessage.message(in: words) == nil ? nil : .failure(words)
    }

    /// The members of an error of the SDK for JavaScript that stand in lines above its `$response`, where that shows no body.
    private static func failure(aboveResponse cursor: LogCursor, _ events: [LogEvent]) -> LogEvent? {
        guard case .response(let response)? = events.last, response.body.isEmpty,
            response.status.map({ $0 >= 400 }) ?? true,
            cursor.line.trimmed.text.split(separator: ":").first == "$response"
        else { return nil }
        var (name, message): (String?, String?)
        for offset in 1...reach {
            guard let line = cursor.peek(-offset)?.trimmed, !line.isEmpty else { break }
            if name == nil, line.hasPrefix("name: ") { name = line.dropFirst(6).trimmed.text }
            if message == nil, line.hasPrefix("message: ") { message = line.dropFirst(9).trimmed.text }
        }
        guard let message else { return nil }
        return .failure(name.map { "\($0): \(message)" } ?? message)
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

    // MARK: s3cmd

    private static let s3cmd = "Sending request method_string="

    /// `'GET', uri='/bucket/?delimiter=/', headers={...}, body=(0 bytes)`.
    private static func sent(byS3cmd text: ByteText) -> ObservedRequest? {
        func quoted(_ text: ByteText?) -> ByteText? {
            text?.drop { $0 == UInt8(ascii: "'") }.prefix { $0 != UInt8(ascii: "'") }
        }
        guard let method = quoted(text), let uri = quoted(text.after("uri=")),
            uri.first == UInt8(ascii: "/") || uri.contains("://")
        else { return nil }
        let parts = HTTPRequestLine.parts(of: uri)
        let fields = text.after("headers=").flatMap { PrintedValue.read($0)?.members } ?? []
        return ObservedRequest(
            method: method.text, target: Array(parts.target),
            headers: fields.compactMap { name, value in value.bytes.map { HeaderField(name: name, bytes: $0) } },
            body: text.contains("body=(0 bytes)") ? .none : .unknown, host: parts.host)
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
