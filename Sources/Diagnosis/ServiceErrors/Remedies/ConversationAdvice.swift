import Codes
import Evidence
import Report

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
            "conversation blocks tool result|use|results|uses blocks same turn",
            say: """
                Put text and tool blocks into separate messages: this model (some of Llama, Mistral, Cohere and Nova are so) takes no text beside a toolUse or a \
                toolResult in one turn. Leave the text out of that message, or send it as a turn of its own.
                """),
        Advice(
            "did not find tool_result|toolresult|tool result block|blocks", for: .validationMessages,
            .validationRequest,
            say: """
                Send, at the beginning of the message right behind a tool call, a tool_result (toolResult) for each of its ids, before any \
                text; or remove the call from the history. It is left alone when a run was interrupted, or a history cut between the two.
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
            "thinking|redacted_thinking|redacted block|blocks", "modified|signature|preceding|unchanged|remain",
            for: .validationMessages, .validationRequest,
            say: """
                A thinking block of the history was changed, cut, or made by another model or account: send thinking and redacted_thinking blocks \
                of the last tool loop back unchanged, with their signature and with the same system, tools and thinking setting, or leave \
                the thinking blocks of earlier turns out. A gateway or client that drops or rewrites them needs an update. It has nothing to do with \
                AWS's signature of the request.
                """),
        Advice(
            "messages cannot contain reasoning content", for: .validationMessages, .validationRequest,
            say: """
                Leave reasoningContent out of the messages that you send: this model, or a user's message, takes none. Reasoning of earlier turns \
                comes from a client that replays it (Vercel AI SDK: newer versions leave it out).
                """),
        Advice(
            "toolresult cannot be empty when status error", for: .validationMessages, .validationRequest,
            say: """
                Put a text (the error's own message) into the content of this toolResult: with status error it may not be empty. Do not leave the \
                block out, because its toolUse wants an answer.
                """),
        Advice(
            "text|content content|block|blocks|field blank|empty|null|nil|non", for: .validationMessages,
            .validationRequest
        ) { call in call.blankText },
        Advice(
            "assistant message must either content", for: .validationMessages, .validationRequest
        ) { call in call.blankText },
        Advice(
            "expected thinking|redacted_thinking found", for: .validationMessages,
            say: """
                While thinking is on, an assistant turn that calls tools must begin with its thinking block, unchanged and \
                with its signature: keep it in the history, or switch thinking off for this request.
                """),
    ]
}

extension FailedCall {
    /// What to do about a text without content of which the message does not say where it stands.
    fileprivate var blankText: Remedy? {
        guard details.refusals.isEmpty else { return nil }
        let agent =
            words.has("conversation history")
            ? " For an agent the history is sessionState.conversationHistory of InvokeAgent." : ""
        return Remedy(
            """
            A text block of the conversation is empty, null or blank: put text into it, or leave that block out, and a message that holds no \
            other with it (the turn of a tool call often has a text of nothing).\(agent) A client that keeps the history sends it again with \
            every turn: mend it there.
            """)
    }
}
