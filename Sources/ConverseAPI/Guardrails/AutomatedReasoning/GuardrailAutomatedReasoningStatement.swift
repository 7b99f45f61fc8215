/// A logical statement, also in words.
public struct GuardrailAutomatedReasoningStatement: ConverseShape, Sendable, Hashable {
    /// The statement in the notation of SMT-LIB.
    public var logic: String?
    /// The statement in words.
    public var naturalLanguage: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(logic: String? = nil, naturalLanguage: String? = nil) {
        self.logic = logic
        self.naturalLanguage = naturalLanguage
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("logic", &logic)
        try visitor.optional("naturalLanguage", &naturalLanguage)
    }
}
