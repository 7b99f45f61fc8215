/// A search result that the model may cite.
public struct SearchResultBlock: ConverseShape, Sendable, Hashable {
    /// The address or name of the source.
    public var source: String
    /// The title.
    public var title: String
    /// The parts of the result.
    public var content: [SearchResultContentBlock]
    /// Whether the model shall cite it.
    public var citations: CitationsConfig?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(source: String, title: String, content: [SearchResultContentBlock], citations: CitationsConfig? = nil) {
        self.source = source
        self.title = title
        self.content = content
        self.citations = citations
    }

    package static var vacant: Self { Self(source: .vacant, title: .vacant, content: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("source", &source)
        try visitor.required("title", &title)
        try visitor.required("content", &content)
        try visitor.optional("citations", &citations)
    }
}
