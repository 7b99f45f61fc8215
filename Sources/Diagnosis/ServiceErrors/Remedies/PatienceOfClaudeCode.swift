import Evidence
import Report

/// Claude Code's own sentence for an answer that it waited for in vain: who gave up is who has to wait longer.
///
/// Source: <https://code.claude.com/docs/en/settings> (API_TIMEOUT_MS).
extension FailedCall {
    var patienceOfClaudeCode: [Remedy] {
        let around = shown
        guard around.contains("Request timed out"),
            scene.program == .claudeCode || around.contains("API Error (Request timed out")
        else { return [] }
        let gateway = ["litellm", "gateway", "proxy"].first { around.lowercased().contains($0) }
        let next =
            gateway == "litellm"
            ? " Then the gateway's: in LiteLLM timeout and stream_timeout in litellm_params of the model, or request_timeout in litellm_settings; below it boto3's read_timeout is 60 s."
            : gateway == nil
                ? ""
                : " Then the gateway's or the proxy's own limit, which must be longer than the longest pause of an answer."
        return [
            Remedy(
                """
                Let Claude Code wait longer: it is Claude Code that gave up ("Request timed out"). Set API_TIMEOUT_MS (milliseconds) in its environment, or in env of ~/.claude/settings.json, and start it anew.\(next) What stands between must pass \
                the stream on as it comes, not gather it.
                """,
                command: "export API_TIMEOUT_MS=1200000"
            ).about(.instruction)
        ]
    }
}
