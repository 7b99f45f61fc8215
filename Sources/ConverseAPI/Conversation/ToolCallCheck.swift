import JSONText

/// Checks what the service demands of tools in a conversation, whose own messages name neither message nor tool.
enum ToolCallCheck {
    static func check(_ messages: [Message], tools: [ToolDefinition]) throws(DraftError) {
        for tool in tools where !ToolDefinition.isValidName(tool.name) { throw DraftError(.invalidToolName(tool.name)) }
        for tool in tools where tool.inputSchema.objectValue == nil {
            throw DraftError(.schemaIsNoObject(tool: tool.name))
        }
        var open: [String] = []
        for (index, message) in messages.enumerated() {
            let results = message.content.compactMap {
                if case .toolResult(let result) = $0 { result.toolUseId } else { nil }
            }
            if let stray = results.first(where: { !open.contains($0) }) {
                throw DraftError(.resultWithoutCall(id: stray))
            }
            if let unanswered = open.first(where: { !results.contains($0) }) {
                throw DraftError(.callWithoutResult(id: unanswered))
            }
            open = message.content.compactMap { if case .toolUse(let call) = $0 { call.toolUseId } else { nil } }
            if tools.isEmpty, !(open.isEmpty && results.isEmpty) {
                throw DraftError(.toolsNotDefined(index: index))
            }
        }
    }
}
