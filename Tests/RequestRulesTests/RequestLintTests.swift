import Catalog
import Codes
import JSONText
import RequestRules
import Testing
import WireText

/// A request judged as a whole: shape, rules, model, and bodies of other APIs.
@Suite("A request before it is sent")
struct RequestLintTests {
    private static let day = CalendarDay(year: 2026, month: 11, day: 28) ?? CalendarDay(daysSince1970: 0)

    private func faults(
        _ body: String, model: String? = nil, for delivery: RequestOutline.Delivery = .whole
    ) throws -> [RequestFault] {
        let lint = RequestLint(catalog: .documented, today: Self.day)
        return lint.faults(
            in: try #require(try JSONValue(parsing: body).objectValue), for: delivery, modelID: model)
    }

    @Test(arguments: [
        (#""mesages":[]"#, "$.mesages", "messages"),
        (#""max_tokens":1"#, "$.max_tokens", "inferenceConfig.maxTokens"),
        (#""inferenceConfig":{"max_tokens":1}"#, "$.inferenceConfig.max_tokens", "maxTokens"),
        (#""inferenceConfig":{"topK":1}"#, "$.inferenceConfig.topK", "additionalModelRequestFields.top_k"),
        (#""tools":[]"#, "$.tools", "toolConfig.tools"),
        (#""ToolConfig":{}"#, "$.ToolConfig", "toolConfig"),
    ])
    func `an unknown member is a warning with the nearest name`(member: String, path: String, name: String) throws {
        let found = try faults(#"{"messages":[{"role":"user","content":[{"text":"a"}]}],\#(member)}"#)
        let fault = try #require(found.first)
        #expect(found.count == 1)
        #expect(fault.weight == .doubtful)
        #expect(fault.isName)
        #expect(fault.path?.description == path)
        #expect(fault.expected == name)
        #expect(fault.refusal == nil)
    }

    private static let text = #"{"role":"user","content":[{"text":"a"}]}"#
    private static let call =
        #"{"role":"assistant","content":[{"toolUse":{"toolUseId":"1","name":"t","input":{}}}]}"#
    private static let result =
        #"{"role":"user","content":[{"toolResult":{"toolUseId":"1","content":[{"text":"b"}]}}]}"#
    private static let tools =
        #""toolConfig":{"tools":[{"toolSpec":{"name":"t","inputSchema":{"json":{"type":"object"}}}}]}"#
    private static let prompt = "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1"

    /// Bodies that look wrong by a rule which is not for them.
    @Test(arguments: [
        // Another model's own switch of the same name.
        (
            #"{"messages":[\#(text)],"inferenceConfig":{"temperature":0.6},"additionalModelRequestFields":{"thinking":{"type":"enabled"}}}"#,
            "zai.glm-4.7"
        ),
        (
            #"{"messages":[\#(text)],"inferenceConfig":{"temperature":0.6},"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":512}}}"#,
            nil
        ),
        // Interleaved thinking has its budget for all calls together.
        (
            #"{"messages":[\#(text)],"inferenceConfig":{"maxTokens":8000},\#(tools),"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":16000},"anthropic_beta":["interleaved-thinking-2025-05-14"]}}"#,
            "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
        ),
        // The stored prompt's messages and tools stand before these.
        (#"{"messages":[\#(text),\#(call),\#(result)]}"#, prompt), (#"{"messages":[\#(result)]}"#, prompt),
        (#"{"messages":[\#(call),\#(result)]}"#, prompt), (#"{"messages":[]}"#, prompt),
        // A message of role system between a call and its result, and before the first turn.
        (
            #"{"messages":[\#(text),\#(call),{"role":"system","content":[{"toolRemoval":{"tool":{"name":"u"}}}]},\#(result)],\#(tools)}"#,
            "us.anthropic.claude-opus-4-7"
        ),
        // The type of a text block is passed over.
        (#"{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]}]}"#, nil),
    ])
    func `a rule for other requests does not fail this one`(body: String, model: String?) throws {
        let refused = try faults(body, model: model).filter { $0.weight == .refused }
        #expect(refused.isEmpty, "\(refused.map(\.rule))")
    }

    @Test("a text in place of blocks hides nothing where the body is Converse's")
    func textForBlocks() throws {
        let found = try faults(
            #"{"messages":[{"role":"user","content":"a"}],"inferenceConfig":{"maxTokens":"5"},"toolConfig":{"tools":[{"name":"t"}]}}"#
        )
        #expect(found.map(\.rule).prefix(3) == ["shape-type", "shape-type", "shape-union"])
        #expect(found.first?.remedy == #"Send a list of blocks: [{"text": "..."}]."#)
        #expect(found.last { $0.rule == "shape-union" }?.remedy.contains("toolSpec") == true)
    }

    @Test("a member of ConverseStream alone is known where the answer is streamed")
    func streamMember() throws {
        let body =
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"guardrailConfig":{"guardrailIdentifier":"a","#
            + #""guardrailVersion":"1","streamProcessingMode":"sync"}}"#
        #expect(try faults(body, for: .streamed).isEmpty)
        #expect(try faults(body).map(\.rule) == ["shape-unknown-member"])
    }

    @Test("a union with a member that nobody knows is one fault")
    func unknownBlock() throws {
        let found = try faults(
            #"{"messages":[{"role":"user","content":[{"tool_use":{}}]}]}"#)
        #expect(found.map(\.rule) == ["shape-union"])
        #expect(found.first?.expected == "toolUse")
        #expect(found.first?.found == "tool_use")
    }

    @Test("the same slip in every message is listed a few times and counted")
    func repeated() throws {
        let blocks = Array(repeating: #"{"text":" "}"#, count: 100).joined(separator: ",")
        let found = try faults(#"{"messages":[{"role":"user","content":[\#(blocks)]}]}"#)
        #expect(found.count == 5)
        #expect(found.last?.more == 95)
    }

    @Test(arguments: [
        (
            #"{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[]}"#, "Anthropic",
            "anthropic_version not at all"
        ),
        (
            #"{"max_tokens":1,"system":"s","messages":[{"role":"user","content":"hi"}]}"#, "Anthropic",
            "max_tokens as inferenceConfig.maxTokens"
        ),
        (
            #"{"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a"}]}]}"#, "Anthropic",
            "each content as a list of blocks"
        ),
        (
            #"{"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":"hi"}]}"#, "OpenAI",
            "messages of role system"
        ),
        (#"{"model":"m","input":"hi"}"#, "Responses", "input as"),
        (#"{"prompt":"hi","max_gen_len":5}"#, "text completion", "prompt as"),
        (#"{"inputText":"hi","textGenerationConfig":{}}"#, "Titan", "inputText as"),
        (#"{"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"a"}]}]}"#, "", ""),
        (#"{"contents":[{"parts":[{"text":"a"}]}]}"#, "Gemini", "contents as"),
    ])
    func `a body of another API is one fault, and says how Converse has it`(
        body: String, api: String, said: String
    ) throws {
        let found = try faults(body)
        if api.isEmpty {
            // Converse's blocks: whatever else stands there is named by itself.
            #expect(found.map(\.rule) == ["shape-unknown-member"])
            return
        }
        #expect(found.map(\.rule) == ["body-of-converse"])
        #expect(found.first?.title.contains(api) == true)
        #expect(found.first?.remedy.contains(said) == true, "\(found.first?.remedy ?? "")")
    }

    @Test(arguments: [
        ("anthropic/claude-sonnet-4", "model-id-form", FindingCode.modelIDInvalid),
        ("claude-opus-4-8[1m]", "model-id-form", .modelIDInvalid),
        ("anthropic.claude-opus-4-6-v1:0", "model-id-known", .modelIDInvalid),
        ("amazon.titan-text-premier-v1:0", "model-alive", .modelEndOfLife),
        ("anthropic.claude-sonnet-4-6", "model-needs-profile", .onDemandUnsupportedNeedsInferenceProfile),
        ("amazon.nova-premier-v1:0", "model-needs-profile", .onDemandUnsupportedNeedsInferenceProfile),
    ])
    func `the name of the model`(model: String, rule: String, code: FindingCode) throws {
        let found = try faults(#"{"messages":[{"role":"user","content":[{"text":"a"}]}]}"#, model: model)
        #expect(found.map(\.rule) == [rule])
        #expect(found.first?.code == code)
        #expect(found.first?.weight == (rule == "model-id-form" ? .refused : .doubtful))
    }

    @Test(arguments: [
        "amazon.nova-micro-v1:0", "us.amazon.nova-premier-v1:0", "amazon.nova-micro-v1:0:128k",
        "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghij12", "newvendor.model-9-v1:0",
    ])
    func `a model that nothing is said against`(model: String) throws {
        #expect(try faults(#"{"messages":[{"role":"user","content":[{"text":"a"}]}]}"#, model: model).isEmpty)
    }

    @Test("what the catalog says is doubtful, with its source and day")
    func catalogGround() throws {
        let found = try faults(
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"temperature":0}}"#,
            model: "us.anthropic.claude-opus-4-7")
        let fault = try #require(found.first)
        #expect(found.count == 1)
        #expect(fault.weight == .doubtful)
        #expect(fault.code == .validationSamplingParams)
        guard case .catalog(let source, let day) = fault.ground else {
            Issue.record("no catalog")
            return
        }
        #expect(source.contains("LiteLLM"))
        #expect(day == "2026-11-28")
    }
}
