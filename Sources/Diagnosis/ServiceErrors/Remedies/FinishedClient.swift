import Evidence
import Report
import WireText

/// A program that makes the body itself, so that its user cannot write it otherwise: what the user can do instead.
///
/// Sources: the programs' own documentation of their settings for Bedrock: <https://docs.cline.bot/provider-config/aws-bedrock>,
/// <https://docs.roocode.com/providers/bedrock>, <https://code.claude.com/docs/en/amazon-bedrock>,
/// <https://aider.chat/docs/config/adv-model-settings.html>, <https://zed.dev/docs/ai/llm-providers>.
struct FinishedClient {
    private let name: String
    private let setting: String

    init?(_ program: ClientProgram?) {
        guard let program, let found = Self.settings.first(where: { $0.0 == program }) else { return nil }
        name = program.name
        setting = found.1
    }

    /// What of the body each program lets its user set.
    private static let settings: [(ClientProgram, String)] = [
        (.cline, "prompt caching and thinking can be switched off in its settings for Bedrock"),
        (.rooCode, "prompt caching and reasoning can be switched off in its settings for Bedrock"),
        (.kiloCode, "prompt caching and reasoning can be switched off in its settings for Bedrock"),
        (.claudeCode, "DISABLE_PROMPT_CACHING=1 and CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1 make its body plainer"),
        (.continueDev, "its config.yaml has promptCaching and the model's capabilities"),
        (.zed, "its settings.json has the models and their abilities under language_models.bedrock"),
        (.opencode, "its configuration has the model's options under provider.amazon-bedrock.models"),
        (.aider, "its .aider.model.settings.yml has cache_control, extra_params and use_temperature of the model"),
        (.libreChat, "its agent's or preset's parameters have prompt caching and thinking"),
        (.lobeChat, "the model's parameters are in its settings"),
        (
            .openWebUI,
            "the model's advanced parameters are in its admin settings; a pipe or gateway behind it may write the body"
        ),
        (.openClaw, "the model's parameters are in its configuration"),
        (.kiro, "the model is chosen in its settings"),
        (
            .dify,
            "the model's parameters are in the node that calls it, and its plugin for Bedrock has versions of its own"
        ),
        (.n8n, "the model and its options are in the node"),
        (.flowise, "the model and its options are in the node"),
        (.langflow, "the model and its options are in the component"),
        (.anythingLLM, "the model is chosen in its settings"), (.gitHubCopilot, "the model is chosen in its list"),
        (.windsurf, "the model is chosen in its settings"), (.cursor, "the model is chosen in its settings"),
        (.jupyterAI, "the model and its parameters are in its settings"),
        (.avante, "its provider's extra_request_body is sent along"),
    ]

    /// What its user can do about a member that was refused.
    func remedy(_ refusal: MemberRefusal) -> Remedy {
        // A list of blocks is how the system prompt is written to be cached.
        let cache =
            refusal.path == "system"
            ? "switch prompt caching off for the model (for it the system prompt is sent as blocks, which this model or route does not take), or "
            : ""
        return Remedy(
            """
            \(name) writes this body, and you do not: \(cache)update \(name), or choose another model in it, since one that it does not know well is sent \
            another one's form; \(setting). Where the newest version does it too, report the sentence to its project: it is \
            \(PrintableText.escaped(refusal.path, limit: 100)) that is refused.
            """)
    }
}
