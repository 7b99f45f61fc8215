/// The claims follow from the premises and the policy.
public struct GuardrailAutomatedReasoningValidFinding: ConverseShape, Sendable, Hashable {
    /// The text as logic.
    public var translation: GuardrailAutomatedReasoningTranslation?
    /// A situation in which the claims hold.
    public var claimsTrueScenario: GuardrailAutomatedReasoningScenario?
    /// The rules that the claims follow from.
    public var supportingRules: [GuardrailAutomatedReasoningRule]?
    /// A flaw of the logic itself.
    public var logicWarning: GuardrailAutomatedReasoningLogicWarning?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        translation: GuardrailAutomatedReasoningTranslation? = nil,
        claimsTrueScenario: GuardrailAutomatedReasoningScenario? = nil,
        supportingRules: [GuardrailAutomatedReasoningRule]? = nil,
        logicWarning: GuardrailAutomatedReasoningLogicWarning? = nil
    ) {
        self.translation = translation
        self.claimsTrueScenario = claimsTrueScenario
        self.supportingRules = supportingRules
        self.logicWarning = logicWarning
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translation", &translation)
        try visitor.optional("claimsTrueScenario", &claimsTrueScenario)
        try visitor.optional("supportingRules", &supportingRules)
        try visitor.optional("logicWarning", &logicWarning)
    }
}
