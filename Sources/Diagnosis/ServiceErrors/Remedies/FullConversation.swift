import Evidence
import Report

/// What to do in a program whose user does not write the request: how its conversation is made shorter.
///
/// Source: <https://code.claude.com/docs/en/commands> (/compact, /clear, /rewind, /context), whose own words are `Conversation too long. Press esc
/// twice to go up a few messages and try again`.
extension FailedCall {
    var fullConversation: Remedy? {
        guard scene.program == .claudeCode else { return nil }
        let around = shown.lowercased()
        let hasTried = ["compact", "/clear"].contains(where: around.contains)
        let why =
            hasTried
            ? " Compaction alone does not help by now, since /compact sends the whole conversation first, and is refused alike."
            : " Do so before it is full: /compact sends the whole conversation itself."
        return Remedy(
            """
            Press Esc twice (or /rewind), go back to a message before it became too long, and run /compact there; or begin anew with /clear.\(why) /context shows what takes the room: the outputs of tools, files and MCP servers' tools. Update \
            Claude Code, which measures the window better, and take a model of the wider window ([1m] behind the id) only where your account has it.
            """
        ).about(.instruction)
    }
}
