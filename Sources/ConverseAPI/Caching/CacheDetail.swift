/// The tokens written to the prompt cache for one time to live.
public struct CacheDetail: ConverseShape, Sendable, Hashable {
    /// How long the prefix is kept.
    public var ttl: CacheTTL
    /// The tokens written.
    public var inputTokens: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(ttl: CacheTTL, inputTokens: Int) {
        self.ttl = ttl
        self.inputTokens = inputTokens
    }

    package static var vacant: Self { Self(ttl: .vacant, inputTokens: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("ttl", &ttl)
        try visitor.required("inputTokens", &inputTokens)
    }
}
