/// The findings of a policy for sensitive information.
public struct GuardrailSensitiveInformationPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// Personal information.
    public var piiEntities: [GuardrailPiiEntityFilter]
    /// Matches of regular expressions.
    public var regexes: [GuardrailRegexFilter]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(piiEntities: [GuardrailPiiEntityFilter], regexes: [GuardrailRegexFilter]) {
        self.piiEntities = piiEntities
        self.regexes = regexes
    }

    package static var vacant: Self { Self(piiEntities: .vacant, regexes: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("piiEntities", &piiEntities)
        try visitor.required("regexes", &regexes)
    }
}
