/// How sure a content filter is.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContentFilterConfidence: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `NONE`.
    public static let none = Self(rawValue: "NONE")
    /// `LOW`.
    public static let low = Self(rawValue: "LOW")
    /// `MEDIUM`.
    public static let medium = Self(rawValue: "MEDIUM")
    /// `HIGH`.
    public static let high = Self(rawValue: "HIGH")

    package static let knownValues: [Self] = [
        .none, .low, .medium, .high,
    ]
}
