/// The text can be read in several ways.
public struct GuardrailAutomatedReasoningTranslationAmbiguousFinding: ConverseShape, Sendable, Hashable {
    /// The ways to read the text.
    public var options: [GuardrailAutomatedReasoningTranslationOption]?
    /// Situations in which the readings differ.
    public var differenceScenarios: [GuardrailAutomatedReasoningScenario]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        options: [GuardrailAutomatedReasoningTranslationOption]? = nil,
        differenceScenarios: [GuardrailAutomatedReasoningScenario]? = nil
    ) {
        self.options = options
        self.differenceScenarios = differenceScenarios
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("options", &options)
        try visitor.optional("differenceScenarios", &differenceScenarios)
    }
}
