/// Measurements of a streamed request.
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
