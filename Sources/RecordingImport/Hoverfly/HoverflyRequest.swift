import JSONText
import WireText

/// The request that the matchers of a pair name.
struct HoverflyRequest {
    let method: String
    let uri: RequestURI
    let headers: [HeaderField]
    let body: Matched<StoredContent>

    /// The request; the name of a part whose matcher is a pattern, if its address has one.
    static func read(_ request: JSONCursor) throws(JSONShapeError) -> Matched<HoverflyRequest> {
        var words: [String: String] = [:]
        for name in ["path", "method", "destination"] {
            switch try HoverflyMatcher.read(request.present(name)) {
            case .exact(let value)?: words[name] = value
            case .pattern(let kind)?: return .pattern("\(name) with the matcher \(kind)")
            case nil: continue
            }
        }
        guard let path = words["path"] else { return .pattern("any path") }
        let query: String
        switch try self.query(request) {
        case .exact(let text): query = text
        case .pattern(let name): return .pattern(name)
        }
        let target = QueryText.path(path) + (query.isEmpty ? "" : "?" + query)
        return .exact(
            HoverflyRequest(
                method: words["method"] ?? "POST", uri: RequestURI(host: words["destination"], target: target),
                headers: try headers(request), body: try body(request)))
    }

    /// The query: a text, or matchers for each name.
    private static func query(_ request: JSONCursor) throws(JSONShapeError) -> Matched<String> {
        guard let cursor = try request.present(oneOf: ["query", "deprecatedQuery"]) else { return .exact("") }
        let isByName = cursor.value.objectValue.map { !HoverflyMatcher.isMatcher($0) } ?? false
        guard isByName else {
            switch try HoverflyMatcher.read(cursor) {
            case .exact(let text)?: return .exact(text)
            case .pattern(let kind)?: return .pattern("query with the matcher \(kind)")
            case nil: return .exact("")
            }
        }
        var fields: [String] = []
        for (name, matcher) in try cursor.members() {
            guard case .exact(let value)? = try HoverflyMatcher.read(matcher) else { return .pattern("query.\(name)") }
            // Several values of one name are joined so.
            for part in value.split(separator: ";", omittingEmptySubsequences: false) {
                fields.append("\(QueryText.encoded(name))=\(QueryText.encoded(String(part)))")
            }
        }
        return .exact(fields.joined(separator: "&"))
    }

    private static func headers(_ request: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for (name, matcher) in try request.present("headers")?.members() ?? [] {
            guard case .exact(let value)? = try HoverflyMatcher.read(matcher) else { continue }
            headers.append(HeaderField(name, value))
        }
        return headers
    }

    private static func body(_ request: JSONCursor) throws(JSONShapeError) -> Matched<StoredContent> {
        let body = try request.present("body")
        // Of a body `array` compares the elements of a list, in whatever order: it names no text.
        if let body, HoverflyMatcher.isArray(body.value) { return .pattern("its body has the matcher array") }
        switch try HoverflyMatcher.read(body) {
        case .exact(let text)?: return .exact(.text(text))
        case .pattern(let kind)?: return .pattern("its body has the matcher \(kind)")
        case nil: return .pattern("it takes any body")
        }
    }
}
