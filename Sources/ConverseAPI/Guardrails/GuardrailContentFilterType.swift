/// What a content filter looks for.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContentFilterType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `INSULTS`.
    public static let insults = Self(rawValue: "INSULTS")
    /// `HATE`.
    public static let hate = Self(rawValue: "HATE")
    /// `SEXUAL`.
    public static let sexual = Self(rawValue: "SEXUAL")
    /// `VIOLENCE`.
    public static let violence = Self(rawValue: "VIOLENCE")
    /// `MISCONDUCT`.
    public static let misconduct = Self(rawValue: "MISCONDUCT")
    /// `PROMPT_ATTACK`.
    public static let promptAttack = Self(rawValue: "PROMPT_ATTACK")

    package static let knownValues: [Self] = [
        .insults, .hate, .sexual, .violence, .misconduct, .promptAttack,
    ]
}
