/// A rule of a policy.
public struct GuardrailAutomatedReasoningRule: ConverseShape, Sendable, Hashable {
    /// The id of the rule.
    public var identifier: String?
    /// The ARN of the version of the policy.
    public var policyVersionArn: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(identifier: String? = nil, policyVersionArn: String? = nil) {
        self.identifier = identifier
        self.policyVersionArn = policyVersionArn
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("identifier", &identifier)
        try visitor.optional("policyVersionArn", &policyVersionArn)
    }
}
