/// What a contextual grounding check measures.
///
/// Values that are not listed are kept as they came.
public struct GuardrailContextualGroundingFilterType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `GROUNDING`.
    public static let grounding = Self(rawValue: "GROUNDING")
    /// `RELEVANCE`.
    public static let relevance = Self(rawValue: "RELEVANCE")

    package static let knownValues: [Self] = [
        .grounding, .relevance,
    ]
}
