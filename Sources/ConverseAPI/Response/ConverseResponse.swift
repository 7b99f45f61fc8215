public import JSONText

/// The body of an answer to Converse.
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
