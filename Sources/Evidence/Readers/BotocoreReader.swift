import WireText

/// Debug lines of botocore and the AWS CLI: the request as prepared, and the answer as received.
///
/// What logger wrote the line, and in which form, does not matter; canonical request and string to sign are read by
/// ``CanonicalRequestReader``.
struct BotocoreReader: LogReader {
    static let marks = [
        "Making request for OperationModel(", "<AWSPreparedRequest ", "<AWSRequest ", "Response headers: ",
        "Response Headers: ", "Response body:", "Response Body:", "HTTP/1.",
    ]

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        if let text = line.after("Making request for OperationModel(") { return making(text, &cursor) }
        if let text = line.after("<AWSPreparedRequest ") ?? line.after("<AWSRequest ") {
            cursor.advance()
            return prepared(text).map { [.request($0)] } ?? []
        }
        if let text = line.after("Response headers: ") ?? line.after("Response Headers: ") {
            cursor.advance()
            let found = headers(PrintedValue.read(text))
            // The events of a stream are logged as answers are; their headers begin with a colon.
            if found.contains(where: { $0.name == ":message-type" }) { return [event(found, &cursor)] }
            return [.response(ObservedResponse(headers: found))]
        }
        if isBodyMark(line) { return body(&cursor) }
        if let events = connection(line) {
            cursor.advance()
            return events
        }
        return nil
    }

    // MARK: Requests

    /// `Making request for OperationModel(name=Converse) with params: {...}`: the only place that shows the body.
    private static func making(_ text: ByteText, _ cursor: inout LogCursor) -> [LogEvent] {
        cursor.advance()
        guard let printed = text.after("with params: "), let value = PrintedValue.read(printed) else {
            return [.begin]
        }
        guard let method = value["method"]?.string, let url = value["url"]?.bytes else { return [.begin] }
        let parts = HTTPRequestLine.parts(of: ByteText(url))
        var request = ObservedRequest(method: method, target: Array(parts.target), host: parts.host)
        switch value["body"] {
        case .text(let bytes): request.body = bytes.isEmpty ? .none : .whole(bytes)
        case .object(let members) where members.isEmpty: request.body = .none
        default: request.body = .unknown
        }
        return [.begin, .request(request)]
    }

    /// `stream_output=False, method=POST, url=..., headers={...}>`.
    private static func prepared(_ text: ByteText) -> ObservedRequest? {
        guard let method = text.after("method=")?.prefix(while: { $0 != UInt8(ascii: ",") }),
            let url = text.after("url=")?.before(", headers=")
        else { return nil }
        let parts = HTTPRequestLine.parts(of: url)
        var fields = text.after("headers=").map { Self.fields(PrintedValue.read($0)) } ?? []
        if let host = parts.host, !fields.contains(where: { $0.isNamed("host") }) {
            // The HTTP library adds it from the URL.
            fields.insert(HeaderField("Host", host), at: 0)
        }
        let length = fields.first { $0.isNamed("content-length") }?.text
        return ObservedRequest(
            method: method.text, target: Array(parts.target), headers: fields,
            body: length == nil || length == "0" ? .none : .unknown, host: parts.host)
    }

    private static func fields(_ value: PrintedValue?) -> [HeaderField] {
        (value?.members ?? []).compactMap { name, value in
            value.bytes.map { HeaderField(name: name, bytes: $0) }
        }
    }

    // MARK: Answers

    private static func headers(_ value: PrintedValue?) -> [HeaderField] {
        fields(value)
    }

    private static func body(_ cursor: inout LogCursor) -> [LogEvent] {
        bodyBytes(&cursor).map { [.response(ObservedResponse(body: $0))] } ?? []
    }

    /// An event: its payload stands in the record behind its headers.
    private static func event(_ headers: [HeaderField], _ cursor: inout LogCursor) -> LogEvent {
        var event = ObservedEvent(headers: [:])
        for header in headers { event.headers[header.name] = header.text }
        if isBodyMark(cursor.line) { event.payload = bodyBytes(&cursor) ?? [] }
        return .streamEvent(event)
    }

    private static func isBodyMark(_ line: ByteText) -> Bool {
        line.hasSuffix("Response body:") || line.hasSuffix("Response Body:")
    }

    /// The body stands in the next line as a literal of bytes, or as it is.
    private static func bodyBytes(_ cursor: inout LogCursor) -> [UInt8]? {
        cursor.advance()
        let line = cursor.line
        guard !cursor.isAtEnd, !LogRecord.begins(line) else { return nil }
        cursor.advance()
        guard case .text(let bytes) = PrintedValue.read(line), line.hasPrefix("b'") || line.hasPrefix("b\"") else {
            return Array(line)
        }
        return bytes
    }

    /// `http://host:80 "POST /model/... HTTP/1.1" 403 670` of urllib3.
    private static func connection(_ line: ByteText) -> [LogEvent]? {
        guard let quote = line.range(of: " \"") ?? line.range(of: " b'"),
            let end = line.range(of: " HTTP/1.1\" ") ?? line.range(of: " HTTP/1.0\" "),
            end.lowerBound > quote.upperBound,
            let start = HTTPRequestLine(line[quote.upperBound..<(end.upperBound - 2)])
        else { return nil }
        let digits = line[end.upperBound...].prefix { $0.isDigit }
        guard digits.count == 3, let status = Int(digits.text) else { return nil }
        let host = line[..<quote.lowerBound].split(separator: 0x20).last.flatMap { HTTPRequestLine.parts(of: $0).host }
        return [
            .request(ObservedRequest(method: start.method, target: Array(start.target), host: host)),
            .response(ObservedResponse(status: status)),
        ]
    }
}
