public import JSONText

/// A text as logic.
public struct GuardrailAutomatedReasoningTranslation: ConverseShape, Sendable, Hashable {
    /// What is given.
    public var premises: [GuardrailAutomatedReasoningStatement]?
    /// What is claimed.
    public var claims: [GuardrailAutomatedReasoningStatement]?
    /// Premises that could not be translated.
    public var untranslatedPremises: [GuardrailAutomatedReasoningInputTextReference]?
    /// Claims that could not be translated.
    public var untranslatedClaims: [GuardrailAutomatedReasoningInputTextReference]?
    /// How sure the translation is, from 0 to 1.
    public var confidence: JSONNumber?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        premises: [GuardrailAutomatedReasoningStatement]? = nil,
        claims: [GuardrailAutomatedReasoningStatement]? = nil,
        untranslatedPremises: [GuardrailAutomatedReasoningInputTextReference]? = nil,
        untranslatedClaims: [GuardrailAutomatedReasoningInputTextReference]? = nil,
        confidence: JSONNumber? = nil
    ) {
        self.premises = premises
        self.claims = claims
        self.untranslatedPremises = untranslatedPremises
        self.untranslatedClaims = untranslatedClaims
        self.confidence = confidence
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("premises", &premises)
        try visitor.optional("claims", &claims)
        try visitor.optional("untranslatedPremises", &untranslatedPremises)
        try visitor.optional("untranslatedClaims", &untranslatedClaims)
        try visitor.optional("confidence", &confidence)
    }
}
