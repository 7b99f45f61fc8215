/// The kind of an output format.
///
/// Values that are not listed are kept as they came.
public struct OutputFormatType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `json_schema`.
    public static let jsonSchema = Self(rawValue: "json_schema")

    package static let knownValues: [Self] = [
        .jsonSchema
    ]
}
