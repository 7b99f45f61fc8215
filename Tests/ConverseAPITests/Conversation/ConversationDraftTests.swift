import ConverseAPI
import JSONText
import Testing

@Suite("From a chat to a request")
struct ConversationDraftTests {
    static let tools = [
        ToolDefinition(
            name: "weather", description: "Tells the weather.",
            inputSchema: ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]])
    ]

    static let calls = ["t1", "t2"].map { ToolUseBlock(toolUseId: $0, name: "weather", input: ["city": "Ulm"]) }

    @Test
    func aConversationWithToolsBecomesTheDocumentedRequest() throws {
        let draft = ConversationDraft(
            messages: [
                .system("Be brief."), .user("Weather?"), .assistant("I look.", toolCalls: Self.calls),
                .tool(ChatToolResult(callID: "t1", output: .json(["sky": "clear"]))),
                .tool(ChatToolResult(callID: "t2", output: .text("no such city"), outcome: .failure)),
            ],
            tools: Self.tools, toolChoice: .auto(AutoToolChoice()),
            inferenceConfig: InferenceConfiguration(maxTokens: 100), cachePlacement: .off)
        let expected = """
            {"messages":[{"role":"user","content":[{"text":"Weather?"}]},
            {"role":"assistant","content":[{"text":"I look."},
            {"toolUse":{"toolUseId":"t1","name":"weather","input":{"city":"Ulm"}}},
            {"toolUse":{"toolUseId":"t2","name":"weather","input":{"city":"Ulm"}}}]},
            {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"json":{"sky":"clear"}}]}},
            {"toolResult":{"toolUseId":"t2","content":[{"text":"no such city"}],"status":"error"}}]}],
            "system":[{"text":"Be brief."}],"inferenceConfig":{"maxTokens":100},
            "toolConfig":{"tools":[{"toolSpec":{"name":"weather","description":"Tells the weather.",
            "inputSchema":{"json":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}}],
            "toolChoice":{"auto":{}}}}
            """
        let request = try draft.request()
        #expect(try request.json == JSONValue(parsing: expected))
        #expect(request.faults().isEmpty)
    }

    @Test
    func neighboursOfOneRoleBecomeOneMessage() throws {
        let draft = ConversationDraft(messages: [.user("a"), .user("b"), .assistant("c"), .assistant("d"), .user("e")])
        let messages = try #require(try draft.request().messages)
        #expect(messages.map(\.role) == [.user, .assistant, .user])
        #expect(messages[0].content == [.text("a"), .text("b")])
        #expect(messages[1].content == [.text("c"), .text("d")])
    }

    @Test
    func blankTextIsDroppedBesideOtherContent() throws {
        let draft = ConversationDraft(
            messages: [
                .system(" \n"), .user([.text(""), .text("x"), .text("\u{3000}")]),
                .assistant("", toolCalls: [Self.calls[0]]), .tool(ChatToolResult(callID: "t1", output: .text(""))),
            ], tools: Self.tools)
        let request = try draft.request()
        #expect(request.system == nil)
        #expect(request.messages?[0].content == [.text("x")])
        #expect(request.messages?[1].content == [.toolUse(Self.calls[0])])
        #expect(
            request.messages?[2].content
                == [.toolResult(ToolResultBlock(toolUseId: "t1", content: [.text("(no output)")]))])
    }

    @Test(arguments: [JSONValue.array([1, 2]), "text", 7, nil])
    func onlyObjectsAreSentAsJSON(_ output: JSONValue) throws {
        let draft = ConversationDraft(
            messages: [
                .user("q"), .assistant("", toolCalls: [Self.calls[0]]),
                .tool(ChatToolResult(callID: "t1", output: .json(output))),
            ], tools: Self.tools)
        #expect(
            try draft.request().messages?[2].content
                == [.toolResult(ToolResultBlock(toolUseId: "t1", content: [.text(output.text())]))])
    }

    static let refusals: [(ConversationDraft, DraftError.Problem)] = [
        (ConversationDraft(messages: []), .noMessages),
        (ConversationDraft(messages: [.system("only")]), .noMessages),
        (ConversationDraft(messages: [.assistant("hello"), .user("hi")]), .doesNotBeginWithUser),
        (ConversationDraft(messages: [.user("hi"), .assistant("  ")]), .emptyMessage(index: 1)),
        (ConversationDraft(messages: [.user([])]), .emptyMessage(index: 0)),
        (
            ConversationDraft(
                messages: [.user("q"), .assistant("", toolCalls: calls), .user("never mind")], tools: tools),
            .callWithoutResult(id: "t1")
        ),
        (
            ConversationDraft(
                messages: [
                    .user("q"), .assistant("", toolCalls: calls),
                    .tool(ChatToolResult(callID: "t1", output: .text("x"))),
                ], tools: tools), .callWithoutResult(id: "t2")
        ),
        (
            ConversationDraft(
                messages: [.user("q"), .tool(ChatToolResult(callID: "t9", output: .text("x")))], tools: tools),
            .resultWithoutCall(id: "t9")
        ),
        (ConversationDraft(messages: [.user("q"), .assistant("", toolCalls: calls)]), .toolsNotDefined(index: 1)),
        (
            ConversationDraft(
                messages: [.user("q")], tools: [ToolDefinition(name: "get.weather", inputSchema: [:])]),
            .invalidToolName("get.weather")
        ),
        (
            ConversationDraft(messages: [.user("q")], tools: [ToolDefinition(name: "f", inputSchema: "string")]),
            .schemaIsNoObject(tool: "f")
        ),
    ]

    @Test(arguments: refusals)
    func whatTheServiceWouldRefuseIsRefusedByName(_ draft: ConversationDraft, _ problem: DraftError.Problem) {
        let error = #expect(throws: DraftError.self) { try draft.request() }
        #expect(error?.problem == problem)
    }

    @Test(arguments: [("a", true), ("A_b-9", true), ("", false), ("é", false), ("a b", false), ("a\n", false)])
    func toolNames(_ name: String, _ isValid: Bool) {
        #expect(ToolDefinition.isValidName(name) == isValid)
        #expect(ToolDefinition.isValidName(String(repeating: "n", count: 64)))
        #expect(!ToolDefinition.isValidName(String(repeating: "n", count: 65)))
    }
}
