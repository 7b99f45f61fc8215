/// The beginning of a message.
public struct MessageStartEvent: ConverseShape, Sendable, Hashable {
    /// Who speaks.
    public var role: ConversationRole
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(role: ConversationRole) {
        self.role = role
    }

    package static var vacant: Self { Self(role: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("role", &role)
    }
}
