/// The kind of a flaw of logic.
///
/// Values that are not listed are kept as they came.
public struct GuardrailAutomatedReasoningLogicWarningType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `ALWAYS_FALSE`.
    public static let alwaysFalse = Self(rawValue: "ALWAYS_FALSE")
    /// `ALWAYS_TRUE`.
    public static let alwaysTrue = Self(rawValue: "ALWAYS_TRUE")

    package static let knownValues: [Self] = [
        .alwaysFalse, .alwaysTrue,
    ]
}
