// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// A content filter that was applied.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContentFilter`.
public struct GuardrailContentFilter: ConverseShape, Sendable, Hashable {
    /// What the filter looks for.
    public var type: GuardrailContentFilterType
    /// How sure the filter is.
    public var confidence: GuardrailContentFilterConfidence
    /// How strict the filter is set.
    public var filterStrength: GuardrailContentFilterStrength?
    /// What was done.
    public var action: GuardrailContentPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        type: GuardrailContentFilterType,
        confidence: GuardrailContentFilterConfidence,
        action: GuardrailContentPolicyAction,
        filterStrength: GuardrailContentFilterStrength? = nil,
        detected: Bool? = nil
    ) {
        self.type = type
        self.confidence = confidence
        self.filterStrength = filterStrength
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(type: .vacant, confidence: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
        try visitor.required("confidence", &confidence)
        try visitor.optional("filterStrength", &filterStrength)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}

/// How sure a content filter is.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContentFilterConfidence`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContentFilterConfidence: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `NONE`.
    public static let none = Self(rawValue: "NONE")
    /// `LOW`.
    public static let low = Self(rawValue: "LOW")
    /// `MEDIUM`.
    public static let medium = Self(rawValue: "MEDIUM")
    /// `HIGH`.
    public static let high = Self(rawValue: "HIGH")

    package static let knownValues: [Self] = [
        .none, .low, .medium, .high,
    ]
}

/// How strict a content filter is set.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContentFilterStrength`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContentFilterStrength: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `NONE`.
    public static let none = Self(rawValue: "NONE")
    /// `LOW`.
    public static let low = Self(rawValue: "LOW")
    /// `MEDIUM`.
    public static let medium = Self(rawValue: "MEDIUM")
    /// `HIGH`.
    public static let high = Self(rawValue: "HIGH")

    package static let knownValues: [Self] = [
        .none, .low, .medium, .high,
    ]
}

/// What a content filter looks for.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContentFilterType`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContentFilterType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `INSULTS`.
    public static let insults = Self(rawValue: "INSULTS")
    /// `HATE`.
    public static let hate = Self(rawValue: "HATE")
    /// `SEXUAL`.
    public static let sexual = Self(rawValue: "SEXUAL")
    /// `VIOLENCE`.
    public static let violence = Self(rawValue: "VIOLENCE")
    /// `MISCONDUCT`.
    public static let misconduct = Self(rawValue: "MISCONDUCT")
    /// `PROMPT_ATTACK`.
    public static let promptAttack = Self(rawValue: "PROMPT_ATTACK")

    package static let knownValues: [Self] = [
        .insults, .hate, .sexual, .violence, .misconduct, .promptAttack,
    ]
}

/// What a content policy did.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContentPolicyAction`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContentPolicyAction: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `BLOCKED`.
    public static let blocked = Self(rawValue: "BLOCKED")
    /// `NONE`.
    public static let none = Self(rawValue: "NONE")

    package static let knownValues: [Self] = [
        .blocked, .none,
    ]
}

/// The findings of a content policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContentPolicyAssessment`.
public struct GuardrailContentPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The filters.
    public var filters: [GuardrailContentFilter]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(filters: [GuardrailContentFilter]) {
        self.filters = filters
    }

    package static var vacant: Self { Self(filters: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("filters", &filters)
    }
}

/// A contextual grounding check that was applied.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContextualGroundingFilter`.
public struct GuardrailContextualGroundingFilter: ConverseShape, Sendable, Hashable {
    /// What is measured.
    public var type: GuardrailContextualGroundingFilterType
    /// The score below which the guardrail acts.
    ///
    /// From 0 to 1.
    public var threshold: JSONNumber
    /// The score that was measured.
    ///
    /// From 0 to 1.
    public var score: JSONNumber
    /// What was done.
    public var action: GuardrailContextualGroundingPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        type: GuardrailContextualGroundingFilterType,
        threshold: JSONNumber,
        score: JSONNumber,
        action: GuardrailContextualGroundingPolicyAction,
        detected: Bool? = nil
    ) {
        self.type = type
        self.threshold = threshold
        self.score = score
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(type: .vacant, threshold: .vacant, score: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
        try visitor.required("threshold", &threshold)
        try visitor.required("score", &score)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}

/// What a contextual grounding check measures.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContextualGroundingFilterType`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContextualGroundingFilterType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `GROUNDING`.
    public static let grounding = Self(rawValue: "GROUNDING")
    /// `RELEVANCE`.
    public static let relevance = Self(rawValue: "RELEVANCE")

    package static let knownValues: [Self] = [
        .grounding, .relevance,
    ]
}

/// What a contextual grounding policy did.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContextualGroundingPolicyAction`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContextualGroundingPolicyAction: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `BLOCKED`.
    public static let blocked = Self(rawValue: "BLOCKED")
    /// `NONE`.
    public static let none = Self(rawValue: "NONE")

    package static let knownValues: [Self] = [
        .blocked, .none,
    ]
}

/// The findings of a contextual grounding policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailContextualGroundingPolicyAssessment`.
public struct GuardrailContextualGroundingPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The filters.
    public var filters: [GuardrailContextualGroundingFilter]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(filters: [GuardrailContextualGroundingFilter]? = nil) {
        self.filters = filters
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("filters", &filters)
    }
}

/// A topic that a guardrail looked for.
///
/// Source: Amazon Bedrock API Reference, `GuardrailTopic`.
public struct GuardrailTopic: ConverseShape, Sendable, Hashable {
    /// The name of the topic.
    public var name: String
    /// What the policy does with it.
    public var type: GuardrailTopicType
    /// What was done.
    public var action: GuardrailTopicPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(name: String, type: GuardrailTopicType, action: GuardrailTopicPolicyAction, detected: Bool? = nil) {
        self.name = name
        self.type = type
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(name: .vacant, type: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("name", &name)
        try visitor.required("type", &type)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}

/// What a topic policy did.
///
/// Source: Amazon Bedrock API Reference, `GuardrailTopicPolicyAction`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailTopicPolicyAction: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `BLOCKED`.
    public static let blocked = Self(rawValue: "BLOCKED")
    /// `NONE`.
    public static let none = Self(rawValue: "NONE")

    package static let knownValues: [Self] = [
        .blocked, .none,
    ]
}

/// The findings of a topic policy.
///
/// Source: Amazon Bedrock API Reference, `GuardrailTopicPolicyAssessment`.
public struct GuardrailTopicPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The topics.
    public var topics: [GuardrailTopic]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(topics: [GuardrailTopic]) {
        self.topics = topics
    }

    package static var vacant: Self { Self(topics: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("topics", &topics)
    }
}

/// What a topic policy does with a topic.
///
/// Source: Amazon Bedrock API Reference, `GuardrailTopicType`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailTopicType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `DENY`.
    public static let deny = Self(rawValue: "DENY")

    package static let knownValues: [Self] = [
        .deny
    ]
}
