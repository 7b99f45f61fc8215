import Codes
import Evidence

/// Turns and blocks of a conversation that do not follow each other as they must.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-call.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use-inference-call.html>.
extension Advice {
    static let conversation: [Advice] = [
        Advice(
            "assistant message|messages prefill",
            say: """
                End with a user message: this model takes no assistant message last (prefill). Say in the user's message, or \
                by outputConfig's format, how the answer is to begin.
                """),
        Advice(
            "alternate|alternating", "user|assistant|roles",
            say: """
                Merge neighbouring turns of one role: user and assistant alternate, beginning with user. Blocks of two messages \
                can stand in the content of one.
                """),
        Advice(
            "conversation must start user",
            say: """
                Begin the messages with one of role user: where a client cuts an old history, it must cut before a user's turn.
                """),
        Advice(
            "conversation must end user",
            say:
                "End the messages with one of role user: an assistant message last is taken for a prefill, which is refused."
        ),
        Advice(
            "tool_use|tooluse|use ids|id|blocks found|without|corresponding|immediately tool_result|toolresult|result",
            for: .validationMessages,
            say: """
                Send, in the message right behind a tool call, a tool_result (toolResult) for each of its ids; or remove the \
                call from the history. It is left alone when a run was interrupted, or a history cut between the two.
                """),
        Advice(
            "number toolresult blocks exceeds", for: .validationMessages,
            say: """
                Remove tool results that answer no call of the turn before, or send that turn too: each toolResult needs its \
                toolUse right before it.
                """),
        Advice(
            "expected toolresult blocks", for: .validationMessages,
            say: """
                Send, in the message right behind the tool calls, a toolResult for each of the ids that the message names; or \
                remove the calls from the history.
                """),
        Advice(
            "expected thinking|redacted_thinking found", for: .validationMessages,
            say: """
                While thinking is on, an assistant turn that calls tools must begin with its thinking block, unchanged and \
                with its signature: keep it in the history, or switch thinking off for this request.
                """),
    ]
}
