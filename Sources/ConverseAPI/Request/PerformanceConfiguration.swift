/// How fast the model shall be served.
public struct PerformanceConfiguration: ConverseShape, Sendable, Hashable {
    /// The class of latency.
    public var latency: PerformanceConfigLatency?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(latency: PerformanceConfigLatency? = nil) {
        self.latency = latency
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("latency", &latency)
    }
}
