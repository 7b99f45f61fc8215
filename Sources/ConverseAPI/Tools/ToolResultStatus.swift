/// Whether a call of a tool went well.
///
/// Values that are not listed are kept as they came.
public struct ToolResultStatus: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `success`.
    public static let success = Self(rawValue: "success")
    /// `error`.
    public static let error = Self(rawValue: "error")

    package static let knownValues: [Self] = [
        .success, .error,
    ]
}
