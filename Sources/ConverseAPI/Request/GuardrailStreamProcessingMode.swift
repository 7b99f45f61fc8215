/// Whether a stream waits for the guardrail.
///
/// Values that are not listed are kept as they came.
public struct GuardrailStreamProcessingMode: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `sync`.
    public static let sync = Self(rawValue: "sync")
    /// `async`.
    public static let async = Self(rawValue: "async")

    package static let knownValues: [Self] = [
        .sync, .async,
    ]
}
