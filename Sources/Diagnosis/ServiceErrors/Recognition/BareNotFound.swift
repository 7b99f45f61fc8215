import Evidence

/// A 404 that says no more than that: AWS names the type of what it does not find, so a web framework, or a path that an endpoint
/// does not have, is behind it.
enum BareNotFound {
    /// Whether the answer says nothing else in its first line; what stands below it may be the reporter's settings.
    static func stands(in read: ReadAnswer) -> Bool {
        guard read.status == 404, read.errorType.map({ !ErrorTypeName.isFromAWS($0) }) ?? true else { return false }
        let line = read.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        if isTold(line) { return true }
        // A status line alone says nothing of who answered, or for whom.
        guard !line.hasPrefix("HTTP/") else { return false }
        let words = WordText(line).words.filter { Int($0) == nil }
        return !words.isEmpty && words.count <= 12 && words.allSatisfy(vocabulary.contains)
    }

    /// Whether the first line is a reporter's own: a sentence that tells of the status and quotes no answer.
    private static func isTold(_ line: String) -> Bool {
        let words = WordText(line)
        return words.has(
            "get|getting|gets|got|return|returns|returned|results|gives|receive|received|fails|failing 404")
            && !line.contains("{") && !line.contains("\"") && !words.has("model|xmodel not found|exist")
    }

    private static let vocabulary: Set<String> = [
        "not", "found", "page", "error", "code", "status", "statuscode", "no", "body", "api", "http", "request",
        "failed", "with",
        "response", "the", "requested", "url", "was", "on", "this", "server", "detail", "message", "notfounderror",
        "notfound", "apierror", "apistatuserror", "axioserror", "anthropic", "openai", "litellm", "ai", "apicallerror",
        "client",
        "for", "xurl", "null", "undefined", "empty", "exceptions", "httperror", "httpstatuserror",
    ]
}
