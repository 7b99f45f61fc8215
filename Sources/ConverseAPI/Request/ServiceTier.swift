/// The tier that serves a request.
public struct ServiceTier: ConverseShape, Sendable, Hashable {
    /// The name of the tier.
    public var type: ServiceTierType
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(type: ServiceTierType) {
        self.type = type
    }

    package static var vacant: Self { Self(type: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
    }
}
