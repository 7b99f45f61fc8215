import Evidence
import JSONText
import Report
import RequestRules
import WireText

/// What to do about a refused member: by the member, by what it broke, and by the client that sent it.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html>,
/// <https://docs.litellm.ai/docs/completion/drop_params>, <https://code.claude.com/docs/en/settings>.
struct MemberRemedies {
    let call: FailedCall
    let refusals: [MemberRefusal]

    /// The remedies, none where no member is named.
    var all: [Remedy] {
        guard let first = refusals.first else { return [] }
        if let body = familyBody ?? foreignBody ?? bodyOfModel ?? shownBody {
            return [body] + [converseRoute ?? sender].compactMap { $0 }
        }
        var remedies: [Remedy] = []
        for refusal in refusals.prefix(6) {
            let text = advice(refusal)
            guard remedies.count < 3, !remedies.contains(where: { $0.text == text }) else { continue }
            remedies.append(refusal.givesFigure ? Remedy(text).about(.figure) : Remedy(text))
        }
        if isUnknown(first), let sender { remedies.append(sender) }
        // The user of a finished program sends no body: what the program lets him do comes first.
        if isOfForm(first), let client = FinishedClient(call.scene.program) {
            remedies.insert(client.remedy(first), at: 0)
        }
        return remedies
    }

    /// Whether the check of an SDK speaks.
    private var isOfClient: Bool {
        ["param_validator", "(ArgumentError)", "' found in params"].contains(where: call.text.contains)
    }

    func isUnknown(_ refusal: MemberRefusal) -> Bool {
        switch refusal.rule {
        case .unknown, .unknownAmong: true
        default: false
        }
    }

    /// Whether it is the form of the body that was refused, and nothing that a program's user chose: an amount, a tool of a server.
    private func isOfForm(_ refusal: MemberRefusal) -> Bool {
        if refusal.isToolCallID { return true }
        switch refusal.rule {
        case .required, .type, .form, .notListed: return !refusal.isOfTool
        default: return false
        }
    }

    private func advice(_ refusal: MemberRefusal) -> String {
        let path = refusal.path
        switch refusal.rule {
        case .pattern(let pattern): return renamed(refusal, pattern)
        case .lengthAtMost(let limit): return shortened(refusal, limit)
        case .lengthAtLeast(let limit): return filled(refusal, limit)
        case .unknown, .unknownAmong:
            if let other = spelling(of: refusal) {
                return "\(refusal.path) is no member there: write it as \(other)."
            }
            return UnknownMember(refusal: refusal, isOfClient: isOfClient).advice
        case .notListed: return Self.listed(refusal)
        case .required: return missing(refusal)
        case .form(let rule):
            let found = refusal.found.map { " (it was '\($0)')" } ?? ""
            return refusal.isToolCallID
                ? "\(ToolCallIdentifier.rewritten("so that each is \(rule)", from: refusal.found)) \(ToolCallIdentifier.origin)"
                : "Change \(path)\(found): it must be \(rule)."
        case .oneOf(let values):
            return "Set \(path) to \(values.contains(where: { ", |".contains($0) }) ? "one of: " : "")\(values)."
        case .type(let wanted): return typed(refusal, wanted)
        case .itemsAtMost(let limit):
            let place = path == "the input" ? "A list of the request (such as stopSequences)" : "The list \(path)"
            return "\(place) takes at most \(limit) \(limit == "1" ? "item" : "items"): send fewer."
        case .atMost(let limit) where call.words.has("value lower than"):
            return "Lower \(path) to \(limit) or less; where \(limit) itself is refused, set it lower than \(limit)."
        case .atMost(let limit): return "Lower \(path) to \(limit) or less."
        case .atLeast(let limit): return "Raise \(path) to \(limit) or more, or leave it out."
        case .bytesAtMost(let limit):
            let kilobytes = Int(limit).map { $0 / 4 * 3 / 1_000 }
            return """
                Make the image at \(path) smaller: scale it down or compress it (JPEG). The limit of \(limit) bytes counts \
                base64, so the file itself may have \(kilobytes.map { "\($0) kB" } ?? "three quarters of it"). An image \
                that stays in the history is sent, and refused, with every later turn: remove it there, too.
                """
        case .countAtMost(let limit):
            return refusal.leaf == "cache_control"
                ? """
                Send at most \(limit) cache points: drop the oldest ones. Those in tools, system and messages count \
                together, and so do those that a framework adds by itself.
                """
                : """
                Send at most \(limit) images and documents together: remove old attachments and screenshots from the \
                history, which is sent whole with every turn, or begin a new conversation.
                """
        case .tokensAtMost(let limit) where call.text.contains("CountTokens"):
            return """
                The figure is a limit of CountTokens itself, which counts up to \(limit) tokens\(refusal.found.map { " (it was \($0))" } ?? ""): \
                count the text in parts and add them up. The model's own window may be larger.
                """
        case .tokensAtMost(let limit):
            return """
                Send at most \(limit) tokens\(refusal.found.map { " (it was \($0))" } ?? ""): split the text, shorten the \
                conversation, or use a model with a larger context window.
                """
        case .window(let input, _, let limit):
            let room = (Int(limit) ?? 0) - (Int(input) ?? 0)
            guard room > 0 else {
                return """
                    Shorten the input: its \(input) tokens fill the window of \(limit) by themselves, which input and max_tokens \
                    (maxTokens) share, so lowering max_tokens alone does not help.
                    """
            }
            // Who counts no further than the limit names the least that the input can have.
            let isLeast = WordText(call.text).has("contains at least")
            return """
                Lower max_tokens (maxTokens) to \(room) or less: input and max_tokens share the window of \(limit) tokens.\
                \(isLeast ? " The input has at least the \(input) tokens that were counted and may have more: where it is refused again, lower max_tokens further or shorten the input." : "")
                """
        case .quota(let limit):
            return """
                Ask for at most \(limit) in the request (for a quota of a length: shorten it), or for a higher quota \(path) of Amazon \
                Bedrock in the Service Quotas console, where it can be raised.
                """
        case .unsupported where path.hasSuffix("toolChoice.tool") || path.hasSuffix("toolChoice.any"):
            let forced = path.hasSuffix(".tool") ? "one tool by its name" : "some tool"
            return """
                This model takes tools, and cannot be made to call \(forced): send toolChoice \(path.hasSuffix(".tool") ? "auto or any" : "auto"), with one tool alone and a prompt that \
                asks for it; in a framework, leave its forced form (generateObject, with_structured_output, tool_choice) for its JSON mode or a prompt, or take a model that can be forced.
                """
        case .unsupported:
            return "Leave out \(path): this model does not take it. A model that does is named on the model's page."
        case .said: return said(refusal)
        }
    }

