/// The findings of an automated reasoning policy.
public struct GuardrailAutomatedReasoningPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The findings.
    public var findings: [GuardrailAutomatedReasoningFinding]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(findings: [GuardrailAutomatedReasoningFinding]? = nil) {
        self.findings = findings
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("findings", &findings)
    }
}
