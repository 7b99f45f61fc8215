// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

/// The tokens written to the prompt cache for one time to live.
///
/// Source: Amazon Bedrock API Reference, `CacheDetail`.
public struct CacheDetail: ConverseShape, Sendable, Hashable {
    /// How long the prefix is kept.
    public var ttl: CacheTTL
    /// The tokens written.
    ///
    /// At least 0.
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

/// The end of a prefix for the service to keep in its prompt cache.
///
/// Source: Amazon Bedrock API Reference, `CachePointBlock`.
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

/// The kind of a cache point.
///
/// Source: Amazon Bedrock API Reference, `CachePointType`.
///
/// Values that are not listed are kept as they came.
public struct CachePointType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `default`.
    public static let `default` = Self(rawValue: "default")

    package static let knownValues: [Self] = [
        .default
    ]
}

/// How long a cached prefix is kept.
///
/// Source: Amazon Bedrock API Reference, `CacheTTL`.
///
/// Values that are not listed are kept as they came.
public struct CacheTTL: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `5m`.
    public static let fiveMinutes = Self(rawValue: "5m")
    /// `1h`.
    public static let oneHour = Self(rawValue: "1h")

    package static let knownValues: [Self] = [
        .fiveMinutes, .oneHour,
    ]
}
