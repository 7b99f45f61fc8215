/// The findings of one guardrail, policy by policy.
public struct GuardrailAssessment: ConverseShape, Sendable, Hashable {
    /// The findings of the topic policy.
    public var topicPolicy: GuardrailTopicPolicyAssessment?
    /// The findings of the content policy.
    public var contentPolicy: GuardrailContentPolicyAssessment?
    /// The findings of the word policy.
    public var wordPolicy: GuardrailWordPolicyAssessment?
    /// The findings on sensitive information.
    public var sensitiveInformationPolicy: GuardrailSensitiveInformationPolicyAssessment?
    /// The findings on grounding and relevance.
    public var contextualGroundingPolicy: GuardrailContextualGroundingPolicyAssessment?
    /// The findings of automated reasoning.
    public var automatedReasoningPolicy: GuardrailAutomatedReasoningPolicyAssessment?
    /// Measurements of the call.
    public var invocationMetrics: GuardrailInvocationMetrics?
    /// Which guardrail it was.
    public var appliedGuardrailDetails: AppliedGuardrailDetails?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        topicPolicy: GuardrailTopicPolicyAssessment? = nil,
        contentPolicy: GuardrailContentPolicyAssessment? = nil,
        wordPolicy: GuardrailWordPolicyAssessment? = nil,
        sensitiveInformationPolicy: GuardrailSensitiveInformationPolicyAssessment? = nil,
        contextualGroundingPolicy: GuardrailContextualGroundingPolicyAssessment? = nil,
        automatedReasoningPolicy: GuardrailAutomatedReasoningPolicyAssessment? = nil,
        invocationMetrics: GuardrailInvocationMetrics? = nil,
        appliedGuardrailDetails: AppliedGuardrailDetails? = nil
    ) {
        self.topicPolicy = topicPolicy
        self.contentPolicy = contentPolicy
        self.wordPolicy = wordPolicy
        self.sensitiveInformationPolicy = sensitiveInformationPolicy
        self.contextualGroundingPolicy = contextualGroundingPolicy
        self.automatedReasoningPolicy = automatedReasoningPolicy
        self.invocationMetrics = invocationMetrics
        self.appliedGuardrailDetails = appliedGuardrailDetails
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("topicPolicy", &topicPolicy)
        try visitor.optional("contentPolicy", &contentPolicy)
        try visitor.optional("wordPolicy", &wordPolicy)
        try visitor.optional("sensitiveInformationPolicy", &sensitiveInformationPolicy)
        try visitor.optional("contextualGroundingPolicy", &contextualGroundingPolicy)
        try visitor.optional("automatedReasoningPolicy", &automatedReasoningPolicy)
        try visitor.optional("invocationMetrics", &invocationMetrics)
        try visitor.optional("appliedGuardrailDetails", &appliedGuardrailDetails)
    }
}
