/// What a guardrail found in the request and in the answer.
public struct GuardrailTraceAssessment: ConverseShape, Sendable, Hashable {
    /// What the model said before the guardrail changed it.
    public var modelOutput: [String]?
    /// The findings in the request, by guardrail id.
    public var inputAssessment: MemberMap<GuardrailAssessment>?
    /// The findings in the answer, by guardrail id.
    public var outputAssessments: MemberMap<[GuardrailAssessment]>?
    /// Why the guardrail acted.
    public var actionReason: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        modelOutput: [String]? = nil,
        inputAssessment: MemberMap<GuardrailAssessment>? = nil,
        outputAssessments: MemberMap<[GuardrailAssessment]>? = nil,
        actionReason: String? = nil
    ) {
        self.modelOutput = modelOutput
        self.inputAssessment = inputAssessment
        self.outputAssessments = outputAssessments
        self.actionReason = actionReason
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("modelOutput", &modelOutput)
        try visitor.optional("inputAssessment", &inputAssessment)
        try visitor.optional("outputAssessments", &outputAssessments)
        try visitor.optional("actionReason", &actionReason)
    }
}
