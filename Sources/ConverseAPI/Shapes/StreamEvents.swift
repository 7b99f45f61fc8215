// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// The next piece of a content block.
///
/// Source: Amazon Bedrock API Reference, `ContentBlockDeltaEvent`.
public struct ContentBlockDeltaEvent: ConverseShape, Sendable, Hashable {
    /// The piece.
    public var delta: ContentBlockDelta
    /// Which block of the message it belongs to, from 0.
    ///
    /// At least 0.
    public var contentBlockIndex: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(delta: ContentBlockDelta, contentBlockIndex: Int) {
        self.delta = delta
        self.contentBlockIndex = contentBlockIndex
    }

    package static var vacant: Self { Self(delta: .vacant, contentBlockIndex: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("delta", &delta)
        try visitor.required("contentBlockIndex", &contentBlockIndex)
    }
}

/// The beginning of a content block that needs more than its first delta to say what it is.
///
/// Source: Amazon Bedrock API Reference, `ContentBlockStartEvent`.
public struct ContentBlockStartEvent: ConverseShape, Sendable, Hashable {
    /// What kind of block begins.
    public var start: ContentBlockStart
    /// Which block of the message it belongs to, from 0.
    ///
    /// At least 0.
    public var contentBlockIndex: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(start: ContentBlockStart, contentBlockIndex: Int) {
        self.start = start
        self.contentBlockIndex = contentBlockIndex
    }

    package static var vacant: Self { Self(start: .vacant, contentBlockIndex: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("start", &start)
        try visitor.required("contentBlockIndex", &contentBlockIndex)
    }
}

/// The end of a content block.
///
/// Source: Amazon Bedrock API Reference, `ContentBlockStopEvent`.
public struct ContentBlockStopEvent: ConverseShape, Sendable, Hashable {
    /// Which block of the message it belongs to, from 0.
    ///
    /// At least 0.
    public var contentBlockIndex: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(contentBlockIndex: Int) {
        self.contentBlockIndex = contentBlockIndex
    }

    package static var vacant: Self { Self(contentBlockIndex: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("contentBlockIndex", &contentBlockIndex)
    }
}

/// What the request took, after the message.
///
/// Source: Amazon Bedrock API Reference, `ConverseStreamMetadataEvent`.
public struct ConverseStreamMetadataEvent: ConverseShape, Sendable, Hashable {
    /// How many tokens the request took.
    public var usage: TokenUsage
    /// Measurements of the request.
    public var metrics: ConverseStreamMetrics
    /// How the service came to its answer.
    public var trace: ConverseStreamTrace?
    /// How fast the model is served.
    public var performanceConfig: PerformanceConfiguration?
    /// The tier that serves the request.
    public var serviceTier: ServiceTier?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        usage: TokenUsage,
        metrics: ConverseStreamMetrics,
        trace: ConverseStreamTrace? = nil,
        performanceConfig: PerformanceConfiguration? = nil,
        serviceTier: ServiceTier? = nil
    ) {
        self.usage = usage
        self.metrics = metrics
        self.trace = trace
        self.performanceConfig = performanceConfig
        self.serviceTier = serviceTier
    }

    package static var vacant: Self { Self(usage: .vacant, metrics: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("usage", &usage)
        try visitor.required("metrics", &metrics)
        try visitor.optional("trace", &trace)
        try visitor.optional("performanceConfig", &performanceConfig)
        try visitor.optional("serviceTier", &serviceTier)
    }
}

/// Measurements of a streamed request.
///
/// Source: Amazon Bedrock API Reference, `ConverseStreamMetrics`.
public struct ConverseStreamMetrics: ConverseShape, Sendable, Hashable {
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

/// An event of a stream, by the name that its frame gives it.
///
/// Source: Amazon Bedrock API Reference, `ConverseStreamOutput`.
public enum ConverseStreamOutput: ConverseUnion, Sendable, Hashable {
    /// The beginning of the message.
    case messageStart(MessageStartEvent)
    /// The beginning of a content block; not every block has one.
    case contentBlockStart(ContentBlockStartEvent)
    /// The next piece of a content block.
    case contentBlockDelta(ContentBlockDeltaEvent)
    /// The end of a content block.
    case contentBlockStop(ContentBlockStopEvent)
    /// The end of the message.
    case messageStop(MessageStopEvent)
    /// What the request took; after the message.
    case metadata(ConverseStreamMetadataEvent)
    /// The service failed.
    case internalServerException(InternalServerException)
    /// The model failed.
    case modelStreamErrorException(ModelStreamErrorException)
    /// The service does not accept the request.
    case validationException(ValidationException)
    /// Too many requests or tokens.
    case throttlingException(ThrottlingException)
    /// The service became unavailable.
    case serviceUnavailableException(ServiceUnavailableException)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("messageStart", Self.messageStart) {
            if case .messageStart(let value) = $0 { value } else { nil }
        }
        try visitor.member("contentBlockStart", Self.contentBlockStart) {
            if case .contentBlockStart(let value) = $0 { value } else { nil }
        }
        try visitor.member("contentBlockDelta", Self.contentBlockDelta) {
            if case .contentBlockDelta(let value) = $0 { value } else { nil }
        }
        try visitor.member("contentBlockStop", Self.contentBlockStop) {
            if case .contentBlockStop(let value) = $0 { value } else { nil }
        }
        try visitor.member("messageStop", Self.messageStop) {
            if case .messageStop(let value) = $0 { value } else { nil }
        }
        try visitor.member("metadata", Self.metadata) { if case .metadata(let value) = $0 { value } else { nil } }
        try visitor.member("internalServerException", Self.internalServerException) {
            if case .internalServerException(let value) = $0 { value } else { nil }
        }
        try visitor.member("modelStreamErrorException", Self.modelStreamErrorException) {
            if case .modelStreamErrorException(let value) = $0 { value } else { nil }
        }
        try visitor.member("validationException", Self.validationException) {
            if case .validationException(let value) = $0 { value } else { nil }
        }
        try visitor.member("throttlingException", Self.throttlingException) {
            if case .throttlingException(let value) = $0 { value } else { nil }
        }
        try visitor.member("serviceUnavailableException", Self.serviceUnavailableException) {
            if case .serviceUnavailableException(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// How the service came to its streamed answer.
///
/// Source: Amazon Bedrock API Reference, `ConverseStreamTrace`.
public struct ConverseStreamTrace: ConverseShape, Sendable, Hashable {
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

/// The beginning of a message.
///
/// Source: Amazon Bedrock API Reference, `MessageStartEvent`.
public struct MessageStartEvent: ConverseShape, Sendable, Hashable {
    /// Who speaks.
    public var role: ConversationRole
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(role: ConversationRole) {
        self.role = role
    }

    package static var vacant: Self { Self(role: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("role", &role)
    }
}

/// The end of a message.
///
/// Source: Amazon Bedrock API Reference, `MessageStopEvent`.
public struct MessageStopEvent: ConverseShape, Sendable, Hashable {
    /// Why the model stopped.
    public var stopReason: StopReason
    /// The model's own response fields that were asked for.
    public var additionalModelResponseFields: JSONValue?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(stopReason: StopReason, additionalModelResponseFields: JSONValue? = nil) {
        self.stopReason = stopReason
        self.additionalModelResponseFields = additionalModelResponseFields
    }

    package static var vacant: Self { Self(stopReason: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("stopReason", &stopReason)
        try visitor.optional("additionalModelResponseFields", &additionalModelResponseFields)
    }
}
