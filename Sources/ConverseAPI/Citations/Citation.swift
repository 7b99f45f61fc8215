/// One source of a cited text.
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
