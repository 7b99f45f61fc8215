/// A situation in which the statements hold.
public struct GuardrailAutomatedReasoningScenario: ConverseShape, Sendable, Hashable {
    /// The statements.
    public var statements: [GuardrailAutomatedReasoningStatement]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(statements: [GuardrailAutomatedReasoningStatement]? = nil) {
        self.statements = statements
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("statements", &statements)
    }
}
