/// How much a guardrail tells of its assessment.
///
/// Values that are not listed are kept as they came.
public struct GuardrailTrace: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `enabled`.
    public static let enabled = Self(rawValue: "enabled")
    /// `disabled`.
    public static let disabled = Self(rawValue: "disabled")
    /// `enabled_full`.
    public static let enabledFull = Self(rawValue: "enabled_full")

    package static let knownValues: [Self] = [
        .enabled, .disabled, .enabledFull,
    ]
}
