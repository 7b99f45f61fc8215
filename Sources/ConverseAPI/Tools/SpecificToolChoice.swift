/// The model must call this tool.
public struct SpecificToolChoice: ConverseShape, Sendable, Hashable {
    /// The name of the tool.
    public var name: String
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(name: String) {
        self.name = name
    }

    package static var vacant: Self { Self(name: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("name", &name)
    }
}
