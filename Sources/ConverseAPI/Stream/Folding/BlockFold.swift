import JSONText

/// The pieces of one content block, and the block that they amount to.
struct BlockFold: Sendable {
    var start: ContentBlockStart?
    private var text: String?
    private var toolInput: String?
    private var toolResult: [ToolResultContentBlock] = []
    private var reasoning = ReasoningFold()
    private var citations: [Citation] = []
    private var image: ImageBlockDelta?
    private var unknown: [JSONObject] = []

    mutating func add(_ delta: ContentBlockDelta) {
        switch delta {
        case .text(let piece): text = (text ?? "") + piece
        case .toolUse(let piece): toolInput = (toolInput ?? "") + piece.input
        case .toolResult(let pieces): for piece in pieces { add(piece) }
        case .reasoningContent(let piece): reasoning.add(piece)
        case .citation(let piece): citations.append(Citation(piece))
        case .image(let piece): add(piece)
        default: unknown.append(delta.form)
        }
    }

    /// Text comes in pieces like all text; a document comes whole.
    private mutating func add(_ piece: ToolResultBlockDelta) {
        switch piece {
        case .text(let more):
            if case .text(let text) = toolResult.last {
                toolResult[toolResult.count - 1] = .text(text + more)
            } else {
                toolResult.append(.text(more))
            }
        case .json(let document): toolResult.append(.json(document))
        default: toolResult.append(.unrecognized(piece.form))
        }
    }

    private mutating func add(_ piece: ImageBlockDelta) {
        image = ImageBlockDelta(source: piece.source ?? image?.source, error: piece.error ?? image?.error)
    }

    /// The block, or the blocks where pieces of several kinds came under one index.
    var blocks: [ContentBlock] {
        var blocks = reasoning.blocks
        switch start {
        case .toolUse(let begun):
            var toolUse = ToolUseBlock(
                toolUseId: begun.toolUseId, name: begun.name, input: input.value, type: begun.type)
            toolUse.unmodeled = UnmodeledMembers(begun.unmodeled.members)
            blocks.append(.toolUse(toolUse))
        case .toolResult(let begun):
            var result = ToolResultBlock(
                toolUseId: begun.toolUseId, content: toolResult, status: begun.status, type: begun.type)
            result.unmodeled = UnmodeledMembers(begun.unmodeled.members)
            blocks.append(.toolResult(result))
        case .image(let begun):
            blocks.append(
                .image(
                    ImageBlock(format: begun.format, source: image?.source ?? .unrecognized([:]), error: image?.error)))
        case let other?: blocks.append(.unrecognized(other.form))
        case nil: break
        }
        if !citations.isEmpty {
            blocks.append(
                .citationsContent(CitationsContentBlock(content: text.map { [.text($0)] }, citations: citations)))
        } else if let text {
            blocks.append(.text(text))
        }
        return blocks + unknown.map { .unrecognized($0) }
    }

    /// What the pieces do not amount to.
    var faults: [String] {
        var faults: [String] = []
        if let fault = input.fault { faults.append(fault) }
        if toolInput != nil, !isBegun(as: "toolUse") { faults.append("a tool's input without a toolUse start") }
        if !toolResult.isEmpty, !isBegun(as: "toolResult") {
            faults.append("a tool's result without a toolResult start")
        }
        if image != nil, !isBegun(as: "image") { faults.append("an image without an image start") }
        if isBegun(as: "image"), image?.source == nil, image?.error == nil {
            faults.append("an image without its source")
        }
        return faults
    }

    private func isBegun(as kind: String) -> Bool { start?.form.first?.name == kind }

    /// The tool's input: the pieces are one JSON text, and none at all is an empty object.
    ///
    /// A model that ran out of tokens leaves the text cut: it is kept as a string.
    private var input: (value: JSONValue, fault: String?) {
        guard let text = toolInput, !text.isEmpty else { return (.object([:]), nil) }
        do {
            return (try JSONValue(parsing: text), nil)
        } catch {
            return (.string(text), "the tool's input of \(text.utf8.count) bytes is not JSON: \(error)")
        }
    }
}

extension Citation {
    fileprivate init(_ delta: CitationsDelta) {
        self.init(
            title: delta.title, source: delta.source,
            sourceContent: delta.sourceContent?.map { content in
                content.text.map { .text($0) } ?? .unrecognized(content.unmodeled.members)
            },
            location: delta.location)
        unmodeled = UnmodeledMembers(delta.unmodeled.members)
    }
}
