import WireText

/// Requests and answers inside a printed value, known by the members that they have in every SDK.
///
/// A request has a method, headers and a path or URL; an answer has a status, and headers or a body. What the type is
/// called, and how deep in other values it stands, does not matter.
enum PrintedMessage {
    /// What the value shows, requests before answers.
    static func events(in value: PrintedValue) -> [LogEvent] {
        var requests: [LogEvent] = []
        var responses: [LogEvent] = []
        collect(value, depth: 0, &requests, &responses)
        return requests + responses
    }

    private static func collect(
        _ value: PrintedValue, depth: Int, _ requests: inout [LogEvent], _ responses: inout [LogEvent]
    ) {
        guard depth < 8 else { return }
        if let request = request(value) {
            if requests.isEmpty { requests.append(.request(request)) }
            return
        }
        if let response = response(value) {
            if responses.isEmpty { responses.append(.response(response)) }
            return
        }
        switch value {
        case .list(let values): for inner in values { collect(inner, depth: depth + 1, &requests, &responses) }
        case .object(let members):
            for member in members { collect(member.value, depth: depth + 1, &requests, &responses) }
        default: break
        }
    }

    // MARK: Requests

    private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"]

    private static func request(_ value: PrintedValue) -> ObservedRequest? {
        guard let method = value["method"]?.leaf.map({ ByteText($0).text.uppercased() }), methods.contains(method),
            let headers = value["headers"], let place = place(value)
        else { return nil }
        var request = ObservedRequest(
            method: method, target: place.target,
            headers: fields(headers).map { HeaderField(name: $0.name, bytes: $0.value) }, host: place.host)
        request.body = body(value["body"]).map { $0.isEmpty ? .none : .whole($0) } ?? .unknown
        // A header that the printer hides would look like one that was not sent: then none is known.
        if request.headers.contains(where: { isHidden($0.text) }) { request.headers = [] }
        return request
    }

    /// Path and query as they are sent, and the host.
    private static func place(_ value: PrintedValue) -> (target: [UInt8], host: String?)? {
        if let path = value["path"]?.bytes, path.first == UInt8(ascii: "/") {
            let query = (value["query"]?.members ?? []).map { "\($0.name)=\($0.value.string ?? "")" }
            let target = query.isEmpty ? path : path + Array(("?" + query.joined(separator: "&")).utf8)
            return (target, (value["hostname"] ?? value["host"]).flatMap { host($0, port: value["port"]) })
        }
        guard let url = value["uri"] ?? value["url"] else { return nil }
        if let text = url.leaf ?? url["as_string"]?.leaf ?? url["href"]?.leaf {
            guard ByteText(text).contains("://") || text.first == UInt8(ascii: "/") else { return nil }
            let parts = HTTPRequestLine.parts(of: ByteText(text))
            return (Array(parts.target), parts.host)
        }
        // The parts of a URL as Rust's `url` prints them.
        guard let path = url["path"]?.bytes, path.first == UInt8(ascii: "/") else { return nil }
        let query = url["query"]?.leaf.flatMap { $0 == Array("None".utf8) ? nil : [UInt8(ascii: "?")] + $0 } ?? []
        return (path + query, url["host"].flatMap { host($0, port: url["port"]) })
    }

    private static func host(_ name: PrintedValue, port: PrintedValue?) -> String? {
        guard let name = name.leaf.map({ ByteText($0).text }), !name.isEmpty, name != "undefined" else { return nil }
        return name + (port?.leaf.flatMap { Int(ByteText($0).text) }.map { ":\($0)" } ?? "")
    }

    private static func isHidden(_ value: String) -> Bool {
        value == "Sensitive" || (value.hasPrefix("<") && value.hasSuffix(">")) || value.hasPrefix("***")
            || value.uppercased().contains("REDACTED")
    }

    // MARK: Answers

    private static func response(_ value: PrintedValue) -> ObservedResponse? {
        guard let status = (value["statusCode"] ?? value["status"] ?? value["status_code"])?.leaf,
            let code = Int(ByteText(status).text), (100...599).contains(code)
        else { return nil }
        let headers = value["headers"] ?? value["responseHeaders"]
        let content = value["body"] ?? value["responseBody"] ?? value["data"]
        guard headers != nil || content != nil else { return nil }
        return ObservedResponse(
            status: code,
            headers: (headers.map(fields) ?? []).map { HeaderField(name: $0.name, bytes: Array($0.value)) },
            body: body(content) ?? [])
    }

    // MARK: Parts

    /// Headers as a map, also inside a type of its own, or as a list of pairs.
    private static func fields(_ value: PrintedValue) -> [(name: String, value: [UInt8])] {
        if let inner = value["headers"], case .object = inner { return fields(inner) }
        if case .list(let pairs) = value {
            if pairs.count == 1, case .object = pairs[0], pairs[0]["name"] == nil { return fields(pairs[0]) }
            return pairs.compactMap { pair in
                if case .list(let both) = pair, both.count == 2, let name = both[0].string, let value = both[1].leaf {
                    return (name, value)
                }
                guard let name = pair["name"]?.string, let value = pair["value"]?.leaf else { return nil }
                return (name, value)
            }
        }
        return value.members.compactMap { member in member.value.leaf.map { (member.name, $0) } }
    }

    /// What `util.inspect` writes in the place of an object that lies too deep: `[Object]`, `[Array]`, `[Circular *1]`.
    ///
    /// Source: <https://nodejs.org/api/util.html#utilinspectobject-options> (depth).
    private static func isElided(_ text: ByteText) -> Bool {
        guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]"), text.count < 40 else { return false }
        return [
            "[Object", "[Array", "[Circular", "[IncomingMessage", "[ReadableStream", "[Function", "[Getter", "[object ",
        ]
        .contains(where: text.hasPrefix)
    }

    /// The bytes of a body, where the printer shows them; `nil` when it shows a stream or an object in their place.
    private static func body(_ value: PrintedValue?) -> [UInt8]? {
        switch value {
        case .text(let bytes): return isElided(ByteText(bytes)) ? nil : bytes
        case .word(let word):
            if word.hasPrefix("<Buffer "), !word.contains("more byte") {
                let bytes = word.dropFirst(8).dropLast().split(separator: " ").map { UInt8($0, radix: 16) }
                return bytes.contains(nil) ? nil : bytes.compactMap(\.self)
            }
            return nil
        case .list(let values):
            if values.count == 1 { return body(values[0]) }
            let bytes = values.map { $0.string.flatMap { UInt8($0) } }
            return bytes.isEmpty || bytes.contains(nil) ? nil : bytes.compactMap(\.self)
        case .object: return body(value?["inner"])
        case nil: return nil
        }
    }
}
