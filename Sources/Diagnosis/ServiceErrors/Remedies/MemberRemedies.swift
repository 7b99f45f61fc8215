import Evidence
import JSONText
import Report
import RequestRules
import WireText

/// What to do about a refused member: by the member, by what it broke, and by the client that sent it.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html>.
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
        if let leak = leakedSettings { return [leak] }
        // Who writes nothing himself has nothing to remove: the gateway's own switch comes first.
        if isUnknown(first), let sender {
            remedies.insert(sender, at: call.scene.program == .liteLLM ? 0 : remedies.endIndex)
        }
        // The user of a finished program sends no body: what the program lets him do comes first.
        if isOfForm(first), let client = FinishedClient(call.scene.program) {
            remedies.insert(client.remedy(first), at: 0)
        } else if isOfForm(first), call.scene.client == nil, let program = call.reportedProgram {
            remedies.insert(program.remedy("writes this request"), at: 0)
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
        case .oneOf where Self.ofRole(refusal) != nil: return Self.ofRole(refusal) ?? ""
        case .oneOf(let values):
            return "Set \(path) to \(values.contains(where: { ", |".contains($0) }) ? "one of: " : "")\(values)."
        case .type(let wanted): return typed(refusal, wanted)
        case .itemsAtMost(let limit):
            let place = path == "the input" ? "A list of the request (such as stopSequences)" : "The list \(path)"
            return "\(place) takes at most \(limit) \(limit == "1" ? "item" : "items"): send fewer."
        case .atMost(let limit) where call.words.has("value lower than"):
            return "Lower \(path) to \(limit) or less; where \(limit) itself is refused, set it lower than \(limit)."
        case .atMost(let limit): return "Lower \(path) to \(limit) or less."
        case .atLeast(let limit) where refusal.leaf == "api_version":
            return """
                Call by the client's class for the newer API (Cohere's SDK: cohere.BedrockClientV2, of 5.13.2 or newer), or send api_version \(limit) in the body by InvokeModel: the class writes the version into the body, and this \
                model takes \(limit) and later ones only. A client of the provider's own service does not go through Bedrock.
                """
        case .atLeast(let limit):
            return
                "Raise \(path) to \(limit) or more\(Self.optional.contains(refusal.leaf) ? ", or leave it out" : "")."
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
        case .tokensAtMost where call.tooLong != nil: return call.tooLong?.remedy(call).text ?? ""
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

    /// Figures that a request can do without; of others a model may demand one.
    private static let optional: Set<String> = [
        "temperature", "topP", "top_p", "topK", "top_k", "p", "k", "frequency_penalty", "presence_penalty", "seed", "n",
        "maxTokens", "budget_tokens",
    ]

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
        // A schema that has `messages` excludes the older form, and here the newer one is not whole.
        if refusal.leaf == "max_tokens", call.text.contains("subject must not be valid against schema") {
            return """
                Send max_tokens beside messages (and anthropic_version): by the schema the body has messages, and is whole in neither of Claude's two forms, as where it was made over by half from the old one (prompt, max_tokens_to_sample). A program \
                or extension that writes the body must be updated, or be let call by Converse, whose form is the same for every model.
                """
        }
        guard refusal.path.hasSuffix("source.type") else { return "Send \(refusal.path), which is required there." }
        return """
            Send the bytes themselves at \(refusal.path.dropLast(".type".count)).bytes: this model reads no other source, such as \
            s3Location, which only Amazon's Nova models are known to read.
            """
    }
}

extension FailedCall {
    /// Whether the first refused member is the model itself, which was not there.
    var lacksModel: Bool {
        guard let first = details.refusals.first, first.rule == .required else { return false }
        return first.leaf.lowercased().filter { $0 != "_" } == "modelid"
    }
}
