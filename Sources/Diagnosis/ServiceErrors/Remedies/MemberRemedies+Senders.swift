import Evidence
import Report
import WireText

/// What the client or gateway that sent a refused member can do about it.
///
/// Sources: <https://docs.litellm.ai/docs/completion/drop_params>, <https://code.claude.com/docs/en/settings>.
extension MemberRemedies {
    /// LiteLLM made the body by its table of models; by Converse it makes none.
    var converseRoute: Remedy? {
        guard call.scene.program == .liteLLM, !refusals.contains(where: { $0.leaf.hasPrefix("aws_") }) else {
            return nil
        }
        return Remedy(
            """
            In LiteLLM, call the model by bedrock/converse/MODEL: its route bedrock/invoke takes the body's form from the model's name, and here \
            took another family's. A newer version may know the name.
            """)
    }

    /// Where a client or gateway is told to leave a key out.
    var sender: Remedy? {
        let keys = refusals.filter { isUnknown($0) && $0.path != MemberRefusal.unnamedField }.map(\.leaf)
        guard !keys.isEmpty else { return nil }
        switch call.scene.program {
        case .liteLLM?:
            let settings = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_region_name"]
            if keys.contains(where: settings.contains) {
                return Remedy(
                    """
                    These are LiteLLM's own settings, which reached the model's body: keep them in litellm_params of the \
                    model and update LiteLLM.
                    """)
            }
            let list = keys.map { "\"\($0)\"" }.joined(separator: ", ")
            return Remedy(
                """
                In LiteLLM, drop what the model does not take: additional_drop_params: [\(list)] in litellm_params \
                (drop_params: true drops OpenAI's own parameters only), or find what adds the key: a callback, metadata, the \
                client's extra_body.
                """)
        case .claudeCode?:
            return Remedy(
                """
                Claude Code sends fields of betas that Bedrock does not know: update it, or switch them off.
                """,
                command: "export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1")
        default:
            return nil
        }
    }
}
