/// One of several ways to read a text.
public struct GuardrailAutomatedReasoningTranslationOption: ConverseShape, Sendable, Hashable {
    /// The translations of this reading.
    public var translations: [GuardrailAutomatedReasoningTranslation]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(translations: [GuardrailAutomatedReasoningTranslation]? = nil) {
        self.translations = translations
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translations", &translations)
    }
}
