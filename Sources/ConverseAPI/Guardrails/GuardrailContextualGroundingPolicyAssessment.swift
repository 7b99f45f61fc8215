/// The findings of a contextual grounding policy.
public struct GuardrailContextualGroundingPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The filters.
    public var filters: [GuardrailContextualGroundingFilter]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(filters: [GuardrailContextualGroundingFilter]? = nil) {
        self.filters = filters
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("filters", &filters)
    }
}
