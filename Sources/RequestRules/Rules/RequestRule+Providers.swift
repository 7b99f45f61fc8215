import Codes
import JSONText
import WireText

/// What single providers refuse, whatever their model: the endings of a prefill, stop sequences, and what may stand beside a
/// tool's blocks.
extension RequestRule {
    static let providers: [RequestRule] = [
        RequestRule(
            "prefill-without-trailing-space", .validationMessages,
            title: "The last assistant text ends with white space",
            source: .observed("https://github.com/langchain-ai/langchain-aws/issues/599"),
            remedy: "Strip the white space at its end, or end with a user message."
        ) { outline, _ in
            // The name of the model last: few requests end with the assistant.
            guard let turn = outline.turns.indices.last, outline.turns[turn].role == "assistant", outline.callsClaude,
                let content = outline.messages?.arrayValue?.last?["content"]?.arrayValue,
                let text = content.last?["text"]?.stringValue, !text.isBlank,
                text.last?.isWhitespace ?? false
            else { return [] }
            return [
                Breach(
                    messages.appending(turn).appending("content").appending(content.count - 1).appending("text"),
                    expected: "text that does not end with white space", found: "white space at the end",
                    text: "The model returned the following errors: messages: final assistant content cannot end with "
                        + "trailing whitespace")
            ]
        },
        RequestRule(
            "stop-sequences-not-blank", .validationSamplingParams, title: "A stop sequence is nothing but white space",
            source: .observed("https://github.com/BerriAI/litellm/issues/3286"),
            remedy: "Leave it out: each stop sequence must hold a character that is no white space."
        ) { outline, _ in
            guard let stops = outline.setting("stopSequences")?.arrayValue, outline.callsClaude else { return [] }
            return stops.enumerated().filter { $0.element.stringValue?.isBlank ?? false }.map { place, _ in
                Breach(
                    JSONPath([.name("inferenceConfig"), .name("stopSequences"), .index(place)]),
                    expected: "a character that is no white space", found: "nothing but white space",
                    text: "The model returned the following errors: stop_sequences: each stop sequence must contain "
                        + "non-whitespace")
            }
        },
        RequestRule(
            "tool-blocks-alone", .validationMessages, .should,
            title: "Text stands beside tool blocks in one message, which this provider's models do not take",
            source: .observed("https://github.com/strands-agents/harness-sdk/issues/1223"),
            remedy: "Leave the text out of the message that holds toolUse or toolResult, or send it in another turn."
        ) { outline, _ in
            guard !outline.calls.isEmpty || !outline.results.isEmpty, outline.takesToolBlocksAlone else { return [] }
            return outline.turns.enumerated().compactMap { turn, message in
                guard message.hasText, !message.calls.isEmpty || !message.results.isEmpty else { return nil }
                let kind = message.calls.isEmpty ? "result" : "use"
                return Breach(
                    messages.appending(turn).appending("content"), expected: "tool blocks alone",
                    found: "text beside a tool \(kind)",
                    text: "messages.\(turn).content: Conversation blocks and tool \(kind) blocks cannot be provided in "
                        + "the same turn.")
            }
        },
        RequestRule(
            "system-role-rare", .validationMessages, .should,
            title: "A message has the role system, which few models take",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html"),
            remedy: "Put the text into the member system; few models take such messages between the others."
        ) { outline, _ in
            // The first message is judged by the rule that the user begins.
            outline.turns.enumerated().dropFirst().filter { $0.element.role == "system" && $0.element.hasText }.map {
                turn, _ in
                Breach(
                    messages.appending(turn).appending("role"), expected: "user or assistant", found: "system",
                    text: "messages.\(turn).role: Input should be 'user' or 'assistant'")
            }
        },
    ]
}

extension RequestOutline {
    /// Whether the model is of a provider whose models take text and tool blocks in separate messages only.
    fileprivate var takesToolBlocksAlone: Bool {
        guard let modelID else { return false }
        return ["meta.llama", "mistral.mi", "mistral.pixtral", "cohere.command"].contains(where: modelID.contains)
    }
}
