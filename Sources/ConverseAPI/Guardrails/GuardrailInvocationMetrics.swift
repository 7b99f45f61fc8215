/// Measurements of a call of a guardrail.
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
