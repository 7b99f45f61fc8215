/// Text that a guardrail shall assess.
public struct GuardrailConverseTextBlock: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String
    /// What the text is to the guardrail.
    public var qualifiers: [GuardrailConverseContentQualifier]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String, qualifiers: [GuardrailConverseContentQualifier]? = nil) {
        self.text = text
        self.qualifiers = qualifiers
    }

    package static var vacant: Self { Self(text: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("text", &text)
        try visitor.optional("qualifiers", &qualifiers)
    }
}
