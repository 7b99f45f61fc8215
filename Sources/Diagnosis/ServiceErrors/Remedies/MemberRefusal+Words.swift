import Codes
import Evidence
import JSONText
import WireText

/// What a refused member is called in a report, and which cause it is.
extension MemberRefusal {
    /// The refusal in a sentence: the member, what is allowed, what was found.
    var sentence: String {
        var text = String(words.trimmedWhitespace())
        // A member keeps its spelling; a phrase begins a sentence.
        if path.contains(" "), text.hasPrefix(path) { text = text.beginningSentence }
        return text.last.map { ".!?".contains($0) } == true ? text : text + "."
    }

    private var words: String {
        let was = found.map { "; it is \(isNumber ? $0 : "'\($0)'")" } ?? ""
        switch rule {
        case .lengthAtMost(let limit):
            let size = found.flatMap { Int($0) == nil ? "\($0.count) characters in '\($0)'" : $0 }
            return "\(path) must be at most \(limit) long\(size.map { "; it is \($0)" } ?? "")."
        case .itemsAtMost(let limit):
            return "\(path) holds a list of at most \(limit)\(found.map { "; it has \($0)" } ?? "") items."
        case .lengthAtLeast(let limit): return "\(path) is empty or too short: its length is at least \(limit)."
        case .pattern(let pattern):
            let rule =
                pattern.count > 60 || pattern.contains("\\")
                ? "does not have the form that is wanted there" : "must match \(pattern)"
            return "\(path) \(rule)\(was)."
        case .form(let rule): return "\(path) must be \(rule)\(was)."
        case .oneOf(let values):
            return "\(path) must be \(values.contains(where: { ", |".contains($0) }) ? "one of: " : "")\(values)\(was)."
        case .notListed: return "\(found.map { "'\($0)'" } ?? "The value") is none of the values that \(path) takes."
        case .atMost(let limit): return "\(path) must be at most \(limit)\(was)."
        case .atLeast(let limit): return "\(path) must be at least \(limit)\(was)."
        case .required: return "\(path) is missing."
        case .unknown: return "\(path) is a key that is not known there."
        case .unknownAmong(let known): return "\(path) is not known there; known are: \(known)."
        case .type(let wanted): return "\(path) must be of the type \(wanted)\(was)."
        case .bytesAtMost(let limit):
            return "\(path) may have \(limit) bytes in base64\(found.map { "; it has \($0)" } ?? "")."
        case .countAtMost(let limit):
            let what = leaf == "cache_control" ? "cache points (cache_control, cachePoint)" : path
            return "A request may hold \(limit) \(what)\(found.map { "; found: \($0)" } ?? "")."
        case .quota(let limit):
            return "The account's quota \(path) is \(limit)\(found.map { "; \($0) were asked for" } ?? "")."
        case .tokensAtMost(let limit): return "\(path) may have \(limit) tokens\(found.map { "; it has \($0)" } ?? "")."
        case .window(let input, let output, let limit):
            return "\(input) tokens of input and max_tokens \(output) together exceed the context window of \(limit)."
        case .unsupported: return "The model does not take \(path)."
        case .said(let words): return words.hasPrefix("The ") ? words : "\(path): \(words)"
        }
    }

    private var isNumber: Bool { found.flatMap { Double($0) } != nil }

    /// Whether the refusal says how much is allowed, so that nothing else need be found out.
    var givesFigure: Bool {
        switch rule {
        case .lengthAtMost, .atMost, .atLeast, .bytesAtMost, .countAtMost, .itemsAtMost, .tokensAtMost, .quota, .window:
            true
        default: false
        }
    }

    // MARK: Which cause it is

    /// Whether the member is a cache point, by Converse's or Anthropic's name.
    var isCachePoint: Bool { leaf == "cachePoint" || leaf == "cache_control" }

    /// Whether the member belongs to a tool's definition, call or choice.
    var isOfTool: Bool {
        names.contains { ["toolConfig", "tools", "toolSpec", "toolUse", "toolChoice", "input_schema"].contains($0) }
    }

    /// Members of the runtime's operations that came after the operations themselves, so that an SDK may not have them.
    ///
    /// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>,
    /// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html>.
    private static let documented: Set<String> = [
        "guardrailIdentifier", "guardrailVersion", "guardrailConfig", "trace", "performanceConfigLatency",
        "performanceConfig", "promptVariables", "requestMetadata", "serviceTier", "outputConfig", "cachePoint",
        "reasoningContent", "document", "video", "audio", "searchResult", "citationsContent", "systemTool", "strict",
        "projectIdentifier", "toolAddition", "toolRemoval", "ttl", "s3Location",
    ]

    /// The cause, where the grammar of the refusal leaves no other.
    var cause: FindingCode? {
        if case .quota = rule { return .quotaExceeded }
        if EmptyMember.names.contains(leaf), case .lengthAtLeast = rule, found == "0" { return .credentialsMissing }
        // A cache point, in Converse's words or in the model's own.
        if leaf == "cachePoint" || leaf == "cache_control", rule == .unknown { return .validationCacheUnsupported }
        // A member that the operation has is unknown to an SDK that is older than it.
        if case .unknownAmong = rule, Self.documented.contains(leaf) { return .clientTooOld }
        if names.contains(where: { $0.lowercased().hasPrefix("modelid") || $0.lowercased().hasPrefix("guardrail") }) {
            // Without an id there is none that could be wrong.
            return rule == .required ? .validationRequest : nil
        }
        if case .unknown = rule, isCachePoint { return .validationCacheUnsupported }
        switch rule {
        case .tokensAtMost, .window: return .validationContextLength
        case .bytesAtMost, .countAtMost: return .validationRequest
        case .unknown, .unknownAmong: return .validationRequest
        case .said, .unsupported: return nil
        default: break
        }
        if ["temperature", "top_p", "topP", "top_k", "topK", "stopSequences", "stop_sequences", "budget_tokens"]
            .contains(leaf)
        {
            return .validationSamplingParams
        }
        if leaf == "max_tokens" || leaf == "maxTokens" {
            if case .required = rule { return .validationRequest }
            return .validationMaxTokens
        }
        return names.first == "messages" || isToolCallID ? .validationMessages : .validationRequest
    }
}
