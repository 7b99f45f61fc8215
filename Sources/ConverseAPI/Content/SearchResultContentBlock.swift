/// A part of a search result.
public struct SearchResultContentBlock: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String) {
        self.text = text
    }

    package static var vacant: Self { Self(text: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("text", &text)
    }
}
