import Codes
import JSONText

/// Turns of a conversation and what they say.
extension RequestRule {
    static let conversation: [RequestRule] = [
        RequestRule(
            "messages-present", .validationMessages, title: "There are no messages",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html"),
            remedy: "Send messages; only a call of a stored prompt goes without them."
        ) { outline, _ in
            // For the sake of stored prompts the service model does not require them.
            guard RequestOutline.present(outline.messages) == nil, !outline.callsPrompt else { return [] }
            return [
                Breach(
                    messages, expected: "a list of messages", found: "none",
                    text: "1 validation error detected: Value null at 'messages' failed to satisfy constraint: Member "
                        + "must not be null")
            ]
        },
        RequestRule(
            "content-present", .validationMessages, title: "A message has no content",
            source: .observed("https://github.com/archestra-ai/archestra/pull/4220"),
            remedy: "Leave the message out, or put a content block into it."
        ) { outline, _ in
            outline.turns.enumerated().filter { $0.element.blocks == 0 }.map { turn, _ in
                Breach(
                    messages.appending(turn).appending("content"), expected: "a content block", found: "an empty list",
                    text: "The content field in the Message object at messages.\(turn) is empty. Add a ContentBlock "
                        + "object to the content field and try again.")
            }
        },
        RequestRule(
            "text-not-blank", .validationMessages, title: "A text block is blank",
            source: .observed("https://github.com/aws-samples/bedrock-engineer/issues/8"),
            remedy: "Leave the blank block out, or put text into it."
        ) { outline, _ in
            outline.blankTexts.map { path in
                Breach(
                    path, expected: "text", found: "nothing but white space",
                    text: "The text field in the ContentBlock object at \(JSONPath(path.steps.dropLast()).dotted) is "
                        + "blank. Add text to the text field, and try again.")
            }
        },
        RequestRule(
            "user-first", .validationMessages, title: "The conversation does not begin with the user",
            source: .observed("https://github.com/elastic/kibana/pull/246393"),
            remedy:
                "Begin the messages with one of role user; a system prompt belongs into system. Where a client cuts "
                + "an old history, it must cut before a user's turn."
        ) { outline, _ in
            // The messages of a stored prompt stand before these.
            guard RequestOutline.present(outline.messages) != nil, !outline.callsPrompt else { return [] }
            // One that only changes the tools says nothing to the model.
            let first = outline.turns.firstIndex { $0.role != "system" || $0.hasText }
            guard first.map({ outline.turns[$0].role }) != "user" else { return [] }
            return [
                Breach(
                    first.map { messages.appending($0).appending("role") } ?? messages, expected: "user",
                    found: first.map { outline.turns[$0].role } ?? "no message",
                    text: "A conversation must start with a user message. Try again with a conversation that starts "
                        + "with a user message.")
            ]
        },
        RequestRule(
            "roles-alternate", .validationMessages, title: "User and assistant do not alternate",
            source: .observed("https://github.com/langchain-ai/langchain-aws/issues/192"),
            remedy: "Merge neighbouring turns of one role: the blocks of two messages can stand in the content of one."
        ) { outline, _ in
            zip(outline.turns, outline.turns.dropFirst()).enumerated()
                .filter { _, pair in pair.0.role == pair.1.role && (pair.0.role == "user" || pair.0.role == "assistant")
                }
                .map { turn, pair in
                    Breach(
                        messages.appending(turn + 1).appending("role"),
                        expected: pair.0.role == "user" ? "assistant" : "user",
                        found: "\(pair.1.role), as in the message before it",
                        text: "A conversation must alternate between user and assistant roles. Make sure the "
                            + "conversation alternates between user and assistant roles and try again.")
                }
        },
        RequestRule(
            "tool-changes-by-system", .validationMessages,
            title: "toolAddition or toolRemoval stands outside a message of role system",
            source: .documented(
                "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html"),
            remedy: "Put the block into a message of role system."
        ) { outline, _ in
            outline.toolChanges.filter { outline.turns[$0.turn].role != "system" }.map { block in
                Breach(
                    block.path, expected: "a message of role system", found: outline.turns[block.turn].role,
                    text: "The block at \(block.path.dotted) is only taken in a message of role system.")
            }
        },
    ]

    static let messages = JSONPath([.name("messages")])
}
