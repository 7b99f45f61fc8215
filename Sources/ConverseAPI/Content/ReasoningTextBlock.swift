/// Reasoning in plain text, with the signature that lets it be sent back.
public struct ReasoningTextBlock: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String
    /// The token that proves that the text is the model's own.
    public var signature: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String, signature: String? = nil) {
        self.text = text
        self.signature = signature
    }

    package static var vacant: Self { Self(text: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("text", &text)
        try visitor.optional("signature", &signature)
    }
}
