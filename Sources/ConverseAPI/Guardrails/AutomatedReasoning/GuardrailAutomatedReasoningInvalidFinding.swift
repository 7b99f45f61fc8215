/// The claims contradict the policy.
public struct GuardrailAutomatedReasoningInvalidFinding: ConverseShape, Sendable, Hashable {
    /// The text as logic.
    public var translation: GuardrailAutomatedReasoningTranslation?
    /// The rules that are contradicted.
    public var contradictingRules: [GuardrailAutomatedReasoningRule]?
    /// A flaw of the logic itself.
    public var logicWarning: GuardrailAutomatedReasoningLogicWarning?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        translation: GuardrailAutomatedReasoningTranslation? = nil,
        contradictingRules: [GuardrailAutomatedReasoningRule]? = nil,
        logicWarning: GuardrailAutomatedReasoningLogicWarning? = nil
    ) {
        self.translation = translation
        self.contradictingRules = contradictingRules
        self.logicWarning = logicWarning
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translation", &translation)
        try visitor.optional("contradictingRules", &contradictingRules)
        try visitor.optional("logicWarning", &logicWarning)
    }
}
