import ConverseAPI
import JSONText
import Testing

@Suite("Cache points by PRX's thresholds")
struct CachePlacementTests {
    static func system(_ texts: [String]) throws -> [SystemContentBlock] {
        let draft = ConversationDraft(messages: texts.map { .system($0) } + [.user("hi")])
        return try draft.request().system ?? []
    }

    @Test(arguments: [
        (String(repeating: "a", count: 3072), false),
        (String(repeating: "a", count: 3073), true),
        // The unit is bytes of UTF-8, not characters: 1536 × 2 and 1024 × 3 bytes lie on the threshold.
        (String(repeating: "é", count: 1536), false),
        (String(repeating: "é", count: 1536) + "a", true),
        (String(repeating: "語", count: 1024), false),
        (String(repeating: "語", count: 1025), true),
        (String(repeating: "🙂", count: 768) + "!", true),
    ])
    func systemPromptOfMoreThan3072Bytes(_ prompt: String, _ isCached: Bool) throws {
        let expected: [SystemContentBlock] = [.text(prompt)] + (isCached ? [.cachePoint(.standard)] : [])
        #expect(try Self.system([prompt]) == expected)
    }

    @Test
    func severalSystemTextsAreOnePrompt() throws {
        let half = String(repeating: "x", count: 1536)
        #expect(try Self.system([half, half]) == [.text(half), .text(half)])
        #expect(try Self.system([half, half + "y"]).last == .cachePoint(.standard))
    }

    @Test(arguments: [(4, false), (5, true)])
    func conversationOfMoreThanFourMessages(_ count: Int, _ isCached: Bool) throws {
        var messages: [ChatMessage] = [.system("one"), .system("two")]
        for index in 0..<count {
            messages.append(index.isMultiple(of: 2) ? .user("q\(index)") : .assistant("a\(index)"))
        }
        let request = try ConversationDraft(messages: messages).request()
        let converted = try #require(request.messages)
        #expect(converted.count == count)
        #expect(converted.last?.content.contains(.cachePoint(.standard)) == isCached)
        #expect(!converted.dropLast().contains { $0.content.contains(.cachePoint(.standard)) })
    }

    @Test
    func messagesAreCountedBeforeTheyAreMerged() throws {
        let calls = ["a", "b"].map { ToolUseBlock(toolUseId: $0, name: "f", input: [:]) }
        let draft = ConversationDraft(
            messages: [
                .user("q"), .assistant("", toolCalls: calls), .tool(ChatToolResult(callID: "a", output: .text("1"))),
                .tool(ChatToolResult(callID: "b", output: .text("2"))), .user("and?"),
            ],
            tools: [ToolDefinition(name: "f", inputSchema: ["type": "object"])])
        let converted = try #require(try draft.request().messages)
        #expect(converted.count == 3)
        #expect(converted.last?.content.last == .cachePoint(.standard))
    }

    @Test
    func offMeansNone() throws {
        var draft = ConversationDraft(
            messages: [.system(String(repeating: "a", count: 5000))] + Array(repeating: .user("x"), count: 9))
        draft.cachePlacement = .off
        let text = try draft.request().json.text()
        #expect(!text.contains("cachePoint"))
        draft.cachePlacement = .prx
        #expect(try draft.request().json.text().split(separator: "cachePoint").count == 3)
    }
}