    /// How a member of another API is said here, or the known one that is meant: leaving it out would change what is asked for.
    private func spelling(of refusal: MemberRefusal) -> String? {
        guard case .unknownAmong(let known) = refusal.rule else { return nil }
        let names = known.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        if names.contains("messages") || names.contains("toolSpec") || names.contains("maxTokens") {
            if let found = MemberSpelling.suggestion(for: refusal.leaf, among: names) { return found }
        }
        // The name of a thing for its parts: guardrail, guardrailIdentifier.
        let kin = names.filter { refusal.leaf.utf8.count > 4 && $0.lowercased().hasPrefix(refusal.leaf.lowercased()) }
        return kin.isEmpty ? nil : kin.joined(separator: " and ")
    }

    /// A source of Converse has no member `type`: the model misses it where Bedrock could not translate the source
    /// (<https://github.com/aws/aws-sdk-net/issues/4454>).
    private func missing(_ refusal: MemberRefusal) -> String {
        if let block = UntranslatedBlock(refusal, call) { return block.advice }
        if call.lacksModel {
            return """
                Give the client a model that it knows, by its whole id (with prefix and version, as in us.anthropic.claude-sonnet-4-5-20250929-v1:0): it sent none, so the name that was chosen is not in its own list, or the setting is not the one that it reads. \
                Update it, if the model is newer than the program; nothing was sent, and keys and region were not looked at.
                """
        }
        guard refusal.path.hasSuffix("source.type") else { return "Send \(refusal.path), which is required there." }
        return """
            Send the bytes themselves at \(refusal.path.dropLast(".type".count)).bytes: this model reads no other source, such as \
            s3Location, which only Amazon's Nova models are known to read.
            """
    }

    // MARK: Names and lengths

