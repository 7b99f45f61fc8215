// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

/// Which guardrail was applied, and who asked for it.
///
/// Source: Amazon Bedrock API Reference, `AppliedGuardrailDetails`.
public struct AppliedGuardrailDetails: ConverseShape, Sendable, Hashable {
    /// The id of the guardrail.
    ///
    /// At most 2,048 characters, in the pattern `([a-z0-9]+)`.
    public var guardrailId: String?
    /// The version of the guardrail.
    ///
    /// In the pattern `(|([1-9][0-9]{0,7})|(DRAFT))`.
    public var guardrailVersion: String?
    /// The ARN of the guardrail.
    ///
    /// At most 2,048 characters, in the pattern `(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+)`.
    public var guardrailArn: String?
    /// Who asked for it.
    public var guardrailOrigin: [GuardrailOrigin]?
    /// Who owns it.
    public var guardrailOwnership: GuardrailOwnership?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        guardrailId: String? = nil,
        guardrailVersion: String? = nil,
        guardrailArn: String? = nil,
        guardrailOrigin: [GuardrailOrigin]? = nil,
        guardrailOwnership: GuardrailOwnership? = nil
    ) {
        self.guardrailId = guardrailId
        self.guardrailVersion = guardrailVersion
        self.guardrailArn = guardrailArn
        self.guardrailOrigin = guardrailOrigin
        self.guardrailOwnership = guardrailOwnership
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guardrailId", &guardrailId)
        try visitor.optional("guardrailVersion", &guardrailVersion)
        try visitor.optional("guardrailArn", &guardrailArn)
        try visitor.optional("guardrailOrigin", &guardrailOrigin)
        try visitor.optional("guardrailOwnership", &guardrailOwnership)
    }
}

/// The findings of one guardrail, policy by policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailAssessment`.
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

/// Who asked for a guardrail.
///
/// Source: Amazon Bedrock API Reference, `GuardrailOrigin`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailOrigin: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `REQUEST`.
    public static let request = Self(rawValue: "REQUEST")
    /// `ACCOUNT_ENFORCED`.
    public static let accountEnforced = Self(rawValue: "ACCOUNT_ENFORCED")
    /// `ORGANIZATION_ENFORCED`.
    public static let organizationEnforced = Self(rawValue: "ORGANIZATION_ENFORCED")

    package static let knownValues: [Self] = [
        .request, .accountEnforced, .organizationEnforced,
    ]
}

/// Who owns a guardrail.
///
/// Source: Amazon Bedrock API Reference, `GuardrailOwnership`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailOwnership: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `SELF`.
    public static let ownAccount = Self(rawValue: "SELF")
    /// `CROSS_ACCOUNT`.
    public static let crossAccount = Self(rawValue: "CROSS_ACCOUNT")

    package static let knownValues: [Self] = [
        .ownAccount, .crossAccount,
    ]
}

/// What a guardrail found in the request and in the answer.
///
/// Source: Amazon Bedrock API Reference, `GuardrailTraceAssessment`.
public struct GuardrailTraceAssessment: ConverseShape, Sendable, Hashable {
    /// What the model said before the guardrail changed it.
    public var modelOutput: [String]?
    /// The findings in the request, by guardrail id.
    public var inputAssessment: MemberMap<GuardrailAssessment>?
    /// The findings in the answer, by guardrail id.
    public var outputAssessments: MemberMap<[GuardrailAssessment]>?
    /// Why the guardrail acted.
    public var actionReason: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        modelOutput: [String]? = nil,
        inputAssessment: MemberMap<GuardrailAssessment>? = nil,
        outputAssessments: MemberMap<[GuardrailAssessment]>? = nil,
        actionReason: String? = nil
    ) {
        self.modelOutput = modelOutput
        self.inputAssessment = inputAssessment
        self.outputAssessments = outputAssessments
        self.actionReason = actionReason
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("modelOutput", &modelOutput)
        try visitor.optional("inputAssessment", &inputAssessment)
        try visitor.optional("outputAssessments", &outputAssessments)
        try visitor.optional("actionReason", &actionReason)
    }
}
