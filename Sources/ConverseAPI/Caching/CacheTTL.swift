/// How long a cached prefix is kept.
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
