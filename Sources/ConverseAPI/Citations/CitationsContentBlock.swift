/// Text of the model with the sources that it rests on.
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
