/// How the service came to its streamed answer.
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
