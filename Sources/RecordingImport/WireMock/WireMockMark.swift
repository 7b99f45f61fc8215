import JSONText

/// What tells WireMock's mappings from other documents that have a request and an answer.
///
/// WireMock refuses members that it does not know, and values of other kinds (`RequestPattern`, `MultiValuePattern` and
/// `ResponseDefinition` in its source). A recorder that keeps the exchange itself has a body beside the address, plain words as
/// headers, or a status with its reason.
enum WireMockMark {
    /// Whether a document is a mapping.
    static func isMapping(_ document: JSONValue) -> Bool {
        guard let request = document["request"]?.objectValue, document["response"]?.objectValue != nil else {
            return false
        }
        guard request.isEmpty || request.names.contains(where: { $0 == "method" || $0.hasPrefix("url") }) else {
            return false
        }
        return difference(document) == nil
    }

    /// Whether a document is a list of mappings; an element that is nothing at all is for their reader to refuse.
    static func isList(_ document: JSONValue) -> Bool {
        guard let list = document["mappings"]?.arrayValue else { return false }
        return list.isEmpty || list.contains { difference($0) == nil }
    }

    /// What a request with its answer has that no mapping can have; nil if there is nothing, or no request.
    static func difference(_ document: JSONValue) -> String? {
        guard let request = document["request"], let response = document["response"] else { return nil }
        if request["body"] != nil { return "its request has a \"body\"" }
        switch response["status"] {
        case nil, .null, .number, .string: break
        case let status?: return "its response's \"status\" is \(status.kindName)"
        }
        for name in ["headers", "cookies"] {
            switch request[name] {
            case nil, .null, .object: break
            case let fields?: return "its request's \"\(name)\" is \(fields.kindName)"
            }
        }
        let isPlain = request["headers"]?.objectValue?.contains { $0.value.stringValue != nil } ?? false
        return isPlain ? "its request's headers are words, not rules for them" : nil
    }
}
