import Evidence
import JSONText

/// What to do about a key that is not known where it stands: by the place, and by whose key it is.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html> (members of Converse),
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html> (those that InvokeModel takes beside the
/// body), <https://docs.aws.amazon.com/nova/latest/userguide/tool-use-definition.html> (schemas of tools),
/// <https://docs.claude.com/en/api/beta-headers>, <https://code.claude.com/docs/en/settings>.
struct UnknownMember {
    let refusal: MemberRefusal

    /// Whether the client's SDK refused it, before anything was sent.
    var isOfClient = false

    private var leaf: String { refusal.leaf }
    private var names: [String] { refusal.names }

    /// The member with its place.
    private var place: String { refusal.path == leaf ? leaf : "\(leaf) (\(refusal.path))" }

    /// What to do.
    var advice: String {
        if refusal.path == MemberRefusal.unnamedField { return onlyKnown }
        if isOfClient, refusal.rule == .unknown { return ofClient }
        if case .unknownAmong(let known) = refusal.rule, let other = alike(among: known) { return other }
        if isOfCache { return ofCache }
        if isOfSchema { return ofSchema }
        if let beta { return ofBeta(beta) }
        if isAtRoot, Self.ofConverse.contains(leaf), refusal.rule == .unknown { return ofTopLevel }
        if !isAtRoot {
            return """
                Remove \(place) from the request: what takes the request there does not know it. A library or gateway that writes it has \
                it from another API, or from a newer one: update it, or let it leave the key out.
                """
        }
        return """
            Remove \(place) from the request. For Converse, members of the model's own belong into \
            additionalModelRequestFields; what the model does not know is refused there, too.
            """
    }

    /// Of an SDK's own check: nothing was sent.
    private var ofClient: String {
        let stream =
            leaf.lowercased().contains("event_stream_handler") || leaf.lowercased().contains("eventstreamhandler")
            ? """
             A handler of events belongs to the operations of streams: one that streams in both directions needs the asynchronous client \
            (Ruby: Aws::BedrockRuntime::AsyncClient over HTTP/2, with the gem http-2), since the ordinary one does not have it.
            """ : ""
        return """
            The SDK itself does not know \(place), so nothing was sent: correct its spelling (each SDK writes members in its own case), move it \
            to where it belongs, or update the SDK if the member is newer.\(stream)
            """
    }

    // MARK: Where it stands

    /// Whether it stands in the request itself, or among the model's own fields.
    private var isAtRoot: Bool { names.filter { $0 != "additionalModelRequestFields" && $0 != "input" }.count <= 1 }

    private var isOfCache: Bool { names.contains { $0 == "cache_control" || $0 == "cachePoint" } }

    /// Whether it is a keyword of a tool's schema.
    private var isOfSchema: Bool {
        guard let schema = names.firstIndex(where: { ["inputSchema", "input_schema", "parameters"].contains($0) })
        else {
            return false
        }
        return schema < names.count - 1
            && names.contains { ["tools", "toolConfig", "toolSpec", "custom"].contains($0) }
    }

    // MARK: Cache

    private var ofCache: String {
        if leaf != "cache_control", leaf != "cachePoint" {
            return """
                Leave \(leaf) out of cache_control (\(refusal.path)): this model or route takes no more than the type of a cache point. A \
                client or gateway that adds it is newer than the route: it has a switch, or an update.
                """
        }
        return """
            Leave the cache point out (\(refusal.path); cachePoint in Converse, which the model reads as cache_control): this model, or the \
            way in which it is called, does not cache prompts there. Latency-optimized inference (performanceConfig optimized) takes none, \
            so keep the one or the other; a framework that adds cache points by itself has a switch for it.
            """
    }

    // MARK: Schemas of tools

    private var ofSchema: String {
        let rest = """
            At the root of a tool's schema Amazon's Nova models take type, properties and required only; other models refuse \
            single keywords.
            """
        switch leaf {
        case "$defs", "definitions", "$ref", "defs":
            return """
                Write the tool's schema without references: put each definition in the place of its $ref (a library that makes schemas of \
                classes can inline them), then drop \(leaf) (\(refusal.path)); dropped alone it leaves references that lead nowhere. \(rest)
                """
        case "anyOf", "oneOf", "allOf", "not", "if", "then", "else", "enum", "const":
            return """
                Give the tool's schema the type object at that place, and move \(leaf) into one of its properties, or write the variants as \
                optional properties (\(refusal.path)). \(rest)
                """
        default:
            return """
                Leave \(leaf) out of the tool's schema (\(refusal.path)): a schema is taken without it, and the call of the tool does not \
                change. A library that makes schemas of classes writes $schema, title and additionalProperties by itself: strip them before \
                the tools are sent. \(rest)
                """
        }
    }

    // MARK: Betas

    /// Fields of Anthropic's own API that came with a beta, and what they belong to.
    private static let betas: [String: String] = [
        "defer_loading": "tool search", "allowed_callers": "calls of tools by code",
        "input_examples": "examples of tools",
        "eager_input_streaming": "fine-grained streaming of tools", "strict": "strict tools",
        "context_management": "editing of the context", "mcp_servers": "MCP servers", "container": "containers",
        "output_config": "effort and formats", "output_format": "formats", "speed": "fast mode",
        "inference_geo": "the place of inference", "betas": "the list of betas", "caller": "calls of tools by code",
    ]

    private var beta: (name: String, of: String)? {
        guard !names.contains("toolConfig"), let name = names.first(where: { Self.betas[$0] != nil }) else {
            return nil
        }
        // A tool's own property may have any of these names.
        guard name == names.first || names.first == "tools" || names.first == "messages" else { return nil }
        return Self.betas[name].map { (name, $0) }
    }

    private func ofBeta(_ beta: (name: String, of: String)) -> String {
        """
        \(beta.name) (\(refusal.path)) is a field of Anthropic's own API (\(beta.of)), which this model or route on Bedrock does not take, \
        or only with its flag in anthropic_beta. Switch that feature off in the client (Claude Code: CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1 in \
        the environment or in "env" of its settings), update the client, or let a gateway leave the key out of the body.
        """
    }

    // MARK: Members of Converse

    /// Converse's own members at the top of the request, beside those that some models have under the same name.
    private static let ofConverse: Set<String> = [
        "modelId", "inferenceConfig", "toolConfig", "guardrailConfig", "promptVariables",
        "additionalModelRequestFields",
        "additionalModelResponseFieldPaths", "requestMetadata", "performanceConfig", "serviceTier", "outputConfig",
    ]

    /// Parameters of InvokeModel beside its body, by the member of Converse that is the same.
    private static let ofInvoke = [
        "serviceTier": "serviceTier", "performanceConfig": "performanceConfigLatency",
        "guardrailConfig": "guardrailIdentifier, guardrailVersion and trace",
    ]

    private var ofTopLevel: String {
        let invoke =
            Self.ofInvoke[leaf].map { "it is no part of the body, but a parameter of the call (\($0))" }
            ?? "the body has the form of the model, which knows no \(leaf)"
        return """
            \(leaf) is a member of Converse itself, and it arrived in the model's own body: write it at the top level of the request, beside \
            messages, and not into additionalModelRequestFields. With InvokeModel \(invoke). A library or gateway that does this by itself \
            (LiteLLM, for one) does it right in a newer version.
            """
    }

    // MARK: Lists of what is known

    /// Where no field is named: what may stay.
    private var onlyKnown: String {
        guard case .unknownAmong(let known) = refusal.rule else { return "" }
        return """
            Leave only these fields in the body: \(known). The message does not say which one is too many: see the body as it was sent (the \
            client's debug log). A gateway may have put settings of its own into it, such as max_tokens of its model's entry.
            """
    }

    /// A known member that stands for the refused one in this model.
    private func alike(among known: String) -> String? {
        let all = known.split(separator: ",").map { String($0.trimmed(of: " '\"[]")) }
        let others = ["text_prompts": "prompt", "init_image": "image", "inputText": "prompt", "prompts": "prompt"]
        guard let other = others[leaf], all.contains(other) else { return nil }
        return """
            This model takes \(other) in the place of \(leaf): send that; the body has the form of another model. It knows: \
            \(all.joined(separator: ", ")).
            """
    }
}
