/// Which guardrail was applied, and who asked for it.
public struct AppliedGuardrailDetails: ConverseShape, Sendable, Hashable {
    /// The id of the guardrail.
    public var guardrailId: String?
    /// The version of the guardrail.
    public var guardrailVersion: String?
    /// The ARN of the guardrail.
    public var guardrailArn: String?
    /// Who asked for it.
    public var guardrailOrigin: [GuardrailOrigin]?
    /// Who owns it.
    public var guardrailOwnership: GuardrailOwnership?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        guardrailId: String? = nil,
        guardrailVersion: String? = nil,
        guardrailArn: String? = nil,
        guardrailOrigin: [GuardrailOrigin]? = nil,
        guardrailOwnership: GuardrailOwnership? = nil
    ) {
        self.guardrailId = guardrailId
        self.guardrailVersion = guardrailVersion
        self.guardrailArn = guardrailArn
        self.guardrailOrigin = guardrailOrigin
        self.guardrailOwnership = guardrailOwnership
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guardrailId", &guardrailId)
        try visitor.optional("guardrailVersion", &guardrailVersion)
        try visitor.optional("guardrailArn", &guardrailArn)
        try visitor.optional("guardrailOrigin", &guardrailOrigin)
        try visitor.optional("guardrailOwnership", &guardrailOwnership)
    }
}
