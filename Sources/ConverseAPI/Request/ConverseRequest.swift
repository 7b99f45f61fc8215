public import JSONText

/// The body of a Converse or ConverseStream request.
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
    /// Parameters that only this model has.
    public var additionalModelRequestFields: JSONValue?
    /// The variables of a stored prompt.
    public var promptVariables: MemberMap<PromptVariableValues>?
    /// JSON pointers to the model's own response fields that shall come back.
    public var additionalModelResponseFieldPaths: [String]?
    /// Labels for the invocation log.
    public var requestMetadata: MemberMap<String>?
    /// How fast the model is served.
    public var performanceConfig: PerformanceConfiguration?
    /// The tier that serves the request.
    public var serviceTier: ServiceTier?
    /// How the answer shall be shaped.
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
        try visitor.optional("additionalModelRequestFields", &additionalModelRequestFields)
        try visitor.optional("promptVariables", &promptVariables)
        try visitor.optional("additionalModelResponseFieldPaths", &additionalModelResponseFieldPaths)
        try visitor.optional("requestMetadata", &requestMetadata)
        try visitor.optional("performanceConfig", &performanceConfig)
        try visitor.optional("serviceTier", &serviceTier)
        try visitor.optional("outputConfig", &outputConfig)
    }
}
