/// The kind of a cache point.
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
