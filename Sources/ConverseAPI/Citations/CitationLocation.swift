public import JSONText

/// Where in the request, or on the web, a cited source stands.
public enum CitationLocation: ConverseUnion, Sendable, Hashable {
    /// A page on the web.
    case web(WebLocation)
    /// A span of characters of a document.
    case documentChar(DocumentCharLocation)
    /// A span of pages of a document.
    case documentPage(DocumentPageLocation)
    /// A span of pieces of a document.
    case documentChunk(DocumentChunkLocation)
    /// A span of parts of a search result.
    case searchResultLocation(SearchResultLocation)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("web", Self.web) { if case .web(let value) = $0 { value } else { nil } }
        try visitor.member("documentChar", Self.documentChar) {
            if case .documentChar(let value) = $0 { value } else { nil }
        }
        try visitor.member("documentPage", Self.documentPage) {
            if case .documentPage(let value) = $0 { value } else { nil }
        }
        try visitor.member("documentChunk", Self.documentChunk) {
            if case .documentChunk(let value) = $0 { value } else { nil }
        }
        try visitor.member("searchResultLocation", Self.searchResultLocation) {
            if case .searchResultLocation(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
