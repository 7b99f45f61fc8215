extension ConverseResponse {
    /// The message of the model, if the answer has one.
    public var message: Message? {
        if case .message(let message) = output { message } else { nil }
    }

    /// The text of the answer: its text blocks, one after another.
    ///
    /// Reasoning and cited text are not part of it.
    public var text: String {
        (message?.content ?? []).compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
    }

    /// The calls of tools that the model asks for, in order.
    public var toolUses: [ToolUseBlock] {
        (message?.content ?? []).compactMap { if case .toolUse(let toolUse) = $0 { toolUse } else { nil } }
    }
}
