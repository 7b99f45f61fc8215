import WireText

/// A conversation as a chat front end has it, on its way to a Converse request.
///
/// Converse wants roles that alternate and begin with the user, system texts apart, and the results of tools as blocks
/// of a user message that follows the calls. The draft does that, and sets cache points by PRX's rules.
public struct ConversationDraft: Sendable, Hashable {
    /// The messages, oldest first.
    public var messages: [ChatMessage]
    /// The tools that the model may call.
    public var tools: [ToolDefinition]
    /// Which of them it shall call.
    public var toolChoice: ToolChoice?
    /// The parameters of inference.
    public var inferenceConfig: InferenceConfiguration?
    /// Where cache points are set.
    public var cachePlacement: CachePlacement

    /// Makes a draft; cache points are set by PRX's thresholds unless the caller says otherwise.
    public init(
        messages: [ChatMessage], tools: [ToolDefinition] = [], toolChoice: ToolChoice? = nil,
        inferenceConfig: InferenceConfiguration? = nil, cachePlacement: CachePlacement = .prx
    ) {
        self.messages = messages
        self.tools = tools
        self.toolChoice = toolChoice
        self.inferenceConfig = inferenceConfig
        self.cachePlacement = cachePlacement
    }

    /// The request that says this conversation.
    ///
    /// Blank texts are left out; neighbours of one role become one message, so that the results of parallel calls stand
    /// together, before what the user adds.
    ///
    /// - Throws: ``DraftError`` where the service would refuse the conversation.
    public func request() throws(DraftError) -> ConverseRequest {
        let converted = try convertedMessages()
        try ToolCallCheck.check(converted, tools: tools)
        var request = ConverseRequest(messages: converted)
        if cachePlacement.caches(conversationOf: messages.count { !$0.isSystem }) {
            request.messages?[converted.count - 1].content.append(.cachePoint(.standard))
        }
        let system = systemBlocks()
        request.system = system.isEmpty ? nil : system
        request.inferenceConfig = inferenceConfig
        if !tools.isEmpty {
            request.toolConfig = ToolConfiguration(tools: tools.map(Tool.init), toolChoice: toolChoice)
        }
        return request
    }

    private func systemBlocks() -> [SystemContentBlock] {
        let texts = messages.compactMap { message in
            if case .system(let text) = message, !text.isBlank { text } else { nil }
        }
        var blocks = texts.map { SystemContentBlock.text($0) }
        if cachePlacement.caches(systemPromptOf: texts.reduce(0) { $0 + $1.utf8.count }) {
            blocks.append(.cachePoint(.standard))
        }
        return blocks
    }

    private func convertedMessages() throws(DraftError) -> [Message] {
        var converted: [Message] = []
        for (index, message) in messages.enumerated() {
            guard let (role, content) = message.converted else { continue }
            if content.isEmpty { throw DraftError(.emptyMessage(index: index)) }
            if converted.last?.role == role {
                converted[converted.count - 1].content += content
            } else {
                converted.append(Message(role: role, content: content))
            }
        }
        guard let first = converted.first else { throw DraftError(.noMessages) }
        guard first.role == .user else { throw DraftError(.doesNotBeginWithUser) }
        return converted
    }
}

extension ChatMessage {
    fileprivate var isSystem: Bool {
        if case .system = self { true } else { false }
    }

    /// The role and the blocks in Converse, nil for a part of the system prompt.
    fileprivate var converted: (ConversationRole, [ContentBlock])? {
        switch self {
        case .system: nil
        case .user(let blocks): (.user, Self.withoutBlankTexts(blocks))
        case .assistant(let blocks): (.assistant, Self.withoutBlankTexts(blocks))
        case .tool(let result): (.user, [.toolResult(ToolResultBlock(result))])
        }
    }

    private static func withoutBlankTexts(_ blocks: [ContentBlock]) -> [ContentBlock] {
        blocks.filter { if case .text(let text) = $0 { !text.isBlank } else { true } }
    }
}
