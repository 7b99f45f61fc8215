import Codes
import JSONText

/// The tools that a request defines.
extension RequestRule {
    static let toolDefinitions: [RequestRule] = [
        RequestRule(
            "tool-names-unique", .validationRequest, title: "Two tools have the same name",
            source: .observed("https://github.com/Cognipeer/agent-sdk"),
            remedy: "Rename one of them, or leave it out: tools of several MCP servers often meet here."
        ) { outline, _ in
            var first: [String: Int] = [:]
            return (outline.tools ?? []).enumerated().compactMap { place, tool in
                guard let name = tool["toolSpec"]?["name"]?.stringValue else { return nil }
                guard let earlier = first[name] else {
                    first[name] = place
                    return nil
                }
                return Breach(
                    toolPath(place).appending("toolSpec").appending("name"), expected: "a name of its own",
                    found: "\(name), as at toolConfig.tools[\(earlier)]",
                    text: "The tool \(name) is already defined at toolConfig.tools.\(earlier).")
            }
        },
        RequestRule(
            "tool-schema-object", .validationRequest, title: "The schema of a tool is not an object",
            source: .observed("https://github.com/aws/aws-sdk-net/issues/3377"),
            remedy: "Send the schema as a JSON object, not as text that holds one."
        ) { outline, _ in
            (outline.tools ?? []).enumerated().compactMap { place, tool in
                notObject(tool["toolSpec"]?["inputSchema"]?["json"], schemaPath(place))
            }
        },
        RequestRule(
            "tool-schema-of-object", .validationRequest, title: "The root of a tool's schema is not of type object",
            source: .observed("https://github.com/earendil-works/pi/issues/8279"),
            remedy: #"Give the schema the root {"type": "object", "properties": {...}}: no other root is taken."#
        ) { outline, _ in
            (outline.tools ?? []).enumerated().compactMap { place, tool in
                guard let schema = tool["toolSpec"]?["inputSchema"]?["json"]?.objectValue,
                    schema["type"]?.stringValue != "object"
                else { return nil }
                let path = schemaPath(place).appending("type")
                return Breach(
                    schema["type"] == nil ? schemaPath(place) : path, expected: "\"type\": \"object\"",
                    found: schema["type"].map { "\"type\": \($0.text())" } ?? "no type",
                    text: "The value at \(path.dotted) must be one of the following: object.")
            }
        },
        RequestRule(
            "tool-choice-defined", .validationRequest, title: "toolChoice names a tool that is not defined",
            source: .documented(
                "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SpecificToolChoice.html"),
            remedy: "Name one of the tools in toolConfig.tools."
        ) { outline, _ in
            guard let name = outline.toolConfig?["toolChoice"]?["tool"]?["name"]?.stringValue else { return [] }
            let names = (outline.tools ?? []).compactMap {
                ($0["toolSpec"]?["name"] ?? $0["systemTool"]?["name"])?.stringValue
            }
            guard !names.contains(name) else { return [] }
            let path = JSONPath([.name("toolConfig"), .name("toolChoice"), .name("tool"), .name("name")])
            return [
                Breach(
                    path, expected: "one of \(names.prefix(8).joined(separator: ", "))", found: name,
                    text: "The tool \(name) at \(path.dotted) is not defined in toolConfig.tools.")
            ]
        },
    ]

    private static func toolPath(_ place: Int) -> JSONPath {
        JSONPath([.name("toolConfig"), .name("tools"), .index(place)])
    }

    private static func schemaPath(_ place: Int) -> JSONPath {
        toolPath(place).appending("toolSpec").appending("inputSchema").appending("json")
    }
}
