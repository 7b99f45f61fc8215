/// Who runs a tool, where it is not the caller.
///
/// Values that are not listed are kept as they came.
public struct ToolUseType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `server_tool_use`.
    public static let serverToolUse = Self(rawValue: "server_tool_use")

    package static let knownValues: [Self] = [
        .serverToolUse
    ]
}
