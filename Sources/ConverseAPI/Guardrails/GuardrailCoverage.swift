/// How much of the content a guardrail assessed.
public struct GuardrailCoverage: ConverseShape, Sendable, Hashable {
    /// Characters of text.
    public var textCharacters: GuardrailTextCharactersCoverage?
    /// Images.
    public var images: GuardrailImageCoverage?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(textCharacters: GuardrailTextCharactersCoverage? = nil, images: GuardrailImageCoverage? = nil) {
        self.textCharacters = textCharacters
        self.images = images
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("textCharacters", &textCharacters)
        try visitor.optional("images", &images)
    }
}
