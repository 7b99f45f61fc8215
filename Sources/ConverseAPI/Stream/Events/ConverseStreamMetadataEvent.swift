/// What the request took, after the message.
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
