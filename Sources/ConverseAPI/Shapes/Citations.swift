// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// One source of a cited text.
///
/// Source: Amazon Bedrock API Reference, `Citation`.
public struct Citation: ConverseShape, Sendable, Hashable {
    /// The title.
    public var title: String?
    /// The name of the source.
    public var source: String?
    /// The words of the source.
    public var sourceContent: [CitationSourceContent]?
    /// Where the words stand.
    public var location: CitationLocation?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        title: String? = nil,
        source: String? = nil,
        sourceContent: [CitationSourceContent]? = nil,
        location: CitationLocation? = nil
    ) {
        self.title = title
        self.source = source
        self.sourceContent = sourceContent
        self.location = location
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("title", &title)
        try visitor.optional("source", &source)
        try visitor.optional("sourceContent", &sourceContent)
        try visitor.optional("location", &location)
    }
}

/// A part of a cited text.
///
/// Source: Amazon Bedrock API Reference, `CitationGeneratedContent`.
public enum CitationGeneratedContent: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(String)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// Where in the request, or on the web, a cited source stands.
///
/// Source: Amazon Bedrock API Reference, `CitationLocation`.
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

/// The words of a source.
///
/// Source: Amazon Bedrock API Reference, `CitationSourceContent`.
public enum CitationSourceContent: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(String)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// Whether the model should cite a source.
///
/// Source: Amazon Bedrock API Reference, `CitationsConfig`.
public struct CitationsConfig: ConverseShape, Sendable, Hashable {
    /// Whether citations are on.
    public var enabled: Bool
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(enabled: Bool) {
        self.enabled = enabled
    }

    package static var vacant: Self { Self(enabled: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("enabled", &enabled)
    }
}

/// Text of the model with the sources that it rests on.
///
/// Source: Amazon Bedrock API Reference, `CitationsContentBlock`.
public struct CitationsContentBlock: ConverseShape, Sendable, Hashable {
    /// The text.
    public var content: [CitationGeneratedContent]?
    /// The sources.
    public var citations: [Citation]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(content: [CitationGeneratedContent]? = nil, citations: [Citation]? = nil) {
        self.content = content
        self.citations = citations
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("content", &content)
        try visitor.optional("citations", &citations)
    }
}

/// A span of characters of a document.
///
/// Source: Amazon Bedrock API Reference, `DocumentCharLocation`.
public struct DocumentCharLocation: ConverseShape, Sendable, Hashable {
    /// The index of the document in the request, from 0.
    ///
    /// At least 0.
    public var documentIndex: Int?
    /// Where the span begins.
    ///
    /// At least 0.
    public var start: Int?
    /// Where the span ends.
    ///
    /// At least 0.
    public var end: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(documentIndex: Int? = nil, start: Int? = nil, end: Int? = nil) {
        self.documentIndex = documentIndex
        self.start = start
        self.end = end
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("documentIndex", &documentIndex)
        try visitor.optional("start", &start)
        try visitor.optional("end", &end)
    }
}

/// A span of pieces of a document.
///
/// Source: Amazon Bedrock API Reference, `DocumentChunkLocation`.
public struct DocumentChunkLocation: ConverseShape, Sendable, Hashable {
    /// The index of the document in the request, from 0.
    ///
    /// At least 0.
    public var documentIndex: Int?
    /// Where the span begins.
    ///
    /// At least 0.
    public var start: Int?
    /// Where the span ends.
    ///
    /// At least 0.
    public var end: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(documentIndex: Int? = nil, start: Int? = nil, end: Int? = nil) {
        self.documentIndex = documentIndex
        self.start = start
        self.end = end
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("documentIndex", &documentIndex)
        try visitor.optional("start", &start)
        try visitor.optional("end", &end)
    }
}

/// A span of pages of a document.
///
/// Source: Amazon Bedrock API Reference, `DocumentPageLocation`.
public struct DocumentPageLocation: ConverseShape, Sendable, Hashable {
    /// The index of the document in the request, from 0.
    ///
    /// At least 0.
    public var documentIndex: Int?
    /// Where the span begins.
    ///
    /// At least 0.
    public var start: Int?
    /// Where the span ends.
    ///
    /// At least 0.
    public var end: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(documentIndex: Int? = nil, start: Int? = nil, end: Int? = nil) {
        self.documentIndex = documentIndex
        self.start = start
        self.end = end
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("documentIndex", &documentIndex)
        try visitor.optional("start", &start)
        try visitor.optional("end", &end)
    }
}

/// A span of parts of a search result.
///
/// Source: Amazon Bedrock API Reference, `SearchResultLocation`.
public struct SearchResultLocation: ConverseShape, Sendable, Hashable {
    /// The index of the search result in the request, from 0.
    ///
    /// At least 0.
    public var searchResultIndex: Int?
    /// Where the span begins.
    ///
    /// At least 0.
    public var start: Int?
    /// Where the span ends.
    ///
    /// At least 0.
    public var end: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(searchResultIndex: Int? = nil, start: Int? = nil, end: Int? = nil) {
        self.searchResultIndex = searchResultIndex
        self.start = start
        self.end = end
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("searchResultIndex", &searchResultIndex)
        try visitor.optional("start", &start)
        try visitor.optional("end", &end)
    }
}

/// A page on the web.
///
/// Source: Amazon Bedrock API Reference, `WebLocation`.
public struct WebLocation: ConverseShape, Sendable, Hashable {
    /// The address of the page.
    public var url: String?
    /// The domain of the page.
    public var domain: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(url: String? = nil, domain: String? = nil) {
        self.url = url
        self.domain = domain
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("url", &url)
        try visitor.optional("domain", &domain)
    }
}
