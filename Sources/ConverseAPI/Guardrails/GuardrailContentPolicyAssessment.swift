/// The findings of a content policy.
public struct GuardrailContentPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The filters.
    public var filters: [GuardrailContentFilter]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(filters: [GuardrailContentFilter]) {
        self.filters = filters
    }

    package static var vacant: Self { Self(filters: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("filters", &filters)
    }
}
