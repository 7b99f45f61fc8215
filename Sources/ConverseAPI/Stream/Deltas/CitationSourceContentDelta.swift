/// The words of a source.
public struct CitationSourceContentDelta: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String? = nil) {
        self.text = text
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("text", &text)
    }
}
