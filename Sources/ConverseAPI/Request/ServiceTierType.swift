/// The name of a service tier.
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
