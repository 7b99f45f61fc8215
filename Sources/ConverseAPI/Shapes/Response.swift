// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// Measurements of a request.
///
/// Source: Amazon Bedrock API Reference, `ConverseMetrics`.
public struct ConverseMetrics: ConverseShape, Sendable, Hashable {
    /// The time the service took, in milliseconds.
    public var latencyMs: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(latencyMs: Int) {
        self.latencyMs = latencyMs
    }

    package static var vacant: Self { Self(latencyMs: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("latencyMs", &latencyMs)
    }
}

/// What the model answered.
///
/// Source: Amazon Bedrock API Reference, `ConverseOutput`.
public enum ConverseOutput: ConverseUnion, Sendable, Hashable {
    /// The message of the model.
    case message(Message)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("message", Self.message) { if case .message(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// The body of an answer to Converse.
///
/// Source: Amazon Bedrock API Reference, `ConverseResponse`.
public struct ConverseResponse: ConverseShape, Sendable, Hashable {
    /// What the model answered.
    public var output: ConverseOutput
    /// Why the model stopped.
    public var stopReason: StopReason
    /// How many tokens the request took.
    public var usage: TokenUsage
    /// Measurements of the request.
    public var metrics: ConverseMetrics
    /// The model's own response fields that were asked for.
    public var additionalModelResponseFields: JSONValue?
    /// How the service came to its answer.
    public var trace: ConverseTrace?
    /// How fast the model is served.
    public var performanceConfig: PerformanceConfiguration?
    /// The tier that serves the request.
    public var serviceTier: ServiceTier?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        output: ConverseOutput,
        stopReason: StopReason,
        usage: TokenUsage,
        metrics: ConverseMetrics,
        additionalModelResponseFields: JSONValue? = nil,
        trace: ConverseTrace? = nil,
        performanceConfig: PerformanceConfiguration? = nil,
        serviceTier: ServiceTier? = nil
    ) {
        self.output = output
        self.stopReason = stopReason
        self.usage = usage
        self.metrics = metrics
        self.additionalModelResponseFields = additionalModelResponseFields
        self.trace = trace
        self.performanceConfig = performanceConfig
        self.serviceTier = serviceTier
    }

    package static var vacant: Self { Self(output: .vacant, stopReason: .vacant, usage: .vacant, metrics: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("output", &output)
        try visitor.required("stopReason", &stopReason)
        try visitor.required("usage", &usage)
        try visitor.required("metrics", &metrics)
        try visitor.optional("additionalModelResponseFields", &additionalModelResponseFields)
        try visitor.optional("trace", &trace)
        try visitor.optional("performanceConfig", &performanceConfig)
        try visitor.optional("serviceTier", &serviceTier)
    }
}

/// How the service came to its answer.
///
/// Source: Amazon Bedrock API Reference, `ConverseTrace`.
public struct ConverseTrace: ConverseShape, Sendable, Hashable {
    /// The findings of the guardrail.
    public var guardrail: GuardrailTraceAssessment?
    /// What the prompt router did.
    public var promptRouter: PromptRouterTrace?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(guardrail: GuardrailTraceAssessment? = nil, promptRouter: PromptRouterTrace? = nil) {
        self.guardrail = guardrail
        self.promptRouter = promptRouter
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guardrail", &guardrail)
        try visitor.optional("promptRouter", &promptRouter)
    }
}

/// What a prompt router did.
///
/// Source: Amazon Bedrock API Reference, `PromptRouterTrace`.
public struct PromptRouterTrace: ConverseShape, Sendable, Hashable {
    /// The model that was called.
    ///
    /// In the pattern of `InvokedModelId`.
    public var invokedModelId: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(invokedModelId: String? = nil) {
        self.invokedModelId = invokedModelId
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("invokedModelId", &invokedModelId)
    }
}

/// Why the model stopped.
///
/// Source: Amazon Bedrock API Reference, `StopReason`.
///
/// Values that are not listed are kept as they came.
public struct StopReason: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `end_turn`.
    public static let endTurn = Self(rawValue: "end_turn")
    /// `tool_use`.
    public static let toolUse = Self(rawValue: "tool_use")
    /// `max_tokens`.
    public static let maxTokens = Self(rawValue: "max_tokens")
    /// `stop_sequence`.
    public static let stopSequence = Self(rawValue: "stop_sequence")
    /// `guardrail_intervened`.
    public static let guardrailIntervened = Self(rawValue: "guardrail_intervened")
    /// `content_filtered`.
    public static let contentFiltered = Self(rawValue: "content_filtered")
    /// `malformed_model_output`.
    public static let malformedModelOutput = Self(rawValue: "malformed_model_output")
    /// `malformed_tool_use`.
    public static let malformedToolUse = Self(rawValue: "malformed_tool_use")
    /// `model_context_window_exceeded`.
    public static let modelContextWindowExceeded = Self(rawValue: "model_context_window_exceeded")

    package static let knownValues: [Self] = [
        .endTurn, .toolUse, .maxTokens, .stopSequence, .guardrailIntervened, .contentFiltered, .malformedModelOutput,
        .malformedToolUse, .modelContextWindowExceeded,
    ]
}

/// How many tokens a request took.
///
/// Source: Amazon Bedrock API Reference, `TokenUsage`.
public struct TokenUsage: ConverseShape, Sendable, Hashable {
    /// Tokens of the prompt that were neither read from nor written to the cache.
    ///
    /// At least 0.
    public var inputTokens: Int
    /// Tokens of the answer.
    ///
    /// At least 0.
    public var outputTokens: Int
    /// All tokens.
    ///
    /// At least 0.
    public var totalTokens: Int
    /// Tokens read from the prompt cache.
    ///
    /// At least 0.
    public var cacheReadInputTokens: Int?
    /// Tokens written to the prompt cache.
    ///
    /// At least 0.
    public var cacheWriteInputTokens: Int?
    /// Tokens written to the prompt cache, by time to live.
    public var cacheDetails: [CacheDetail]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        inputTokens: Int,
        outputTokens: Int,
        totalTokens: Int,
        cacheReadInputTokens: Int? = nil,
        cacheWriteInputTokens: Int? = nil,
        cacheDetails: [CacheDetail]? = nil
    ) {
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.cacheReadInputTokens = cacheReadInputTokens
        self.cacheWriteInputTokens = cacheWriteInputTokens
        self.cacheDetails = cacheDetails
    }

    package static var vacant: Self { Self(inputTokens: .vacant, outputTokens: .vacant, totalTokens: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("inputTokens", &inputTokens)
        try visitor.required("outputTokens", &outputTokens)
        try visitor.required("totalTokens", &totalTokens)
        try visitor.optional("cacheReadInputTokens", &cacheReadInputTokens)
        try visitor.optional("cacheWriteInputTokens", &cacheWriteInputTokens)
        try visitor.optional("cacheDetails", &cacheDetails)
    }
}
