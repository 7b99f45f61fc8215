/// A class of latency.
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
