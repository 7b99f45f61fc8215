import SigV4

/// Requests and answers that an SDK prints as objects: JavaScript's `HttpRequest { ... }` and `HttpResponse { ... }`, and
/// Java's `DefaultSdkHttpFullRequest(...)`.
struct PrintedRequestReader: LogReader {
    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        if let text = line.after("SdkHttpFullRequest(") {
            cursor.advance()
            return java(text).map { [.request($0)] }
        }
        if let status = line.after("Received failed response: ") ?? line.after("Received error response: ")
            ?? line.after("Received successful response: "), let code = Int(status.prefix { $0.isDigit }.text)
        {
            cursor.advance()
            return [.response(ObservedResponse(status: code))]
        }
        if let start = line.range(of: "HttpRequest {") ?? line.range(of: "HttpRequest: {") {
            guard let value = object(cursor, from: start.upperBound - 1) else { return nil }
            cursor.advance()
            return javaScript(request: value).map { [.request($0)] }
        }
        if let start = line.range(of: "HttpResponse {") ?? line.range(of: "HttpResponse: {") {
            guard let value = object(cursor, from: start.upperBound - 1) else { return nil }
            cursor.advance()
            let status = value["statusCode"]?.string.flatMap { Int($0) }
            let headers = (value["headers"]?.members ?? []).compactMap { name, value in
                value.string.map { ServiceAnswer.Header(name, $0) }
            }
            return status == nil ? nil : [.response(ObservedResponse(status: status, headers: headers))]
        }
        if let status = line.after("httpStatusCode: "), let code = Int(status.prefix { $0.isDigit }.text) {
            cursor.advance()
            return [.response(ObservedResponse(status: code))]
        }
        return nil
    }

    /// The object that begins at a place of the line at the cursor and ends somewhere below.
    private static func object(_ cursor: LogCursor, from start: Int) -> PrintedValue? {
        PrintedValue.read(cursor.input.bytes[start...].prefix(1 << 20))
    }

    private static func javaScript(request value: PrintedValue) -> ObservedRequest? {
        guard let method = value["method"]?.string, let path = value["path"]?.bytes else { return nil }
        var target = path
        let query = (value["query"]?.members ?? []).map { "\($0.name)=\($0.value.string ?? "")" }
        if !query.isEmpty { target += Array(("?" + query.joined(separator: "&")).utf8) }
        let host = value["hostname"]?.string.map { name in
            name + (value["port"]?.string.flatMap { Int($0) }.map { ":\($0)" } ?? "")
        }
        let headers = (value["headers"]?.members ?? []).compactMap { name, value in
            value.bytes.map { HeaderField(name: name, bytes: $0) }
        }
        var request = ObservedRequest(method: method, target: target, headers: headers, host: host)
        if case .text(let body) = value["body"] { request.body = .whole(body) }
        return request
    }

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
