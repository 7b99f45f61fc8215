/// Who asked for a guardrail.
///
/// Values that are not listed are kept as they came.
public struct GuardrailOrigin: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `REQUEST`.
    public static let request = Self(rawValue: "REQUEST")
    /// `ACCOUNT_ENFORCED`.
    public static let accountEnforced = Self(rawValue: "ACCOUNT_ENFORCED")
    /// `ORGANIZATION_ENFORCED`.
    public static let organizationEnforced = Self(rawValue: "ORGANIZATION_ENFORCED")

    package static let knownValues: [Self] = [
        .request, .accountEnforced, .organizationEnforced,
    ]
}
