import Report
import WireText

/// What to do about the id of a tool's call that a model does not take.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html>,
/// <https://docs.mistral.ai/capabilities/function_calling>.
enum ToolCallIdentifier {
    /// - Parameter rule: Behind the verb: `to letters and digits`, `so that each is nine characters long`.
    static func rewritten(_ rule: String, from found: String?) -> String {
        let value = found.map { " (here '\(PrintableText.escaped($0, limit: 80))')" } ?? ""
        return """
            Rewrite the ids of tool calls\(value) \(rule), the same in the call (toolUse.toolUseId) and in its result \
            (toolResult.toolUseId), through the whole history.
            """
    }

    /// Where such ids come from, and what a shortened one must keep.
    static let origin = """
        Mistral's models take letters and digits, nine of them; ids that another model, Bedrock or a client made may have other signs or \
        another length. Two calls must keep two ids: make them of a hash, not of the first characters, which ids share. Where a library \
        writes the history, a newer version may do so.
        """
}
