/// A document for the model to read.
public struct DocumentBlock: ConverseShape, Sendable, Hashable {
    /// The file format.
    public var format: DocumentFormat?
    /// A neutral name: the model may read it as an instruction.
    public var name: String
    /// Where it comes from.
    public var source: DocumentSource
    /// What the model should know about the document.
    public var context: String?
    /// Whether the model shall cite it.
    public var citations: CitationsConfig?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        name: String,
        source: DocumentSource,
        format: DocumentFormat? = nil,
        context: String? = nil,
        citations: CitationsConfig? = nil
    ) {
        self.format = format
        self.name = name
        self.source = source
        self.context = context
        self.citations = citations
    }

    package static var vacant: Self { Self(name: .vacant, source: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("format", &format)
        try visitor.required("name", &name)
        try visitor.required("source", &source)
        try visitor.optional("context", &context)
        try visitor.optional("citations", &citations)
    }
}
