/// A message of the conversation: who speaks, and what is said.
public struct Message: ConverseShape, Sendable, Hashable {
    /// Who speaks.
    public var role: ConversationRole
    /// The parts of the message, in order.
    public var content: [ContentBlock]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(role: ConversationRole, content: [ContentBlock]) {
        self.role = role
        self.content = content
    }

    package static var vacant: Self { Self(role: .vacant, content: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("role", &role)
        try visitor.required("content", &content)
    }
}
