/// What a topic policy does with a topic.
///
/// Values that are not listed are kept as they came.
public struct GuardrailTopicType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `DENY`.
    public static let deny = Self(rawValue: "DENY")

    package static let knownValues: [Self] = [
        .deny
    ]
}
