/// Why the model stopped.
///
/// Values that are not listed are kept as they came.
public struct StopReason: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `end_turn`.
    public static let endTurn = Self(rawValue: "end_turn")
    /// `tool_use`.
    public static let toolUse = Self(rawValue: "tool_use")
    /// `max_tokens`.
    public static let maxTokens = Self(rawValue: "max_tokens")
    /// `stop_sequence`.
    public static let stopSequence = Self(rawValue: "stop_sequence")
    /// `guardrail_intervened`.
    public static let guardrailIntervened = Self(rawValue: "guardrail_intervened")
    /// `content_filtered`.
    public static let contentFiltered = Self(rawValue: "content_filtered")
    /// `malformed_model_output`.
    public static let malformedModelOutput = Self(rawValue: "malformed_model_output")
    /// `malformed_tool_use`.
    public static let malformedToolUse = Self(rawValue: "malformed_tool_use")
    /// `model_context_window_exceeded`.
    public static let modelContextWindowExceeded = Self(rawValue: "model_context_window_exceeded")

    package static let knownValues: [Self] = [
        .endTurn, .toolUse, .maxTokens, .stopSequence, .guardrailIntervened, .contentFiltered,
        .malformedModelOutput, .malformedToolUse, .modelContextWindowExceeded,
    ]
}
