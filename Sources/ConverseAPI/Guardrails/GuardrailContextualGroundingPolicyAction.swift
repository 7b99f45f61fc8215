/// What a contextual grounding policy did.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContextualGroundingPolicyAction: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `BLOCKED`.
    public static let blocked = Self(rawValue: "BLOCKED")
    /// `NONE`.
    public static let none = Self(rawValue: "NONE")

    package static let knownValues: [Self] = [
        .blocked, .none,
    ]
}
