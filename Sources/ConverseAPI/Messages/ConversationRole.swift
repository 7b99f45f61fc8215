/// Who speaks in a message.
///
/// Values that are not listed are kept as they came.
public struct ConversationRole: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `user`.
    public static let user = Self(rawValue: "user")
    /// `assistant`.
    public static let assistant = Self(rawValue: "assistant")

    package static let knownValues: [Self] = [
        .user, .assistant,
    ]
}
