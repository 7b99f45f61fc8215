import Evidence

/// What to do about the source of an image, a document or a video that the model could not read, by the place that a refusal names.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentSource.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageSource.html>.
enum MediaSource {
    static func advice(_ refusal: MemberRefusal) -> String {
        let said = refusal.sentence.lowercased()
        let isDocument =
            ["pdf", "document", "text-based", "pages"].contains(where: said.contains)
            || refusal.names.contains("document")
        let formats =
            isDocument ? "the format named (pdf, docx, txt, ...)" : "the format named (png, jpeg, gif or webp)"
        let text =
            isDocument
            ? """
             Plain text belongs into source.text or a document of the format txt, not under pdf: a gateway that calls every file a PDF does \
            this.
            """ : ""
        return """
            The bytes at \(refusal.path) are no file of \(formats): look for base64 that was encoded twice (SDKs encode by themselves; hand \
            them the raw bytes), for an empty or cut file, and for a file of another kind or with a password. The first bytes tell: %PDF-, \
            89 50 4E 47 (png), FF D8 FF (jpeg).\(text)
            """
    }
}
