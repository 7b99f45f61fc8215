// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

/// How much of the content a guardrail assessed.
///
/// Source: Amazon Bedrock API Reference, `GuardrailCoverage`.
public struct GuardrailCoverage: ConverseShape, Sendable, Hashable {
    /// Characters of text.
    public var textCharacters: GuardrailTextCharactersCoverage?
    /// Images.
    public var images: GuardrailImageCoverage?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(textCharacters: GuardrailTextCharactersCoverage? = nil, images: GuardrailImageCoverage? = nil) {
        self.textCharacters = textCharacters
        self.images = images
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("textCharacters", &textCharacters)
        try visitor.optional("images", &images)
    }
}

/// How many images a guardrail assessed.
///
/// Source: Amazon Bedrock API Reference, `GuardrailImageCoverage`.
public struct GuardrailImageCoverage: ConverseShape, Sendable, Hashable {
    /// How many were assessed.
    public var guarded: Int?
    /// How many there were.
    public var total: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(guarded: Int? = nil, total: Int? = nil) {
        self.guarded = guarded
        self.total = total
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guarded", &guarded)
        try visitor.optional("total", &total)
    }
}

/// Measurements of a call of a guardrail.
///
/// Source: Amazon Bedrock API Reference, `GuardrailInvocationMetrics`.
public struct GuardrailInvocationMetrics: ConverseShape, Sendable, Hashable {
    /// The time the guardrail took, in milliseconds.
    public var guardrailProcessingLatency: Int?
    /// The units charged.
    public var usage: GuardrailUsage?
    /// How much was assessed.
    public var guardrailCoverage: GuardrailCoverage?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        guardrailProcessingLatency: Int? = nil,
        usage: GuardrailUsage? = nil,
        guardrailCoverage: GuardrailCoverage? = nil
    ) {
        self.guardrailProcessingLatency = guardrailProcessingLatency
        self.usage = usage
        self.guardrailCoverage = guardrailCoverage
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guardrailProcessingLatency", &guardrailProcessingLatency)
        try visitor.optional("usage", &usage)
        try visitor.optional("guardrailCoverage", &guardrailCoverage)
    }
}

/// How many characters a guardrail assessed.
///
/// Source: Amazon Bedrock API Reference, `GuardrailTextCharactersCoverage`.
public struct GuardrailTextCharactersCoverage: ConverseShape, Sendable, Hashable {
    /// How many were assessed.
    public var guarded: Int?
    /// How many there were.
    public var total: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(guarded: Int? = nil, total: Int? = nil) {
        self.guarded = guarded
        self.total = total
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guarded", &guarded)
        try visitor.optional("total", &total)
    }
}

/// The units that a guardrail charged.
///
/// Source: Amazon Bedrock API Reference, `GuardrailUsage`.
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
