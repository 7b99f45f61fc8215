/// The request turned out inside a stream to be one that the service does not accept.
public struct ValidationException: ConverseShape, Sendable, Hashable {
    /// What the service says.
    public var message: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil) {
        self.message = message
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
    }
}
