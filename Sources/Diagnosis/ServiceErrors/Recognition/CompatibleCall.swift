import Codes
import Evidence
import JSONText
import Report
import WireText

/// A call of one of Bedrock's OpenAI- or Anthropic-compatible paths: which host and path, and which the model is served on.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/bedrock-mantle.html>.
struct CompatibleCall: Sendable, Hashable {
    enum Host: Sendable, Hashable { case mantle, runtime, unknown }

    let host: Host
    /// The path of the URL, such as `/openai/v1/responses`; empty where none is shown.
    let path: String
    let model: String?

    /// - Parameter model: The model that the call names, where it is known.
    init?(_ text: String, surroundings: String, model: String?) {
        let shown = String((text + "\n" + surroundings).prefix(32_768))
        let url = Self.url(in: shown)
        let isNamed = ["/chat/completions'", "/responses'", "/v1/messages'", "model_not_found"].contains {
            text.contains($0)
        }
        guard url != nil || isNamed else { return nil }
        host = url?.host ?? .unknown
        path = url?.path ?? ""
        self.model = model
    }

    private static func url(in text: String) -> (host: Host, path: String)? {
        for mark in text.ranges(of: "://bedrock-") {
            let rest = text[mark.upperBound...].prefix { !($0.isWhitespace || "\"'<>)`,".contains($0)) }
            guard let slash = rest.firstIndex(of: "/") else { continue }
            let path = String(rest[slash...]).trimmed(of: ".:;").description
            if rest.hasPrefix("mantle.") { return (.mantle, "/" + path.trimmed(of: "/")) }
            if rest.hasPrefix("runtime"), ["/openai/", "/v1/", "/chat/"].contains(where: path.hasPrefix) {
                return (.runtime, "/" + path.trimmed(of: "/"))
            }
        }
        return text.contains("bedrock-mantle.") ? (.mantle, "") : nil
    }

    // MARK: What the model wants

    /// Where a model is served, by its family.
    enum Home: Sendable, Hashable {
        /// Anthropic's Messages.
        case messages
        /// OpenAI's hosted models: the Responses API below `/openai`.
        case hosted
        /// Open-weight models of OpenAI's: both of its APIs, at `/v1`.
        case openWeight
        /// Others: Chat Completions at `/v1`.
        case other
    }

    var home: Home? { model.flatMap(Self.home(of:)) }

    static func home(of model: String) -> Home? {
        // A geography stands before the provider.
        let parts = model.split(separator: ".")
        guard let provider = parts.first(where: { $0.count > 3 && $0 != "global" && $0 != "apac" }), parts.count > 1
        else {
            return nil
        }
        if provider == "anthropic" { return .messages }
        guard provider == "openai" else { return .other }
        return model.contains("gpt-oss") ? .openWeight : .hosted
    }

    /// Whether the path is another one than the model is served on; `false` where either is not shown.
    var isElsewhere: Bool {
        // The runtime has OpenAI's API below /openai.
        if host == .runtime, !path.hasPrefix("/openai/") { return true }
        guard let home, !path.isEmpty, path != "/" else { return false }
        switch (host, home) {
        case (.runtime, .openWeight): return false
        case (.runtime, _): return path.hasPrefix("/openai/")
        case (_, .messages): return !path.hasPrefix("/anthropic/")
        case (_, .hosted): return !path.hasPrefix("/openai/v1")
        case (_, .openWeight), (_, .other): return !path.hasPrefix("/v1")
        }
    }

    // MARK: Causes

    /// The causes, where the words alone name another; `nil` where they stand.
    func causes(_ read: ReadAnswer, _ found: [CauseCandidate], modelIsKnown: Bool?) -> [CauseCandidate]? {
        let words = WordText(read.whole)
        let other = CauseCandidate(.modelIDInvalid, .possible)
        // One sentence for a wrong path and for a wrong id.
        if words.has("model doesnt exist doesnt support this api") {
            if host != .mantle, home == .openWeight || modelIsKnown == false {
                return [other, CauseCandidate(.wrongEndpoint, .possible)]
            }
            return [CauseCandidate(.wrongEndpoint, modelIsKnown == true ? .likely : .possible), other]
        }
        guard let first = found.first else { return isNotFound(read, words) ? pathMissing(other) : nil }
        // These paths are no Converse.
        if first.cause == .validationConverseUnsupported { return [CauseCandidate(.wrongEndpoint, .likely), other] }
        guard first.cause == .modelIDInvalid || first.cause == .answerNotFromService, isNotFound(read, words) else {
            return nil
        }
        return pathMissing(other)
    }

    /// A 404 that says nothing of the model.
    private func isNotFound(_ read: ReadAnswer, _ words: WordText) -> Bool {
        guard read.status == 404 || words.has("404 not found") else { return false }
        return !read.whole.contains("model_not_found") && !words.has("model|xmodel doesnt|not exist|exists")
    }

    private func pathMissing(_ other: CauseCandidate) -> [CauseCandidate]? {
        guard host != .unknown else { return nil }
        return isElsewhere
            ? [CauseCandidate(.wrongEndpoint, .likely)] : [CauseCandidate(.wrongEndpoint, .possible), other]
    }
}
