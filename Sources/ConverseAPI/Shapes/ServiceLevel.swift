// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

/// A class of latency.
///
/// Source: Amazon Bedrock API Reference, `PerformanceConfigLatency`.
///
/// Values that are not listed are kept as they came.
public struct PerformanceConfigLatency: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `standard`.
    public static let standard = Self(rawValue: "standard")
    /// `optimized`.
    public static let optimized = Self(rawValue: "optimized")

    package static let knownValues: [Self] = [
        .standard, .optimized,
    ]
}

/// How fast the model is served.
///
/// Source: Amazon Bedrock API Reference, `PerformanceConfiguration`.
public struct PerformanceConfiguration: ConverseShape, Sendable, Hashable {
    /// The class of latency.
    public var latency: PerformanceConfigLatency?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(latency: PerformanceConfigLatency? = nil) {
        self.latency = latency
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("latency", &latency)
    }
}

/// The tier that serves a request.
///
/// Source: Amazon Bedrock API Reference, `ServiceTier`.
public struct ServiceTier: ConverseShape, Sendable, Hashable {
    /// The name of the tier.
    public var type: ServiceTierType
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(type: ServiceTierType) {
        self.type = type
    }

    package static var vacant: Self { Self(type: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
    }
}

/// The name of a service tier.
///
/// Source: Amazon Bedrock API Reference, `ServiceTierType`.
///
/// Values that are not listed are kept as they came.
public struct ServiceTierType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `priority`.
    public static let priority = Self(rawValue: "priority")
    /// `default`.
    public static let `default` = Self(rawValue: "default")
    /// `flex`.
    public static let flex = Self(rawValue: "flex")
    /// `reserved`.
    public static let reserved = Self(rawValue: "reserved")

    package static let knownValues: [Self] = [
        .priority, .default, .flex, .reserved,
    ]
}
