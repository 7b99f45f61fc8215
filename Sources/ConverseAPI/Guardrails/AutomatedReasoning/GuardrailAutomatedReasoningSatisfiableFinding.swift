/// The claims may hold or not, depending on what was not said.
public struct GuardrailAutomatedReasoningSatisfiableFinding: ConverseShape, Sendable, Hashable {
    /// The text as logic.
    public var translation: GuardrailAutomatedReasoningTranslation?
    /// A situation in which the claims hold.
    public var claimsTrueScenario: GuardrailAutomatedReasoningScenario?
    /// A situation in which the claims do not hold.
    public var claimsFalseScenario: GuardrailAutomatedReasoningScenario?
    /// A flaw of the logic itself.
    public var logicWarning: GuardrailAutomatedReasoningLogicWarning?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        translation: GuardrailAutomatedReasoningTranslation? = nil,
        claimsTrueScenario: GuardrailAutomatedReasoningScenario? = nil,
        claimsFalseScenario: GuardrailAutomatedReasoningScenario? = nil,
        logicWarning: GuardrailAutomatedReasoningLogicWarning? = nil
    ) {
        self.translation = translation
        self.claimsTrueScenario = claimsTrueScenario
        self.claimsFalseScenario = claimsFalseScenario
        self.logicWarning = logicWarning
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("translation", &translation)
        try visitor.optional("claimsTrueScenario", &claimsTrueScenario)
        try visitor.optional("claimsFalseScenario", &claimsFalseScenario)
        try visitor.optional("logicWarning", &logicWarning)
    }
}
