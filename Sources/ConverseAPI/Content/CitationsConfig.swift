/// Whether the model shall cite a source.
public struct CitationsConfig: ConverseShape, Sendable, Hashable {
    /// Whether citations are on.
    public var enabled: Bool
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(enabled: Bool) {
        self.enabled = enabled
    }

    package static var vacant: Self { Self(enabled: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("enabled", &enabled)
    }
}
