import Codes
import Evidence
import Report

/// Images, documents and videos that were not taken: too many, too large, unreadable, or none that the model takes.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html> (counts and sizes),
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html>,
/// <https://docs.claude.com/en/docs/build-with-claude/vision> (pixels), <https://docs.aws.amazon.com/nova/latest/userguide/modalities.html>.
extension Advice {
    private static let media: WordPhrase =
        "image|images|document|documents|video|videos|audio|media|pdf|attachment|attachments|file|files"

    static let mediaRefused: [Advice] = [
        Advice(
            "duplicate|duplicated document|documents|file name|names",
            say: """
                Give each document of the request a name of its own, those of earlier turns included: a client that takes the file's name without its ending (report.pdf and report.docx both as report), or sends one file \
                twice, adds a number or an id to it. A conversation that has two of one name is refused with every turn: rename one in the history.
                """),
        Advice(
            "include|contain|send|attach more documents request", "cant|cannot|not|maximum",
            say: """
                Send five documents at most in a request: those of earlier turns count, as the history is sent again. Leave old ones out of it, join files into one document, or put their text into text \
                blocks; a client that lets people attach more checks before it sends.
                """),
        Advice(
            "image|images|dimensions exceed*", "many image",
            say: """
                Scale every image of the request to at most 2000 pixels a side, or send 20 images or fewer: only then may each have \
                8000. Images in the history count, so remove old screenshots, or begin a new conversation.
                """),
        Advice("image|images|dimensions exceed*", "pixels|dimensions|resolution") { call in
            Remedy(
                """
                Scale the image down \
                \(call.pixels.map { "to at most \($0) pixels a side" } ?? "until its pixels fit what the model's page allows"), and \
                send it again. One that stays in the history is refused with every later turn: remove it there, too.
                """)
        },
        Advice(
            "pdf|document pages", "maximum|more|exceed*|limit|many",
            say: """
                Split the document: it has more pages than a request may hold (100 for Claude's PDF reading). Send parts of it, or \
                its text.
                """),
        Advice(
            media, "cant|cannot|must not more|maximum|exceed*|many", "number|more|many|count|files|images|documents",
            none: ["size|mb|bytes|kb", "pixels|dimensions", "blank|empty"],
            for: .validationMessages, .validationRequest,
            say: """
                Send fewer at once: Converse takes 20 images and 5 documents in a request, some models fewer (Nova: 5 documents, 1 \
                video), and those in the history count. Remove old ones from it, or spread them over several requests.
                """),
        Advice(
            "documentsource|source", "following keys bytes s3location", for: .validationMessages, .validationRequest,
            say: """
                Enable citations beside the source: "citations": {"enabled": true}. Without them Converse takes a document as bytes \
                or s3Location only, not as text or content.
                """),
        Advice(
            "document|documents", "only txt pdf citations", for: .validationMessages, .validationRequest,
            say: """
                Send the document as txt or pdf, or leave citations out for this one: other formats cannot be cited.
                """),
        Advice(
            media, "size|large|larger|mb|bytes", "exceed*|limit|maximum|must|large|larger|less",
            none: ["pixels|dimensions"], for: .validationMessages, .validationRequest,
            say: """
                Make the file smaller, or name it by its place in S3 (s3Location) where the model takes that: in the request itself \
                an image may have 3.75 MB, a document 4.5 MB, a video 25 MB, before base64 makes them a third larger.
                """),
        Advice(
            "password|encrypted|protected|corrupt|corrupted", media,
            for: .validationMessages, .validationRequest,
            say: "Save the document without a password and in a sound form, and send it again; or send its text."),
        Advice(for: .validationMessages, .validationRequest) { call in call.noDocument },
        Advice(
            // Anthropic's models name a media type, Llama's and Nova's a format.
            "media|mime|image|document|video|file type|format",
            "match|matches|matching|mismatch|provided|declared|specified|appears|differs|actual",
            "image|document|video",
            none: ["png jpeg gif webp must", "unsupported|supported|support"], for: .validationMessages,
            .validationRequest,
            say: """
                Name the format that the bytes have: a file called .jpg may hold PNG or WebP. Read it from the first bytes, or \
                convert the file to the format that is named.
                """),
        Advice(
            "could|cannot|unable|failed not|to process|decode|read|parse|sanitize|load|open", media,
            for: .validationMessages, .validationRequest,
            say: """
                The bytes are not a file of the format that was named: look for base64 that was encoded twice (SDKs encode by \
                themselves; hand them the raw bytes), for an empty or cut file, and for a format that is not png, jpeg, gif or webp.
                """),
        Advice(
            "invalid|unsupported|corrupt*|malformed|unrecognized image|document|video|audio|media format|data|bytes|content|type",
            none: ["png jpeg gif webp must", "exceed*|size|large"], for: .validationMessages, .validationRequest,
            say: """
                The bytes are not a file of a kind that this model takes: look for base64 that was encoded twice (SDKs encode by \
                themselves; hand them the raw bytes), for an empty or cut file, and for a format other than png, jpeg, gif or webp; convert \
                it first.
                """),
        Advice(
            "doesnt|not|isnt|unsupported support*|take|accept",
            "image|images|document|documents|video|videos|audio content|block|input|blocks",
            for: .validationMessages, .validationRequest,
            say: """
                This model takes no block of that kind: remove it, also from the history, or call a model that does (the page of \
                each model names its input modalities). Text can be taken out of a document first.
                """),
    ]
}

extension FailedCall {
    /// Whether an SDK's check of values refused one that is to be a document: any JSON, in the words of Smithy.
    ///
    /// Source: <https://smithy.io/2.0/spec/simple-types.html#document>.
    var isOfDocumentType: Bool {
        words.has("not|isnt valid document type") || words.has("expected document type")
            || words.has("unsupported|invalid document type|value class|object")
                && text.contains("Document") && words.has("serializ*|marshal*|validat*")
    }

    /// What to hand over in the place of a value that is no JSON.
    fileprivate var noDocument: [Remedy] {
        guard isOfDocumentType else { return [] }
        let path = details.refusals.first?.path ?? documentPath
        let place = path.map { " at \(PrintableText.escaped($0, limit: 120))" } ?? ""
        let way =
            switch scene.sdk?.value {
            case let name? where name.contains("PHP"): " (PHP: json_decode(json_encode($value), true))"
            case let name? where name.contains("JavaScript"): " (JSON.parse(JSON.stringify(value)))"
            case let name? where name.contains("Ruby"): " (JSON.parse(JSON.generate(value)))"
            case let name? where name.contains("boto3") || name.contains("Python"):
                " (json.loads(json.dumps(value, default=str)))"
            default: ""
            }
        return [
            Remedy(
                """
                Turn the value\(place) into plain JSON before you hand it over\(way): lists, objects, texts, numbers, true, false and null are taken; a date, an enum, a stream or another object of the language \
                within it is not. Write dates as texts. The SDK checks this itself, so nothing was sent, and no file's format is in question.
                """)
        ]
    }

    /// The path in brackets before the SDK's words.
    private var documentPath: String? {
        guard let mark = text.firstRange(of: " is not a valid document type") else { return nil }
        let word = text[..<mark.lowerBound].split(whereSeparator: \.isWhitespace).last ?? ""
        let start = word.firstIndex(of: "[") ?? word.startIndex
        return word.isEmpty ? nil : String(word[start...])
    }

    /// The figure before `pixels`, where it is one.
    fileprivate var pixels: String? {
        let all = words.words
        return all.indices.dropLast().first { Int(all[$0]) != nil && all[$0 + 1] == "pixels" }.map { all[$0] }
    }
}
