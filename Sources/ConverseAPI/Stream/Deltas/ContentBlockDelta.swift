public import JSONText

/// The next piece of a content block.
public enum ContentBlockDelta: ConverseUnion, Sendable, Hashable {
    /// Text.
    case text(String)
    /// A piece of the JSON text of a tool's input.
    case toolUse(ToolUseBlockDelta)
    /// Pieces of the result of a tool that the service ran.
    case toolResult([ToolResultBlockDelta])
    /// A piece of the model's reasoning.
    case reasoningContent(ReasoningContentBlockDelta)
    /// A source of the text of the block.
    case citation(CitationsDelta)
    /// An image, or why there is none.
    case image(ImageBlockDelta)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("toolUse", Self.toolUse) { if case .toolUse(let value) = $0 { value } else { nil } }
        try visitor.member("toolResult", Self.toolResult) { if case .toolResult(let value) = $0 { value } else { nil } }
        try visitor.member("reasoningContent", Self.reasoningContent) {
            if case .reasoningContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("citation", Self.citation) { if case .citation(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
