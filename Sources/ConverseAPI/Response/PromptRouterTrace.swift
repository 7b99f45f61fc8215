/// What a prompt router did.
public struct PromptRouterTrace: ConverseShape, Sendable, Hashable {
    /// The model that was called.
    public var invokedModelId: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(invokedModelId: String? = nil) {
        self.invokedModelId = invokedModelId
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("invokedModelId", &invokedModelId)
    }
}
