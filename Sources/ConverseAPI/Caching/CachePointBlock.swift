/// The end of a prefix that the service shall keep in its prompt cache.
public struct CachePointBlock: ConverseShape, Sendable, Hashable {
    /// The kind of the cache point.
    public var type: CachePointType
    /// How long the prefix is kept.
    public var ttl: CacheTTL?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(type: CachePointType, ttl: CacheTTL? = nil) {
        self.type = type
        self.ttl = ttl
    }

    package static var vacant: Self { Self(type: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
        try visitor.optional("ttl", &ttl)
    }
}
