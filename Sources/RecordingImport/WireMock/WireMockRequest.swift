import JSONText
import WireText

/// Reads the rule for requests of a WireMock mapping, as far as it names one request.
enum WireMockRequest {
    /// Host, path and query.
    static func address(_ request: JSONCursor) throws(JSONShapeError) -> Matched<RequestURI> {
        for name in ["urlPattern", "urlPathPattern", "urlPathTemplate"] where try request.present(name) != nil {
            return .pattern(name)
        }
        let host = try request.present("host").flatMap { (cursor) throws(JSONShapeError) in
            try cursor.present("equalTo")?.string()
        }
        if let url = try request.present("url")?.string() {
            let uri = RequestURI(url)
            return .exact(RequestURI(host: uri.host ?? host, target: uri.target))
        }
        guard let path = try request.present("urlPath")?.string() else { return .pattern("any URL") }
        var fields: [String] = []
        for (name, rule) in try request.present("queryParameters")?.members() ?? [] {
            guard let value = try rule.present("equalTo")?.string() else { return .pattern("queryParameters.\(name)") }
            fields.append("\(QueryText.encoded(name))=\(QueryText.encoded(value))")
        }
        let query = fields.isEmpty ? "" : "?" + fields.joined(separator: "&")
        return .exact(RequestURI(host: host, target: path + query))
    }

    /// The headers that are named with their values; other rules for headers say nothing of a body.
    static func headers(_ request: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for (name, rule) in try request.present("headers")?.members() ?? [] {
            guard case .object = rule.value, let value = try rule.present("equalTo")?.word() else { continue }
            headers.append(HeaderField(name, value))
        }
        return headers
    }

    /// The body: the first of its rules that names it whole.
    static func body(_ request: JSONCursor) throws(JSONShapeError) -> Matched<StoredContent> {
        guard let rules = try request.present("bodyPatterns")?.array(), !rules.isEmpty else {
            return .pattern("it takes any body")
        }
        for rule in rules {
            if let body = try exact(rule) { return .exact(body) }
        }
        let names = rules.compactMap { $0.value.objectValue?.names.first }
        return .pattern("bodyPatterns has \(names.joined(separator: ", "))")
    }

    private static func exact(_ rule: JSONCursor) throws(JSONShapeError) -> StoredContent? {
        if let json = try rule.present("equalToJson") {
            let text = json.value.stringValue ?? json.value.text()
            // A placeholder stands for any value.
            if text.contains("${json-unit.") { return nil }
            return json.value.stringValue.map { .text($0) } ?? .json(json.value)
        }
        if let text = try rule.present("equalTo")?.string() { return .text(text) }
        guard let binary = try rule.present("binaryEqualTo") else { return nil }
        return .whole(try binary.base64())
    }
}
