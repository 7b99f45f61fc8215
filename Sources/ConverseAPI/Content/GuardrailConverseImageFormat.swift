/// The file format of an image that a guardrail shall assess.
///
/// Values that are not listed are kept as they came.
public struct GuardrailConverseImageFormat: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `png`.
    public static let png = Self(rawValue: "png")
    /// `jpeg`.
    public static let jpeg = Self(rawValue: "jpeg")

    package static let knownValues: [Self] = [
        .png, .jpeg,
    ]
}
