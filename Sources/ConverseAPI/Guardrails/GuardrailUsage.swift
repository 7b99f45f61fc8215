/// The units that a guardrail charged.
public struct GuardrailUsage: ConverseShape, Sendable, Hashable {
    /// Units of the topic policy.
    public var topicPolicyUnits: Int
    /// Units of the content policy.
    public var contentPolicyUnits: Int
    /// Units of the word policy.
    public var wordPolicyUnits: Int
    /// Units of the policy for sensitive information.
    public var sensitiveInformationPolicyUnits: Int
    /// Units of the policy for sensitive information that are free.
    public var sensitiveInformationPolicyFreeUnits: Int
    /// Units of the contextual grounding policy.
    public var contextualGroundingPolicyUnits: Int
    /// Units of the content policy for images.
    public var contentPolicyImageUnits: Int?
    /// Units of automated reasoning.
    public var automatedReasoningPolicyUnits: Int?
    /// How many policies of automated reasoning were applied.
    public var automatedReasoningPolicies: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        topicPolicyUnits: Int,
        contentPolicyUnits: Int,
        wordPolicyUnits: Int,
        sensitiveInformationPolicyUnits: Int,
        sensitiveInformationPolicyFreeUnits: Int,
        contextualGroundingPolicyUnits: Int,
        contentPolicyImageUnits: Int? = nil,
        automatedReasoningPolicyUnits: Int? = nil,
        automatedReasoningPolicies: Int? = nil
    ) {
        self.topicPolicyUnits = topicPolicyUnits
        self.contentPolicyUnits = contentPolicyUnits
        self.wordPolicyUnits = wordPolicyUnits
        self.sensitiveInformationPolicyUnits = sensitiveInformationPolicyUnits
        self.sensitiveInformationPolicyFreeUnits = sensitiveInformationPolicyFreeUnits
        self.contextualGroundingPolicyUnits = contextualGroundingPolicyUnits
        self.contentPolicyImageUnits = contentPolicyImageUnits
        self.automatedReasoningPolicyUnits = automatedReasoningPolicyUnits
        self.automatedReasoningPolicies = automatedReasoningPolicies
    }

    package static var vacant: Self {
        Self(
            topicPolicyUnits: .vacant, contentPolicyUnits: .vacant, wordPolicyUnits: .vacant,
            sensitiveInformationPolicyUnits: .vacant, sensitiveInformationPolicyFreeUnits: .vacant,
            contextualGroundingPolicyUnits: .vacant)
    }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("topicPolicyUnits", &topicPolicyUnits)
        try visitor.required("contentPolicyUnits", &contentPolicyUnits)
        try visitor.required("wordPolicyUnits", &wordPolicyUnits)
        try visitor.required("sensitiveInformationPolicyUnits", &sensitiveInformationPolicyUnits)
        try visitor.required("sensitiveInformationPolicyFreeUnits", &sensitiveInformationPolicyFreeUnits)
        try visitor.required("contextualGroundingPolicyUnits", &contextualGroundingPolicyUnits)
        try visitor.optional("contentPolicyImageUnits", &contentPolicyImageUnits)
        try visitor.optional("automatedReasoningPolicyUnits", &automatedReasoningPolicyUnits)
        try visitor.optional("automatedReasoningPolicies", &automatedReasoningPolicies)
    }
}
