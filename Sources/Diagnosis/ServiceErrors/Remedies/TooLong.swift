import Catalog
import Codes
import Evidence
import JSONText
import Report

/// What is too long, where it is not the conversation: one text to be embedded, a record of training data, or the bytes of the request.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/titan-embedding-models.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html>,
/// <https://docs.claude.com/en/api/errors#request-size-limits>.
enum TooLong: Sendable, Hashable {
    /// One text of a call of a model for vectors, with the model's id where it is known.
    case passage(model: String?)
    /// A record of a file of training or validation data.
    case record
    /// The request in bytes, most of them of images.
    case bytes

    init?(_ call: FailedCall) {
        if Self.isOfRecord(call.words) {
            self = .record
        } else if let model = call.details.modelID ?? call.scene.model?.value ?? call.answer.model {
            guard MediaFamily(model)?.isOfVectors ?? false else {
                guard Self.isOfBytes(call.shown) else { return nil }
                self = .bytes
                return
            }
            self = .passage(model: model)
        } else if Self.isOfBytes(call.shown) {
            self = .bytes
        } else if Self.embeds(call.shown) {
            self = .passage(model: nil)
        } else {
            return nil
        }
    }

    /// Whether a sentence measures the data of a customization job.
    static func isOfRecord(_ words: WordText) -> Bool {
        let measure: WordPhrase = "token|tokens|characters|length exceed*|more|longer|maximum|limit"
        let data: [WordPhrase] = [
            "train|training|customization|finetuning data|dataset|datasets|file|record|records",
            "validation dataset|datasets record|records",
        ]
        return data.contains { words.has(all: [$0, measure], none: ["per minute", "rate"], isOneSentence: true) }
    }

    /// Whether the text gives the size of the request in bytes, beside images or a number of tokens that is none to speak of.
    private static func isOfBytes(_ shown: String) -> Bool {
        let words = WordText(shown.prefix(16_384))
        guard words.has("bytes|mb|mib|megabytes|byte request|requests|body|payload|json") else { return false }
        return words.has("image|images|png|jpeg|jpg|screenshot|screenshots|attachment|attachments|exif|pdf|pdfs")
            || words.has("input|prompt tokens only|just|few")
    }

    /// Names of functions and classes that make vectors of texts, and of nothing else.
    private static let makers = [
        "embed_documents", "embed_query", "BedrockEmbeddings", "BedrockEmbedding", "aget_text_embedding",
        "get_text_embedding", "embedMany", "embedDocuments", "EmbeddingModel", "embedding_function",
    ]

    private static func embeds(_ shown: String) -> Bool {
        let text = shown.prefix(32_768)
        return makers.contains(where: text.contains)
    }

    // MARK: Words

    var title: String {
        switch self {
        case .passage: "A text is too long for the embedding model"
        case .record: "A record of the training data is too long"
        case .bytes: "The request has too many bytes"
        }
    }

    var meaning: String {
        switch self {
        case .passage: "One of the texts to be embedded has more tokens or characters than the model takes at once."
        case .record: "The job's files were checked before anything was trained; no quota of the account is used up."
        case .bytes: "It is its size that is refused, and not the number of its tokens."
        }
    }

    func remedy(_ call: FailedCall) -> Remedy {
        switch self {
        case .passage(let model):
            Remedy(
                """
                Split the text into smaller chunks before it is embedded: \(Self.limits(of: model)) Measure the text that is really sent: tokens of languages other than English are shorter, and a framework may put more into it than you see\
                \(Self.additions(call)). No model with a larger window for conversations helps.
                """
            ).about(.instruction)
        case .record:
            Remedy(
                """
                Shorten the records of the training (and validation) file, or split them into several: one of them has more tokens than the model takes in a record, prompt and completion counted together. A token is about four characters of English, and fewer of other languages or code; leave \
                some room, upload the file, and make the job anew. No quota is exceeded, and no retry helps.
                """
            ).about(.instruction)
        case .bytes:
            Remedy(
                """
                Make the request smaller in bytes: scale the images down or compress them (JPEG, without metadata such as EXIF), send fewer at once, and take old images and documents out of the history, which is sent whole with every turn (base64 makes each a third larger). \
                A model with a larger context window does not help, nor does a summary that keeps the images: their bytes count, however few tokens they are.
                """
            ).about(.instruction)
        }
    }

    /// How much a model embeds at once.
    private static func limits(of model: String?) -> String {
        let name = model.map { PrintableText.escaped($0, limit: 80) } ?? ""
        let lower = name.lowercased()
        if lower.contains("cohere.embed-english-v3") || lower.contains("cohere.embed-multilingual-v3") {
            return
                "\(name) takes 512 tokens and 2048 characters a text, whatever the window of chat models is (or let it cut by itself: truncate END in the body)."
        }
        if lower.contains("titan-embed-text") { return "\(name) takes 8192 tokens a text." }
        return model == nil
            ? "each embedding model has a limit of its own (Titan Text Embeddings 8192 tokens, Cohere Embed 3 512 tokens and 2048 characters)."
            : "\(name) has a limit of its own, which its page states."
    }

    private static func additions(_ call: FailedCall) -> String {
        call.scene.program == .llamaIndex
            ? " (LlamaIndex writes a node's metadata before its text: excluded_embed_metadata_keys leaves it out)"
            : " (metadata, a heading, an instruction)"
    }
}

extension Advice {
    static let tooLong: [Advice] = [
        Advice(for: .validationContextLength, .validationRequest) { call in call.tooLong.map { [$0.remedy(call)] } ?? []
        }
    ]
}

extension FailedCall {
    /// What is too long, where the failure is one of a length.
    var tooLong: TooLong? {
        guard let found = TooLong(self) else { return nil }
        let isOfLength =
            words.has("too long|large|big")
            || words.has("exceed*|exceeds|maximum|longer|more token|tokens|limit|length")
        return isOfLength ? found : nil
    }
}
