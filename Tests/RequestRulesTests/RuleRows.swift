import Catalog
import RequestRules

extension RuleRow {
    /// Every rule once: a rule without a row fails a test.
    static let all: [RuleRow] = conversation + tools + media + caching + thinking + abilities + providers

    private static let providers: [RuleRow] = [
        RuleRow(
            "prefill-without-trailing-space", turns(text, #"{"text":"Sure: "}"#, tools: nil),
            right: turns(text, #"{"text":"Sure:"}"#, tools: nil), modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "stop-sequences-not-blank", user(text, #""inferenceConfig":{"stopSequences":["a"," \n"]},"#),
            right: user(text, #""inferenceConfig":{"stopSequences":["a"," \nb"]},"#),
            modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "tool-blocks-alone", turns(text, text + "," + call("a"), result("a")),
            right: turns(text, call("a"), result("a")), modelID: "us.meta.llama4-maverick-17b-instruct-v1:0"),
        RuleRow(
            "system-role-rare",
            #"{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"system","content":[{"text":"b"}]}]}"#,
            right: #"{"system":[{"text":"b"}],"messages":[{"role":"user","content":[{"text":"a"}]}]}"#),
    ]

    private static let conversation: [RuleRow] = [
        RuleRow("messages-present", "{}", right: user(text)),
        RuleRow("content-present", #"{"messages":[{"role":"user","content":[]}]}"#, right: user(text)),
        RuleRow("text-not-blank", user(#"{"text":" \n"}"#), right: user(text)),
        RuleRow("user-first", #"{"messages":[{"role":"assistant","content":[{"text":"a"}]}]}"#, right: user(text)),
        RuleRow(
            "roles-alternate",
            #"{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"user","content":[{"text":"b"}]}]}"#,
            right: #"{"messages":[{"role":"user","content":[{"text":"a"},{"text":"b"}]}]}"#),
        RuleRow(
            "tool-changes-by-system",
            #"{"messages":[{"role":"user","content":[{"text":"a"},{"toolRemoval":{"tool":{"name":"t"}}}]}]}"#,
            right: #"{"messages":[{"role":"user","content":[{"text":"a"}]},{"role":"system","content":"#
                + #"[{"toolRemoval":{"tool":{"name":"t"}}}]}]}"#),
    ]

    private static let tools: [RuleRow] = [
        RuleRow(
            "tools-defined", turns(text, call("a"), result("a"), tools: nil), right: turns(text, call("a"), result("a"))
        ),
        RuleRow(
            "tool-call-ids-unique", turns(text, call("a") + "," + call("a"), result("a")),
            right: turns(text, call("a") + "," + call("b"), result("a") + "," + result("b"))),
        RuleRow(
            "tool-result-ids-unique",
            turns(text, call("a") + "," + call("b"), result("a") + "," + result("a")),
            right: turns(text, call("a") + "," + call("b"), result("b") + "," + result("a"))),
        RuleRow(
            "tool-results-not-more", turns(text, call("a"), result("a") + "," + result("b")),
            right: turns(text, call("a"), result("a"))),
        RuleRow("tool-calls-answered", turns(text, call("a"), text), right: turns(text, call("a"), result("a"))),
        RuleRow(
            "tool-input-object", turns(text, call("a", #""{}""#), result("a")),
            right: turns(text, call("a", #"{"q":1}"#), result("a"))),
        RuleRow(
            "tool-result-object", turns(text, call("a"), result("a", #"{"json":[1]}"#)),
            right: turns(text, call("a"), result("a", #"{"json":{"items":[1]}}"#))),
        RuleRow(
            "tool-error-has-content", turns(text, call("a"), result("a", "", #","status":"error""#)),
            right: turns(text, call("a"), result("a", #"{"text":"no"}"#, #","status":"error""#))),
        RuleRow(
            "tool-names-unique", turns(text, tools: tool + "," + tool),
            right: turns(text, tools: tool + "," + tool("u", #"{"type":"object"}"#))),
        RuleRow(
            "tool-schema-object", turns(text, tools: tool("t", #""{}""#)),
            right: turns(text, tools: tool("t", #"{"type":"object"}"#))),
        RuleRow(
            "tool-schema-of-object", turns(text, tools: tool("t", #"{"oneOf":[]}"#)),
            right: turns(text, tools: tool("t", #"{"type":"object","oneOf":[]}"#))),
        RuleRow(
            "tool-choice-defined",
            user(text, #""toolConfig":{"tools":[\#(tool)],"toolChoice":{"tool":{"name":"u"}}},"#),
            right: user(text, #""toolConfig":{"tools":[\#(tool)],"toolChoice":{"tool":{"name":"t"}}},"#)),
    ]

    private static let media: [RuleRow] = [
        RuleRow(
            "document-name-characters", user(text + "," + document("report.pdf")),
            right: user(text + "," + document("report_1 (a) [b]-c"))),
        RuleRow(
            "document-names-unique", user(text + "," + document("a") + "," + document("a")),
            right: user(text + "," + document("a") + "," + document("b"))),
        RuleRow(
            "documents-at-most-five", user(text + "," + list({ document("d\($0)") }, 6)),
            right: user(text + "," + list({ document("d\($0)") }, 5))),
        RuleRow("document-with-text", user(document("a")), right: user(document("a") + "," + text)),
        RuleRow(
            "document-text-cited", user(text + "," + cited(false)), right: user(text + "," + cited(true))),
        RuleRow(
            "media-s3-location", user(text + "," + stored), right: user(text + "," + document("a")),
            modelID: "openai.gpt-oss-120b-1:0"),
        RuleRow(
            "document-size", user(text + "," + document("a", bytes: String(repeating: "A", count: 6_000_004))),
            right: user(text + "," + document("a", bytes: String(repeating: "A", count: 6_000_000)))),
        RuleRow("media-from-user", turns(text, image(), tools: nil), right: turns(text + "," + image(), tools: nil)),
        RuleRow("image-format", user(image("jpeg")), right: user(image("png"))),
        RuleRow(
            "image-size", user(image(bytes: "iVBORw0K" + String(repeating: "A", count: 5_000_000))),
            right: user(image(bytes: "iVBORw0K" + String(repeating: "A", count: 4_999_988)))),
        RuleRow(
            "images-at-most-twenty", user(list({ _ in image() }, 21)), right: user(list({ _ in image() }, 20))),
        RuleRow(
            "image-in-tool-result", turns(text, call("a"), result("a", image())),
            right: turns(text, call("a"), result("a") + "," + image()), modelID: "openai.gpt-oss-120b-1:0"),
    ]

    private static let caching: [RuleRow] = [
        RuleRow(
            "cache-points-at-most-four", user(list({ _ in text + "," + cachePoint() }, 5)),
            right: user(list({ _ in text + "," + cachePoint() }, 4))),
        RuleRow(
            "cache-ttl-order", user(text + "," + cachePoint("1h"), #""system":[{"text":"s"},\#(cachePoint())],"#),
            right: user(text + "," + cachePoint(), #""system":[{"text":"s"},\#(cachePoint("1h"))],"#)),
        RuleRow(
            "cache-minimum", user(text + "," + cachePoint()),
            right: user(#"{"text":"\#(String(repeating: "word ", count: 1024))"},"# + cachePoint()),
            limits: ModelLimits(cacheTokens: 1024)),
        RuleRow(
            "prompt-resource-alone", #"{"inferenceConfig":{"maxTokens":1}}"#, right: #"{"promptVariables":{}}"#,
            modelID: "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ"),
    ]

    private static func thinking(_ value: String, _ config: String = #""maxTokens":4096"#) -> String {
        user(text, #""inferenceConfig":{\#(config)},"additionalModelRequestFields":{"thinking":\#(value)},"#)
    }
    private static let budget = #"{"type":"enabled","budget_tokens":1024}"#

    private static let thinking: [RuleRow] = [
        RuleRow(
            "thinking-budget-minimum", thinking(#"{"type":"enabled","budget_tokens":1023}"#), right: thinking(budget),
            modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "thinking-budget-below-output", thinking(budget, #""maxTokens":1024"#),
            right: thinking(budget, #""maxTokens":1025"#),
            modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "thinking-temperature", thinking(budget, #""temperature":0"#),
            right: thinking(budget, #""temperature":1.0"#),
            modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "thinking-tool-choice",
            user(
                text,
                #""toolConfig":{"tools":[\#(tool)],"toolChoice":{"any":{}}},"additionalModelRequestFields":{"thinking":\#(budget)},"#
            ),
            right: user(
                text,
                #""toolConfig":{"tools":[\#(tool)],"toolChoice":{"auto":{}}},"additionalModelRequestFields":{"thinking":\#(budget)},"#
            ),
            modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "thinking-adaptive-only", thinking(budget), right: thinking(#"{"type":"adaptive"}"#),
            flags: [.adaptiveThinking: .yes, .samplingParameters: .no],
            modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "thinking-adaptive-unknown", thinking(#"{"type":"adaptive"}"#), right: thinking(budget),
            flags: [.adaptiveThinking: .no], modelID: "us.anthropic.claude-sonnet-4-6"),
        RuleRow(
            "temperature-or-top-p", user(text, #""inferenceConfig":{"temperature":1,"topP":1},"#),
            right: user(text, #""inferenceConfig":{"topP":1},"#), modelID: "us.anthropic.claude-sonnet-4-6"),
    ]

    private static func choice(_ kind: String) -> String {
        user(text, #""toolConfig":{"tools":[\#(tool)],"toolChoice":{\#(kind)}},"#)
    }

    private static let abilities: [RuleRow] = [
        RuleRow(
            "model-takes-system", user(text, #""system":[{"text":"s"}],"#), right: user(text), flags: [.system: .no]),
        RuleRow(
            "model-takes-tools", turns(text), right: user(text), flags: [.tools: .notStreamed], delivery: .streamed),
        RuleRow(
            "model-takes-tool-choice", choice(#""any":{}"#), right: choice(#""auto":{}"#), flags: [.toolChoice: .no]),
        RuleRow(
            "model-forces-tools", choice(#""tool":{"name":"t"}"#), right: choice(#""auto":{}"#),
            flags: [.forcedToolUse: .no]),
        RuleRow(
            "model-caches-prompts", user(text + "," + cachePoint()), right: user(text), flags: [.promptCaching: .no]),
        RuleRow("model-takes-images", user(image()), right: user(text), flags: [.vision: .no]),
        RuleRow("model-takes-documents", user(text + "," + document("a")), right: user(text), flags: [.documents: .no]),
        RuleRow(
            "model-takes-audio", user(#"{"audio":{"format":"mp3","source":{"bytes":"AAAA"}}}"#), right: user(text),
            flags: [.audio: .no]),
        RuleRow(
            "model-takes-video", user(#"{"video":{"format":"mp4","source":{"bytes":"AAAA"}}}"#), right: user(text),
            flags: [.video: .no]),
        RuleRow(
            "model-takes-sampling", user(text, #""additionalModelRequestFields":{"top_k":5},"#),
            right: user(text, #""additionalModelRequestFields":{},"#), flags: [.samplingParameters: .no]),
        RuleRow(
            "model-thinks", thinking(budget), right: thinking(#"{"type":"disabled"}"#), flags: [.reasoning: .no]),
        RuleRow(
            "model-takes-prefill", turns(text, text, tools: nil), right: turns(text, text, text, tools: nil),
            flags: [.assistantPrefill: .no]),
        RuleRow(
            "model-takes-output-format",
            user(
                text,
                #""outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"{}"}}}},"#),
            right: user(text, #""outputConfig":{"effort":"low"},"#), flags: [.structuredOutput: .no]),
        RuleRow(
            "model-takes-effort-xhigh", user(text, #""outputConfig":{"effort":"xhigh"},"#),
            right: user(text, #""outputConfig":{"effort":"high"},"#), flags: [.effortXhigh: .no]),
        RuleRow(
            "model-takes-effort-max", user(text, #""outputConfig":{"effort":"max"},"#),
            right: user(text, #""outputConfig":{"effort":"high"},"#), flags: [.effortMax: .no]),
        RuleRow(
            "max-tokens-of-model", user(text, #""inferenceConfig":{"maxTokens":51},"#),
            right: user(text, #""inferenceConfig":{"maxTokens":50},"#), limits: ModelLimits(outputTokens: 50)),
    ]
}
