/// A flaw of the translated logic itself.
public struct GuardrailAutomatedReasoningLogicWarning: ConverseShape, Sendable, Hashable {
    /// The kind of the flaw.
    public var type: GuardrailAutomatedReasoningLogicWarningType?
    /// What is given.
    public var premises: [GuardrailAutomatedReasoningStatement]?
    /// What is claimed.
    public var claims: [GuardrailAutomatedReasoningStatement]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        type: GuardrailAutomatedReasoningLogicWarningType? = nil,
        premises: [GuardrailAutomatedReasoningStatement]? = nil,
        claims: [GuardrailAutomatedReasoningStatement]? = nil
    ) {
        self.type = type
        self.premises = premises
        self.claims = claims
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("type", &type)
        try visitor.optional("premises", &premises)
        try visitor.optional("claims", &claims)
    }
}
