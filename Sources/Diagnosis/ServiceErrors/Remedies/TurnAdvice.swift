import Codes
import Evidence
import Report

/// Rules of turns that the providers behind Bedrock add to Converse's.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html>.
extension Advice {
    static let turns: [Advice] = [
        Advice(
            "content cannot|must|may end trailing whitespace", for: .validationMessages, .validationRequest,
            say: """
                Strip the white space at the end of the last assistant text (a prefill such as "Answer: " ends with a blank), or end with a \
                user message. Frameworks keep the blank of an answer that was cut: trim the texts of assistant turns in the history.
                """),
        Advice(
            "stop sequence|sequences contain non whitespace", for: .validationSamplingParams, .validationRequest,
            say: """
                Leave out the stop sequences that are white space only (a blank, a line break), or empty: each must hold another character. \
                Frameworks add empty lines as stops by themselves: keep those with letters.
                """),
        Advice(
            "providing thinking blocks preceding", "must match", for: .validationMessages, .validationRequest,
            say: """
                Send the same system prompt, tools and thinking setting in every turn of a tool loop whose history holds thinking blocks; \
                or, where one of them has changed, leave the thinking blocks of the earlier turns out. A framework that adds or removes \
                tools between two turns does this.
                """),
        Advice("final assistant message", "start thinking block", for: .validationMessages, .validationRequest) {
            call in
            call.prefillUnderThinking
        },
        Advice(
            "role input should be user assistant", for: .validationMessages, .validationRequest,
            say: """
                Messages have the roles user and assistant only: put the text of a message of role system or developer into the member \
                system, and that of role tool into a tool_result (toolResult) block of a user message.
                """),
        Advice(
            "not supported on this api please use messages api", for: .validationMessages, .validationRequest,
            say: """
                The body has the old form for text (prompt, max_tokens_to_sample), and this model takes messages: send messages, max_tokens \
                and anthropic_version, take a newer version of the library or its chat class, or call Converse, whose form is the same for \
                every model.
                """),
    ]
}

extension FailedCall {
    /// An answer that was begun for the model while thinking is on; nothing where the turn is one of tool calls.
    ///
    /// Source: <https://docs.claude.com/en/docs/build-with-claude/extended-thinking> (no prefill with thinking).
    fileprivate var prefillUnderThinking: [Remedy] {
        let pasted = shown.lowercased()
        let tools = ["tool_use", "tooluse", "tool_result", "toolresult", "tool_calls", "tool call", "tool use"]
        guard words.has("found text"), !tools.contains(where: pasted.contains) else { return [] }
        return [
            Remedy(
                """
                End the messages with a user turn: the last message is the assistant's, the beginning of an answer (a prefill, often "{" or a code fence that is to force JSON), and with thinking on none may stand there. \
                Say in the user's message how the answer is to begin, or switch thinking off for this request.
                """),
            Remedy(
                """
                Where that turn is one of the history that calls tools, it must begin with its thinking block, unchanged and with its signature.
                """),
        ]
    }
}
