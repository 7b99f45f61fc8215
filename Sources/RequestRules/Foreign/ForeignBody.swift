package import JSONText

/// A body in the form of another API: one thing is wrong with it, however many of its members Converse does not know.
package struct ForeignBody: Sendable, Hashable {
    /// The API, as a sentence names it.
    package let api: String
    /// The member that shows it.
    package let evidence: JSONPath
    /// How each of its members is said in Converse, in the order of the body.
    package let translations: [String]

    /// The API that a body belongs to, if it is not Converse's; `nil` for a body that can be meant for Converse.
    ///
    /// A body whose messages have Converse's content blocks is never foreign, whatever else it holds: then each unknown
    /// member is named by itself.
    package init?(_ body: JSONObject) {
        guard !Self.hasConverseContent(body), let (api, evidence) = Self.api(of: body) else { return nil }
        self.api = api
        self.evidence = evidence
        translations = Self.said(in: body)
    }

    /// Members that no other API has: who writes them means Converse, and one of the bodies' slips is not all that is wrong.
    private static let ofConverseAlone = [
        "inferenceConfig", "toolConfig", "additionalModelRequestFields", "additionalModelResponseFieldPaths",
        "guardrailConfig", "promptVariables", "requestMetadata", "performanceConfig",
    ]

    /// Members beside messages that Converse does not have, and other APIs do.
    private static let ofOthers = [
        "model", "max_tokens", "max_completion_tokens", "temperature", "top_p", "top_k", "tools", "tool_choice",
        "stream", "stop", "stop_sequences", "anthropic_version", "anthropic_beta", "metadata",
    ]

    private static func hasConverseContent(_ body: JSONObject) -> Bool {
        if ofConverseAlone.contains(where: { body[$0] != nil }) { return true }
        let first = body["messages"]?.arrayValue?.first?["content"]?.arrayValue?.first?.objectValue
        guard let first else { return false }
        // A text block that names its type is taken: the service passes over the type.
        let isText = first["type"]?.stringValue == "text" && first["text"]?.stringValue != nil
        return first["type"] == nil || isText && !ofOthers.contains { body[$0] != nil }
    }

    /// Sources: the pages "Inference request parameters" of the Bedrock User Guide for the bodies of InvokeModel, and the
    /// API references of OpenAI and Anthropic.
    private static func api(of body: JSONObject) -> (String, JSONPath)? {
        func has(_ names: String...) -> JSONPath? {
            names.first { body[$0] != nil }.map { JSONPath([.name($0)]) }
        }
        if let path = has("anthropic_version") { return ("Anthropic's Messages API, as InvokeModel takes it", path) }
        if let path = has("inputText", "textGenerationConfig") { return ("Amazon Titan's InvokeModel", path) }
        if let path = has("schemaVersion") { return ("Amazon Nova's InvokeModel", path) }
        if let path = has("contents", "generationConfig") { return ("Google's Gemini API", path) }
        if let path = has("chat_history") { return ("Cohere's InvokeModel", path) }
        guard let messages = body["messages"]?.arrayValue else {
            if let path = has("max_gen_len", "max_tokens_to_sample") {
                return ("a text completion of InvokeModel", path)
            }
            if body["input"] != nil, let path = has("instructions", "model") { return ("OpenAI's Responses API", path) }
            if let path = has("prompt") { return ("a text completion of InvokeModel", path) }
            return nil
        }
        guard let place = messages.firstIndex(where: isForeign) else { return nil }
        let content = JSONPath([.name("messages"), .index(place), .name("content")])
        let isOfAnthropic =
            body["system"]?.stringValue != nil || messages.contains { isAnthropic($0["content"]?.arrayValue ?? []) }
            || (body["tools"]?.arrayValue ?? []).contains { $0["input_schema"] != nil }
        return (isOfAnthropic ? "Anthropic's Messages API" : "OpenAI's chat completions", content)
    }

    /// Whether a message has text where Converse has blocks, or blocks that name their type.
    private static func isForeign(_ message: JSONValue) -> Bool {
        switch message["content"] {
        case .string?: true
        case .array(let blocks)?: blocks.first?["type"]?.stringValue != nil
        case .null?, nil: message["tool_calls"] != nil
        default: false
        }
    }

    private static func isAnthropic(_ blocks: [JSONValue]) -> Bool {
        blocks.contains {
            ["tool_use", "tool_result", "thinking", "document"].contains($0["type"]?.stringValue ?? "")
                || $0["cache_control"] != nil || ($0["type"]?.stringValue == "image" && $0["source"] != nil)
        }
    }

    /// How the members that are there are said in Converse.
    private static func said(in body: JSONObject) -> [String] {
        var said: [String] = []
        for member in body {
            switch member.name {
            case "messages": said.append(#"each content as a list of blocks: "content": [{"text": "..."}]"#)
            case "prompt", "inputText", "input", "contents", "message":
                said.append(#"\#(member.name) as "messages": [{"role": "user", "content": [{"text": "..."}]}]"#)
            case "system", "instructions": said.append(#"\#(member.name) as "system": [{"text": "..."}]"#)
            case "tools":
                said.append(
                    #"tools as "toolConfig": {"tools": [{"toolSpec": {"name", "description", "inputSchema": {"json": {...}}}}]}"#
                )
            case "anthropic_version", "schemaVersion": said.append("\(member.name) not at all")
            default:
                guard let place = MemberSpelling.suggestion(for: member.name, among: []) else { continue }
                said.append("\(member.name) as \(place)")
            }
        }
        let roles = Set((body["messages"]?.arrayValue ?? []).compactMap { $0["role"]?.stringValue })
        if roles.contains("system") || roles.contains("developer") {
            said.append(#"messages of role system as "system": [{"text": "..."}]"#)
        }
        if roles.contains("tool") {
            said.append("messages of role tool as toolResult blocks in a user message")
        }
        return said
    }
}
