/// A family of models with a body of its own for InvokeModel, known by keys that no other family has.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html>.
struct BodyFamily: Sendable, Hashable {
    /// As a sentence names it.
    let models: String

    /// The keys that a body of the family begins with.
    let keys: [String]

    /// Keys that belong to this family alone.
    private let own: Set<String>

    private init(_ models: String, _ keys: [String], own: Set<String>) {
        self.models = models
        self.keys = keys
        self.own = own
    }

    /// The family whose key this is; `nil` for one that several have.
    static func named(by key: String) -> BodyFamily? {
        let leaf = key.split(separator: ".").last.map(String.init) ?? key
        return all.first { $0.own.contains(leaf) }
    }

    /// Keys that hold the input itself, or all options of it: with one of them the whole body is of another family.
    private static let ofWhole: Set<String> = [
        "inputText", "textGenerationConfig", "texts", "text_prompts", "taskType", "textToImageParams", "chat_history",
        "max_tokens_to_sample", "max_gen_len",
    ]

    /// Whether the keys make a body of the family, and are not one option of it.
    func isOfWholeBody(_ keys: [String]) -> Bool { keys.contains { own.contains($0) && Self.ofWhole.contains($0) } }

    private static let all = [
        BodyFamily("Amazon Titan", ["inputText"], own: ["inputText", "textGenerationConfig", "embeddingConfig"]),
        BodyFamily("Cohere Embed", ["texts", "input_type"], own: ["texts", "input_type", "embedding_types"]),
        BodyFamily("Cohere Command", ["message", "chat_history"], own: ["chat_history", "message"]),
        BodyFamily("Meta Llama", ["prompt", "max_gen_len"], own: ["max_gen_len"]),
        BodyFamily("AI21 Jurassic", ["prompt", "maxTokens"], own: ["countPenalty", "presencePenalty", "numResults"]),
        BodyFamily(
            "Anthropic Claude 3 and later", ["anthropic_version", "max_tokens", "messages"],
            own: ["anthropic_version", "anthropic_beta"]),
        BodyFamily("Claude 2", ["prompt", "max_tokens_to_sample"], own: ["max_tokens_to_sample"]),
        BodyFamily("Amazon Nova", ["schemaVersion", "messages"], own: ["schemaVersion"]),
        BodyFamily("Stability", ["text_prompts"], own: ["text_prompts", "cfg_scale"]),
        BodyFamily("Titan Image or Nova Canvas", ["taskType"], own: ["taskType", "textToImageParams"]),
    ]
}
