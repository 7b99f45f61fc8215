/// A span of pieces of a document.
public struct DocumentChunkLocation: ConverseShape, Sendable, Hashable {
    /// The index of the document in the request, from 0.
    public var documentIndex: Int?
    /// Where the span begins.
    public var start: Int?
    /// Where the span ends.
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
