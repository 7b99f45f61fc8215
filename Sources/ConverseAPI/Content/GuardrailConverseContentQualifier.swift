/// What a marked text is to a guardrail.
///
/// Values that are not listed are kept as they came.
public struct GuardrailConverseContentQualifier: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `grounding_source`.
    public static let groundingSource = Self(rawValue: "grounding_source")
    /// `query`.
    public static let query = Self(rawValue: "query")
    /// `guard_content`.
    public static let guardContent = Self(rawValue: "guard_content")

    package static let knownValues: [Self] = [
        .groundingSource, .query, .guardContent,
    ]
}
