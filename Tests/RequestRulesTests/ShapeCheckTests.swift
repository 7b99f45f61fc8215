import JSONText
import RequestRules
import ServiceModel
import Testing

@Suite("JSON held against the service model")
struct ShapeCheckTests {
    private func violations(_ text: String, of operation: String = "Converse") throws -> [String] {
        let found = try #require(ShapeCheck.violations(in: JSONValue(parsing: text), of: operation))
        return found.map { "\($0.path) \(Self.name($0.rule))" }
    }

    private static func name(_ rule: ShapeViolation.Rule) -> String {
        switch rule {
        case .type(let expected): "expected \(expected)"
        case .missing: "missing"
        case .unknownMember: "unknown"
        case .notOneMember(let shape, _): "not one of \(shape)"
        case .length(let min, let max): "length \(min.map { "\($0)" } ?? "")..\(max.map { "\($0)" } ?? "")"
        case .range(let min, let max): "range \(min.map { "\($0)" } ?? "")..\(max.map { "\($0)" } ?? "")"
        case .pattern: "pattern"
        case .enumeration(let values): "none of \(values.joined(separator: " "))"
        case .base64: "no base64"
        case .base64Padding: "no padding"
        }
    }

    @Test(arguments: [
        #"{}"#,
        #"{"messages":[{"role":"user","content":[{"text":"hi"}]}],"inferenceConfig":{"maxTokens":1,"topP":1.0}}"#,
        #"{"messages":null,"system":[{"cachePoint":{"type":"default","ttl":"1h"}}]}"#,
        #"{"messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":"AA=="}}}]}]}"#,
        #"{"additionalModelRequestFields":{"any":[1,null]},"requestMetadata":{"team":""},"outputConfig":{"effort":"max"}}"#,
        #"{"guardrailConfig":{"guardrailIdentifier":"","guardrailVersion":"DRAFT","trace":"enabled_full"}}"#,
    ])
    func `what the service takes`(body: String) throws {
        #expect(try violations(body) == [])
    }

    @Test(arguments: [
        (#"[]"#, ["$ expected an object"]),
        (
            #"{"messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":"AAA"}}}]}]}"#,
            ["$.messages[0].content[0].image.source.bytes no padding"]
        ),
        (#"{"mesages":[]}"#, ["$.mesages unknown"]),
        (
            #"{"messages":[{"content":[{"text":7},{"image":{"format":"bmp","source":{"bytes":"A"}}}]}]}"#,
            [
                "$.messages[0].role missing", "$.messages[0].content[0].text expected a string",
                "$.messages[0].content[1].image.format none of png jpeg gif webp",
                "$.messages[0].content[1].image.source.bytes no base64",
            ]
        ),
        (
            #"{"messages":[{"role":"user","content":[{"hologram":{}},{"text":"a","image":null},{}]}]}"#,
            [
                "$.messages[0].content[0].hologram unknown", "$.messages[0].content[0] not one of ContentBlock",
                "$.messages[0].content[2] not one of ContentBlock",
            ]
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a","document":{"name":"n","source":{"text":"t"}}}]}]}"#,
            ["$.messages[0].content[0] not one of ContentBlock"]
        ),
        (
            #"{"inferenceConfig":{"maxTokens":0,"temperature":1.5,"topP":-1e0}}"#,
            [
                "$.inferenceConfig.maxTokens range 1.0..", "$.inferenceConfig.temperature range ..1.0",
                "$.inferenceConfig.topP range 0.0..",
            ]
        ),
        (#"{"inferenceConfig":{"maxTokens":1.5}}"#, ["$.inferenceConfig.maxTokens expected a whole number"]),
        (
            #"{"toolConfig":{"tools":[{"toolSpec":{"name":"","inputSchema":{"json":{}}}}]}}"#,
            [
                "$.toolConfig.tools[0].toolSpec.name pattern", "$.toolConfig.tools[0].toolSpec.name length 1..",
            ]
        ),
        (#"{"toolConfig":{"tools":[]}}"#, ["$.toolConfig.tools length 1.."]),
        (
            #"{"toolConfig":{"tools":[{"toolSpec":{"name":"a.b\n","inputSchema":{"json":{}}}}]}}"#,
            ["$.toolConfig.tools[0].toolSpec.name pattern"]
        ),
        (#"{"requestMetadata":{"k!":"v"}}"#, [#"$.requestMetadata["k!"] pattern"#]),
        (#"{"requestMetadata":{}}"#, ["$.requestMetadata length 1.."]),
        (#"{"outputConfig":{"effort":"seventeen letters"}}"#, ["$.outputConfig.effort length ..16"]),
        (
            #"{"messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":""}}}]}]}"#,
            ["$.messages[0].content[0].image.source.bytes length 1.."]
        ),
        (#"{"guardrailConfig":{"streamProcessingMode":"sync"}}"#, ["$.guardrailConfig.streamProcessingMode unknown"]),
    ])
    func `what the service does not take`(body: String, expected: [String]) throws {
        #expect(try violations(body) == expected)
    }

    @Test func `each operation has its own form`() throws {
        #expect(try violations(#"{"guardrailConfig":{"streamProcessingMode":"sync"}}"#, of: "ConverseStream") == [])
        #expect(try violations("{}", of: "CountTokens") == ["$.input missing"])
        #expect(ShapeCheck.violations(in: [:], of: "InvokeModel") == nil)
    }

    @Test func `a sensitive value is not shown, any other is`() throws {
        let body = try JSONValue(
            parsing: #"{"messages":[{"role":"user","content":[{"reasoningContent":{"reasoningText":{"text":7}}}]}],"#
                + #""requestMetadata":{"k!":"v"},"outputConfig":{"effort":"seventeen letters"}}"#)
        let found = try #require(ShapeCheck.violations(in: body, of: "Converse"))
        #expect(found.map(\.shown) == [nil, nil, "seventeen letters"])
    }

    @Test func `lengths count scalar values`() throws {
        // A family is one character to a reader, and seven scalar values.
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}"
        let name = String(repeating: family, count: 29)
        let document = { (name: String) in
            #"{"messages":[{"role":"user","content":[{"document":{"name":"\#(name)","source":{"text":"t"}}}]}]}"#
        }
        #expect(try violations(document(name)) == ["$.messages[0].content[0].document.name length ..200"])
        #expect(try violations(document(String(repeating: family, count: 28))) == [])
    }
}
