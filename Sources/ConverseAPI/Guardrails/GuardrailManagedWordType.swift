/// The name of a managed word list.
///
/// Values that are not listed are kept as they came.
public struct GuardrailManagedWordType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `PROFANITY`.
    public static let profanity = Self(rawValue: "PROFANITY")

    package static let knownValues: [Self] = [
        .profanity
    ]
}
