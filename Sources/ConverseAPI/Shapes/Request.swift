// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// The body of a Converse or ConverseStream request.
///
/// Source: Amazon Bedrock API Reference, `ConverseRequest` and `ConverseStreamRequest`.
public struct ConverseRequest: ConverseShape, Sendable, Hashable {
    /// The conversation, oldest message first; roles alternate.
    public var messages: [Message]?
    /// The system prompt.
    public var system: [SystemContentBlock]?
    /// The parameters of inference.
    public var inferenceConfig: InferenceConfiguration?
    /// The tools that the model may call.
    public var toolConfig: ToolConfiguration?
    /// The guardrail to apply.
    public var guardrailConfig: GuardrailConfiguration?
    /// The project that the request belongs to, by id or ARN; absent means the default one.
    ///
    /// 1 to 2,048 characters, in the pattern of `ProjectIdentifier`.
    public var projectIdentifier: String?
    /// Parameters that only this model has.
    public var additionalModelRequestFields: JSONValue?
    /// The variables of a stored prompt.
    public var promptVariables: MemberMap<PromptVariableValues>?
    /// JSON pointers to the model's own response fields to return.
    ///
    /// At most 10 items.
    public var additionalModelResponseFieldPaths: [String]?
    /// Labels for the invocation log.
    ///
    /// 1 to 16 entries.
    public var requestMetadata: MemberMap<String>?
    /// How fast the model is served.
    public var performanceConfig: PerformanceConfiguration?
    /// The tier that serves the request.
    public var serviceTier: ServiceTier?
    /// The form that the answer should have.
    public var outputConfig: OutputConfig?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        messages: [Message]? = nil,
        system: [SystemContentBlock]? = nil,
        inferenceConfig: InferenceConfiguration? = nil,
        toolConfig: ToolConfiguration? = nil,
        guardrailConfig: GuardrailConfiguration? = nil,
        projectIdentifier: String? = nil,
        additionalModelRequestFields: JSONValue? = nil,
        promptVariables: MemberMap<PromptVariableValues>? = nil,
        additionalModelResponseFieldPaths: [String]? = nil,
        requestMetadata: MemberMap<String>? = nil,
        performanceConfig: PerformanceConfiguration? = nil,
        serviceTier: ServiceTier? = nil,
        outputConfig: OutputConfig? = nil
    ) {
        self.messages = messages
        self.system = system
        self.inferenceConfig = inferenceConfig
        self.toolConfig = toolConfig
        self.guardrailConfig = guardrailConfig
        self.projectIdentifier = projectIdentifier
        self.additionalModelRequestFields = additionalModelRequestFields
        self.promptVariables = promptVariables
        self.additionalModelResponseFieldPaths = additionalModelResponseFieldPaths
        self.requestMetadata = requestMetadata
        self.performanceConfig = performanceConfig
        self.serviceTier = serviceTier
        self.outputConfig = outputConfig
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("messages", &messages)
        try visitor.optional("system", &system)
        try visitor.optional("inferenceConfig", &inferenceConfig)
        try visitor.optional("toolConfig", &toolConfig)
        try visitor.optional("guardrailConfig", &guardrailConfig)
        try visitor.optional("projectIdentifier", &projectIdentifier)
        try visitor.optional("additionalModelRequestFields", &additionalModelRequestFields)
        try visitor.optional("promptVariables", &promptVariables)
        try visitor.optional("additionalModelResponseFieldPaths", &additionalModelResponseFieldPaths)
        try visitor.optional("requestMetadata", &requestMetadata)
        try visitor.optional("performanceConfig", &performanceConfig)
        try visitor.optional("serviceTier", &serviceTier)
        try visitor.optional("outputConfig", &outputConfig)
    }
}

/// The parameters of inference that all models share.
///
/// Source: Amazon Bedrock API Reference, `InferenceConfiguration`.
public struct InferenceConfiguration: ConverseShape, Sendable, Hashable {
    /// The most tokens that the answer may have.
    ///
    /// At least 1.
    public var maxTokens: Int?
    /// How freely the model chooses, from 0 to 1.
    ///
    /// From 0 to 1.
    public var temperature: JSONNumber?
    /// The share of probable tokens that the model chooses from.
    ///
    /// From 0 to 1.
    public var topP: JSONNumber?
    /// Texts at which the model stops.
    ///
    /// At most 2,500 items.
    public var stopSequences: [String]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        maxTokens: Int? = nil,
        temperature: JSONNumber? = nil,
        topP: JSONNumber? = nil,
        stopSequences: [String]? = nil
    ) {
        self.maxTokens = maxTokens
        self.temperature = temperature
        self.topP = topP
        self.stopSequences = stopSequences
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("maxTokens", &maxTokens)
        try visitor.optional("temperature", &temperature)
        try visitor.optional("topP", &topP)
        try visitor.optional("stopSequences", &stopSequences)
    }
}

/// The value of a variable of a stored prompt.
///
/// Source: Amazon Bedrock API Reference, `PromptVariableValues`.
public enum PromptVariableValues: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(String)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