    private func renamed(_ refusal: MemberRefusal, _ pattern: String) -> String {
        if let known = KnownPattern(pattern, refusal) { return known.advice }
        let words = CharacterSetWords(pattern)
        let allowed = words?.description ?? "what matches \(pattern)"
        let wrong = refusal.found.flatMap { value in words?.offenders(in: value) } ?? ""
        let found = wrong.isEmpty ? "" : " (here not allowed: \(wrong))"
        if let length = words?.length, refusal.isToolCallID {
            let rule = "\(allowed), exactly \(length) of them"
            return "\(ToolCallIdentifier.rewritten("to \(rule)", from: refusal.found)) \(ToolCallIdentifier.origin)"
        }
        if isIdentifier(refusal) {
            return """
                Rewrite \(refusal.leaf) (toolUseId) to \(allowed)\(found), at most 64 characters, in the call and in its \
                result alike: ids that another provider made may not fit.
                """
        }
        if refusal.isOfTool, refusal.leaf == "name" {
            let name = refusal.found.map { " '\($0)'" } ?? ""
            return """
                Rename the tool\(name) at \(refusal.path): a name takes \(allowed)\(found), 1 to 64 characters. Use the same \
                name in calls that stand in the history.
                """
        }
        return "Change \(refusal.path) to \(allowed)\(found)."
    }

    private func shortened(_ refusal: MemberRefusal, _ limit: String) -> String {
        if isIdentifier(refusal) {
            return """
                Shorten \(refusal.leaf) (toolUseId) to \(limit) characters, in the call and in its result alike: ids that \
                another provider made may be longer.
                """
        }
        if refusal.isOfTool, refusal.leaf == "name" {
            return """
                Shorten the tool's name at \(refusal.path) to \(limit) characters; what an MCP client puts in front of it \
                counts. Use the same name in calls that stand in the history, or leave that tool or server out.
                """
        }
        if refusal.path == "the input" {
            return
                "Split or shorten the text: it may have \(limit) characters\(refusal.found.map { ", and has \($0)" } ?? "")."
        }
        if refusal.names.first == "texts" || refusal.leaf == "inputText" {
            return "Split \(refusal.path): a text may have \(limit) characters."
        }
        let found = refusal.found.map { $0.count < 9 ? " (it has \($0))" : "" }
        return "Shorten \(refusal.path) to \(limit)\(found ?? "")."
    }

    private func filled(_ refusal: MemberRefusal, _ limit: String) -> String {
        if refusal.leaf == "content", refusal.names.first == "messages" {
            return "Put a content block into \(refusal.path), whose list is empty, or leave that message out."
        }
        if refusal.leaf == "tools" {
            return "Leave toolConfig out where there are no tools: the list must hold at least one."
        }
        if refusal.names.first == "messages", isIdentifier(refusal) || refusal.names.contains("toolUse") {
            return """
                Begin a new conversation, and repair or update the client: the tool call in its history has lost its name or id, which arrive \
                empty. Both stand in the event that opens the call (contentBlockStart, \
                toolUse.name and toolUseId): a client that takes them from the later pieces, or writes down a call that never \
                came whole, sends it back so with every turn.
                """
        }
        if refusal.isOfTool, ["name", "description"].contains(refusal.leaf) {
            return """
                Give the tool at \(refusal.path) a \(refusal.leaf): it is empty. An empty name or description often means that \
                tools of another API's form were converted to nothing; leave an optional description out.
                """
        }
        if let least = Int(limit), least > 1 {
            return "Make \(refusal.path) longer: it must have at least \(limit) characters."
        }
        return "Fill in \(refusal.path): its length must be at least \(limit). Leave an optional member out instead."
    }

    private func isIdentifier(_ refusal: MemberRefusal) -> Bool {
        refusal.isToolCallID
            || ["toolUseId", "tool_use_id", "id"].contains(refusal.leaf)
                && refusal.names.contains { $0.lowercased().contains("tool") }
    }

    /// What a tool without parameters has for a schema.
    static let emptyProperties = """
        Send "properties": {} in the schema of a tool without parameters: null is taken for no object. The path in the message counts the \
        tools from 0.
        """

    private func typed(_ refusal: MemberRefusal, _ wanted: String) -> String {
        if refusal.leaf == "properties", refusal.found == "null" { return Self.emptyProperties }
        if refusal.leaf == "serviceTier" {
            return
                #"serviceTier is a structure: {"type": "flex"}, with default, priority, flex or reserved as its type."#
        }
        let word = [
            "dict": "an object ({...})", "list": "a list", "tuple": "a list", "str": "a text", "int": "a number",
        ]
        let names = wanted.split(separator: ",").map {
            word[String($0.trimmedWhitespace())] ?? String($0.trimmedWhitespace())
        }
        return "Send \(refusal.path) as \(names.joined(separator: " or "))."
    }

    /// Values of members that the models' pages list, where a message does not.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html>.
    private static let values = [
        "truncate": "NONE, START or END for Cohere Embed 3 (and Command), NONE, LEFT or RIGHT for Embed 4",
        "input_type": "search_document, search_query, classification, clustering or image",
        "embedding_types": "a list of float, int8, uint8, binary or ubinary",
        "return_likelihoods": "NONE, GENERATION or ALL",
    ]

