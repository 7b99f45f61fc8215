import Evidence
import Report

extension FailedCall {
    /// A call that a program makes to its maker's own host when it starts, beside Bedrock as its provider: what is blocked is not Bedrock.
    ///
    /// Source: <https://code.claude.com/docs/en/network-config>.
    var startUpCall: Remedy? {
        let around = String(shown.prefix(32_768))
        let lower = around.lowercased()
        guard lower.contains("api.anthropic.com"), lower.contains("bedrock"), !lower.contains("anthropic_base_url"),
            scene.program == .claudeCode || lower.contains("claude_code_use_bedrock")
        else { return nil }
        return Remedy(
            """
            Update Claude Code: no answer came from api.anthropic.com, which is its own call at its start, and not Bedrock; a firewall blocks that host. Newer versions do without it where CLAUDE_CODE_USE_BEDROCK=1 reaches the process (put it under env of ~/.claude/settings.json), \
            and make fewer such calls with CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1. Where a proxy leads out, HTTPS_PROXY must be its whole address (http://HOST:PORT). A note about countries that is printed below is a guess of the program's.
            """
        ).about(.instruction)
    }
}
