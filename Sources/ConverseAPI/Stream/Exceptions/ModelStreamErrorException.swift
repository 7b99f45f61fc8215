/// The model failed inside a stream.
public struct ModelStreamErrorException: ConverseShape, Sendable, Hashable {
    /// What the service says.
    public var message: String?
    /// The status that the model's own endpoint gave.
    public var originalStatusCode: Int?
    /// What the model's own endpoint said.
    public var originalMessage: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil, originalStatusCode: Int? = nil, originalMessage: String? = nil) {
        self.message = message
        self.originalStatusCode = originalStatusCode
        self.originalMessage = originalMessage
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
        try visitor.optional("originalStatusCode", &originalStatusCode)
        try visitor.optional("originalMessage", &originalMessage)
    }
}
