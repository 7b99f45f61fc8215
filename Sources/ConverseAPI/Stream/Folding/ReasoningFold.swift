/// The pieces of a model's reasoning: text with its signature, and what its provider encrypted.
struct ReasoningFold: Sendable {
    private var text: String?
    private var signature: String?
    private var redacted: [Blob] = []
    private var unknown: [ReasoningContentBlock] = []

    mutating func add(_ delta: ReasoningContentBlockDelta) {
        switch delta {
        case .text(let piece): text = (text ?? "") + piece
        case .signature(let piece): signature = (signature ?? "") + piece
        case .redactedContent(let piece): redacted.append(piece)
        default: unknown.append(.unrecognized(delta.form))
        }
    }

    var blocks: [ContentBlock] {
        var blocks: [ReasoningContentBlock] = []
        if text != nil || signature != nil {
            blocks.append(.reasoningText(ReasoningTextBlock(text: text ?? "", signature: signature)))
        }
        if let blob = whole { blocks.append(.redactedContent(blob)) }
        return (blocks + unknown).map { .reasoningContent($0) }
    }

    /// The encrypted bytes, one after another; base64 texts alone cannot be joined.
    private var whole: Blob? {
        guard redacted.count > 1 else { return redacted.first }
        let pieces = redacted.map { try? $0.bytes() }
        guard pieces.allSatisfy({ $0 != nil }) else { return Blob(base64: redacted.map(\.base64).joined()) }
        return Blob(pieces.compactMap { $0 }.flatMap { $0 })
    }
}
