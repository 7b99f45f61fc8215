import ConverseAPI
import JSONText
import Testing

@Suite("What is read is written back")
struct RoundTripTests {
    /// Bodies whose text must come back byte for byte: order, spelling, nulls, unknown members and all.
    static let requests = [
        #"{}"#,
        #"{"messages":[]}"#,
        #"{"messages":[{"role":"user","content":[{"text":"hi"}]}]}"#,
        #"{"messages":[{"content":[{"text":"hi"}],"role":"user"}]}"#,
        #"{"inferenceConfig":{"topP":0.10000000000000000001,"maxTokens":1e3},"messages":[]}"#,
        #"{"messages":[{"role":"user","content":[{"text":"hi","extra":1}],"cacheHint":null}],"modelHint":{"a":[1.0]}}"#,
        #"{"messages":[{"role":"user","content":[{"video":null}]}],"system":null,"toolConfig":{"tools":null}}"#,
        #"{"messages":[{"role":"critic","content":[{"newBlock":{"x":9007199254740993}},{}]}]}"#,
        #"{"toolConfig":{"tools":[{"toolSpec":{"strict":false,"name":"f","inputSchema":{"json":{"b":1,"a":{}}}}},"#
            + #"{"cachePoint":{"type":"default","ttl":"1h"}},{"systemTool":{"name":"nova_grounding"}}],"#
            + #""toolChoice":{"any":{}}}}"#,
        #"{"requestMetadata":{"b":"2","a":"1"},"promptVariables":{"v":{"text":"t"}},"outputConfig":{}}"#,
        #"{"messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":"not base64!"}}}]}]}"#,
        #"{"additionalModelRequestFields":{"thinking":{"budget_tokens":1024}},"#
            + #""additionalModelResponseFieldPaths":["/a"]}"#,
        #"{"additionalModelRequestFields":null}"#,
    ]

    @Test(arguments: requests)
    func requestBodyComesBack(_ text: String) throws {
        let request = try ConverseRequest(json: JSONValue(parsing: text))
        #expect(String(decoding: request.body, as: UTF8.self) == text)
    }

    @Test(arguments: [
        #"{"output":{"message":{"role":"assistant","content":[{"text":"x"}]}},"stopReason":"end_turn","#
            + #""usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3,"serverToolUsage":{}},"metrics":{"latencyMs":5}}"#,
        #"{"metrics":{"latencyMs":5.0},"output":{"message":{"content":[],"role":"assistant"}},"stopReason":"new_reason","#
            + #""usage":{"totalTokens":3}}"#,
        #"{"output":{},"trace":{"guardrail":{"inputAssessment":{"id":{"topicPolicy":{"topics":[{"name":"n","type":"DENY","#
            + #""action":"BLOCKED","detected":true}]},"newPolicy":{"k":[]}}}},"other":1}}"#,
    ])
    func responseBodyComesBack(_ text: String) throws {
        let json = try JSONValue(parsing: text)
        let response = try ConverseResponse(json: json)
        #expect(response.json == json)
    }

    @Test
    func aChangedMemberIsWrittenAndTheRestStays() throws {
        let text = #"{"x":1,"inferenceConfig":{"maxTokens":8.0,"topP":null},"messages":[]}"#
        var request = try ConverseRequest(json: JSONValue(parsing: text))
        request.inferenceConfig?.topP = JSONNumber(0.5)
        request.serviceTier = ServiceTier(type: .flex)
        #expect(
            request.json.text()
                == #"{"x":1,"inferenceConfig":{"maxTokens":8.0,"topP":0.5},"messages":[],"serviceTier":{"type":"flex"}}"#
        )
        request.inferenceConfig?.maxTokens = 9
        request.unmodeled["x"] = nil
        request.messages = nil
        #expect(
            request.json.text() == #"{"inferenceConfig":{"maxTokens":9,"topP":0.5},"serviceTier":{"type":"flex"}}"#)
    }

    @Test
    func membersMadeInCodeStandInTheOrderOfTheAPI() {
        let request = ConverseRequest(
            messages: [Message(role: .user, content: [.text("hi")])],
            system: [.text("be brief"), .cachePoint(CachePointBlock(type: .default))],
            inferenceConfig: InferenceConfiguration(maxTokens: 8, temperature: 0))
        #expect(
            request.json.text()
                == #"{"messages":[{"role":"user","content":[{"text":"hi"}]}],"system":[{"text":"be brief"},"#
                + #"{"cachePoint":{"type":"default"}}],"inferenceConfig":{"maxTokens":8,"temperature":0}}"#)
    }

    @Test(arguments: [
        (#"{"messages":{}}"#, "$.messages: expected an array, found an object of 0"),
        (
            #"{"messages":[{"role":"user","content":[{"text":7}]}]}"#,
            "$.messages[0].content[0].text: expected a string, found the number 7"
        ),
        (
            #"{"inferenceConfig":{"maxTokens":1.5}}"#,
            "$.inferenceConfig.maxTokens: expected an integer of at most 64 bits, found the number 1.5"
        ),
        (
            #"{"inferenceConfig":{"maxTokens":92233720368547758080}}"#,
            "$.inferenceConfig.maxTokens: expected an integer of at most 64 bits, found the number 92233720368547758080"
        ),
        (
            #"{"inferenceConfig":{"temperature":"hot"}}"#,
            "$.inferenceConfig.temperature: expected a number, found a string of 3 bytes"
        ),
        (
            #"{"toolConfig":{"tools":[{"toolSpec":{"strict":"yes"}}]}}"#,
            "$.toolConfig.tools[0].toolSpec.strict: expected true or false, found a string of 3 bytes"
        ),
        (#"{"requestMetadata":{"a b":null}}"#, #"$.requestMetadata["a b"]: expected a string, found null"#),
        (#"{"messages":[null]}"#, "$.messages[0]: expected an object, found null"),
        (#"[]"#, "$: expected an object, found an array of 0"),
    ])
    func aWrongTypeIsNamedWithItsPlace(_ text: String, _ message: String) throws {
        let json = try JSONValue(parsing: text)
        let error = #expect(throws: JSONShapeError.self) { try ConverseRequest(json: json) }
        #expect(error?.description == message)
    }

    @Test
    func faultsAreFoundEverywhere() throws {
        let text =
            #"{"messages":[{"content":[{"image":{"format":"png","source":{"bytes":"a b!"}}},{"hologram":{}},{"toolUse":"#
            + #"{"name":null,"toolUseId":"t","input":{}}}],"role":"user"},{"role":"user"}],"#
            + #""toolConfig":{"tools":[{"toolSpec":{"name":"n"}}]}}"#
        let request = try ConverseRequest(json: JSONValue(parsing: text))
        #expect(
            request.faults().map(\.description) == [
                "$.messages[0].content[0].image.source.bytes: expected bytes in base64 with padding, found another text",
                "$.messages[0].content[1]: expected exactly one member that the API knows, found hologram",
                "$.messages[0].content[2].toolUse.name: required, and not there",
                "$.messages[1].content: required, and not there",
                "$.toolConfig.tools[0].toolSpec.inputSchema: required, and not there",
            ])
        var mended = request
        mended.messages?[1].content = [.text("x")]
        #expect(!mended.faults().contains { $0.path.description == "$.messages[1].content" })
    }

    @Test
    func theFormInWhichAShapeStoodDoesNotMakeItAnother() throws {
        let left = try ConverseRequest(json: ["messages": [], "system": nil])
        let right = try ConverseRequest(json: ["messages": []])
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(try left != ConverseRequest(json: ["messages": [], "sistem": nil]))
    }
}
