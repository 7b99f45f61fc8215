/// Who owns a guardrail.
///
/// Values that are not listed are kept as they came.
public struct GuardrailOwnership: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `SELF`.
    public static let ownAccount = Self(rawValue: "SELF")
    /// `CROSS_ACCOUNT`.
    public static let crossAccount = Self(rawValue: "CROSS_ACCOUNT")

    package static let knownValues: [Self] = [
        .ownAccount, .crossAccount,
    ]
}
