/// A message as a chat front end has it, before it is made a part of a Converse request.
public enum ChatMessage: Sendable, Hashable {
    /// A part of the system prompt; it may stand anywhere in the conversation.
    case system(String)
    /// What the user says, in content blocks.
    case user([ContentBlock])
    /// What the model answered, in content blocks; its calls of tools are blocks too.
    case assistant([ContentBlock])
    /// The result of one call of a tool.
    case tool(ChatToolResult)

    /// What the user says, as text.
    public static func user(_ text: String) -> ChatMessage { .user([.text(text)]) }

    /// What the model answered: text, then the calls of tools it asked for.
    public static func assistant(_ text: String, toolCalls: [ToolUseBlock] = []) -> ChatMessage {
        .assistant([.text(text)] + toolCalls.map { .toolUse($0) })
    }
}
