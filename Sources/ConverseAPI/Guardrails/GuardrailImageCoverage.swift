/// How many images a guardrail assessed.
public struct GuardrailImageCoverage: ConverseShape, Sendable, Hashable {
    /// How many were assessed.
    public var guarded: Int?
    /// How many there were.
    public var total: Int?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(guarded: Int? = nil, total: Int? = nil) {
        self.guarded = guarded
        self.total = total
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guarded", &guarded)
        try visitor.optional("total", &total)
    }
}
