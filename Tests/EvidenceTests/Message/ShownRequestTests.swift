import Evidence
import Testing

/// What a paste shows of the request beside its refusal: numbers of settings, turns of a conversation.
@Suite struct ShownRequestTests {
    @Test(
        arguments: [
            ("budgetTokens: 1024", 1_024), ("\"budget_tokens\": 2000,", 2_000),
            ("the `budget_tokens` value is `2000`", 2_000),
            ("thinkingBudget = 16_000", 16_000), ("budget_tokens=4096)", 4_096),
        ])
    func `a number is read in code, in a body and in a sentence`(text: String, value: Int) throws {
        let shown = try #require(ShownSetting.all(of: "budget_tokens", in: "a line\n" + text).first)
        #expect(shown.value == Double(value))
        #expect(shown.line == 2)
    }

    @Test(
        arguments: [
            "max_tokens: 128000 > 64000, which is the maximum", "max_tokens must be greater than 1024",
            "thinking.budget_tokens: Input should be greater than or equal to 1024", "max_tokens_per_day: 5",
            "max_tokens > 5",
        ])
    func `a figure of the refusal is no setting`(text: String) {
        #expect(ShownSetting.all(of: "max_tokens", in: text).isEmpty)
        #expect(ShownSetting.all(of: "budget_tokens", in: text).isEmpty)
    }

    private static let call =
        #"{"role":"assistant","content":[{"toolUse":{"toolUseId":"t_1","name":"a","input":{}}},{"toolUse":{"toolUseId":"t_2","name":"a","input":{}}}]}"#
    private static func result(_ id: String) -> String {
        #"{"toolResult":{"toolUseId":"\#(id)","content":[{"text":"1"}]}}"#
    }
    private static func user(_ blocks: String...) -> String {
        #"{"role":"user","content":[\#(blocks.joined(separator: ","))]}"#
    }

    @Test func `results in one message are an answer`() throws {
        let text = "[\(Self.call), \(Self.user(Self.result("t_1"), Self.result("t_2")))]"
        let shown = try #require(ShownConversation(in: text))
        #expect(shown.answers(["t_1", "t_2"]))
        #expect(!shown.answers(["t_1", "t_3"]))
        #expect(shown.spread == nil)
        #expect(shown.following == nil)
        #expect(shown.mixed == nil)
    }

    @Test func `results in several messages are seen, whatever the notation`() throws {
        let python = """
            [{'content': [{'text': 'I'll roll'}, {'toolUse': {'toolUseId': 't_1', 'name': 'a', 'input': {}}}], 'role': 'assistant'},
             {'content': [{'toolResult': {'toolUseId': 't_1', 'content': [{'text': '1'}]}}], 'role': 'user'},
             {'content': [{'toolResult': {'toolUseId': 't_2', 'content': [{'text': '2'}]}}], 'role': 'user'}]
            """
        for text in ["[\(Self.call), \(Self.user(Self.result("t_1"))), \(Self.user(Self.result("t_2")))]", python] {
            #expect(try #require(ShownConversation(in: text)).spread != nil, "\(text)")
        }
        let anthropic = """
            [{"role":"user","content":[{"type":"tool_result","tool_use_id":"t_1","content":"1"}]},
             {"role":"user","content":[{"type":"tool_result","tool_use_id":"t_2","content":"2"}]}]
            """
        #expect(try #require(ShownConversation(in: anthropic)).spread?.results == ["t_1"])
    }

    @Test func `what follows or precedes a result is seen`() throws {
        let document = #"{"document":{"name":"d","format":"pdf","source":{"bytes":"x"}}}"#
        let behind = try #require(
            ShownConversation(
                in: "\(Self.call), \(Self.user(Self.result("t_1"))), \(Self.user(#"{"text":"see"}"#, document))"))
        #expect(behind.following?.hasMedia == true)
        let before = try #require(
            ShownConversation(in: "\(Self.call), \(Self.user(#"{"text":"see"}"#, Self.result("t_1")))"))
        #expect(before.late != nil)
        let beside = try #require(
            ShownConversation(in: "\(Self.call), \(Self.user(Self.result("t_1"), #"{"text":"see"}"#))"))
        #expect(beside.late == nil)
        #expect(beside.mixed != nil)
    }

    @Test func `one turn, or none, is no conversation`() {
        #expect(ShownConversation(in: Self.call) == nil)
        #expect(ShownConversation(in: "the role user has no role: user") == nil)
    }
}