    private static func listed(_ refusal: MemberRefusal) -> String {
        if refusal.leaf == "role", refusal.found?.lowercased() == "system" {
            return
                "Put the system prompt into the member system of the body: the roles of messages are user and assistant."
        }
        let values =
            values[refusal.leaf] ?? "one of the values that the model's page lists (\"Inference request parameters\")"
        let found = refusal.found.map { ": '\($0)' is none of them. Capitals and underscores count" } ?? ""
        return
            "Set \(refusal.path) to \(values), or leave it out\(found). Models of one provider differ in these lists."
    }

    // MARK: The service's own words

    private func said(_ refusal: MemberRefusal) -> String {
        if let block = UntranslatedBlock(refusal, call) { return block.advice }
        let all = refusal.sentence.lowercased()
        if refusal.names.contains("source"), refusal.leaf != "type" {
            return MediaSource.advice(refusal)
        }
        let isOfForm = all.contains("json object") || all.contains("format of the value")
        if refusal.names.contains(where: { ["inputSchema", "input_schema"].contains($0) }), isOfForm {
            return """
                Hand the tool's schema over as an object at \(refusal.path), not as a text that holds JSON: \(schemaForm).
                """
        }
        if refusal.leaf == "json", isOfForm {
            return """
                The json of a tool result must be an object: wrap a list or a value ({"result": [...]}), or send it as text \
                instead of json (\(refusal.path)).
                """
        }
        if all.contains("is blank") || all.contains("non-empty") || all.contains("cannot be empty") {
            return "Leave the empty block at \(refusal.path) out, or put text into it."
        }
        if let rule = MemberConstraint.words(at: refusal.path) {
            return
                "Send \(refusal.path) as the API has it: \(rule). The service says no more than that it does not take what was sent: \(refusal.sentence)"
        }
        return "The service says what it does not take: \(refusal.sentence)"
    }

    /// What an object is in the language of the client.
    private var schemaForm: String {
        switch call.language {
        case .dotNet:
            "a Document made of a Dictionary (new Document(...), Document.FromObject(...)), not one that holds a string"
        case .python: "a dict, not json.dumps of one"
        case .jvm: "Document.mapBuilder() or Document.fromMap(...), not Document.fromString"
        case .node: "a plain object, not JSON.stringify of one"
        case .go: "document.NewLazyDocument of a map, not of a string"
        case .rust: "a Document::Object, not a Document::String"
        default: "a map in the SDK's own type of documents (dict, object, Document of a map)"
        }
    }

    // MARK: Who sent it

    /// LiteLLM made the body by its table of models; by Converse it makes none.
    private var converseRoute: Remedy? {
        guard call.scene.program == .liteLLM, !refusals.contains(where: { $0.leaf.hasPrefix("aws_") }) else {
            return nil
        }
        return Remedy(
            """
            In LiteLLM, call the model by bedrock/converse/MODEL: its route bedrock/invoke takes the body's form from the model's name, and here \
            took another family's. A newer version may know the name.
            """)
    }

    /// Where a client or gateway is told to leave a key out.
    private var sender: Remedy? {
        let keys = refusals.filter { isUnknown($0) && $0.path != MemberRefusal.unnamedField }.map(\.leaf)
        guard !keys.isEmpty else { return nil }
        switch call.scene.program {
        case .liteLLM?:
            let settings = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_region_name"]
            if keys.contains(where: settings.contains) {
                return Remedy(
                    """
                    These are LiteLLM's own settings, which reached the model's body: keep them in litellm_params of the \
                    model and update LiteLLM.
                    """)
            }
            let list = keys.map { "\"\($0)\"" }.joined(separator: ", ")
            return Remedy(
                """
                In LiteLLM, drop what the model does not take: additional_drop_params: [\(list)] in litellm_params \
                (drop_params: true drops OpenAI's own parameters only), or find what adds the key: a callback, metadata, the \
                client's extra_body.
                """)
        case .claudeCode?:
            return Remedy(
                """
                Claude Code sends fields of betas that Bedrock does not know: update it, or switch them off.
                """,
                command: "export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1")
        default:
            return nil
        }
    }
}

extension FailedCall {
    /// Whether the first refused member is the model itself, which was not there.
    var lacksModel: Bool {
        guard let first = details.refusals.first, first.rule == .required else { return false }
        return first.leaf.lowercased().filter { $0 != "_" } == "modelid"
    }
}
