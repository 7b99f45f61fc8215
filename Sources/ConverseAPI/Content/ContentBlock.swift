public import JSONText

/// A part of a message.
public enum ContentBlock: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(String)
    /// An image.
    case image(ImageBlock)
    /// A document.
    case document(DocumentBlock)
    /// A video.
    case video(VideoBlock)
    /// A piece of audio.
    case audio(AudioBlock)
    /// A call of a tool.
    case toolUse(ToolUseBlock)
    /// The result of a call of a tool.
    case toolResult(ToolResultBlock)
    /// Content that a guardrail shall assess.
    case guardContent(GuardrailConverseContentBlock)
    /// The end of a prefix to cache.
    case cachePoint(CachePointBlock)
    /// Reasoning of the model.
    case reasoningContent(ReasoningContentBlock)
    /// Text with its sources.
    case citationsContent(CitationsContentBlock)
    /// A search result.
    case searchResult(SearchResultBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
        try visitor.member("document", Self.document) { if case .document(let value) = $0 { value } else { nil } }
        try visitor.member("video", Self.video) { if case .video(let value) = $0 { value } else { nil } }
        try visitor.member("audio", Self.audio) { if case .audio(let value) = $0 { value } else { nil } }
        try visitor.member("toolUse", Self.toolUse) { if case .toolUse(let value) = $0 { value } else { nil } }
        try visitor.member("toolResult", Self.toolResult) { if case .toolResult(let value) = $0 { value } else { nil } }
        try visitor.member("guardContent", Self.guardContent) {
            if case .guardContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("cachePoint", Self.cachePoint) { if case .cachePoint(let value) = $0 { value } else { nil } }
        try visitor.member("reasoningContent", Self.reasoningContent) {
            if case .reasoningContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("citationsContent", Self.citationsContent) {
            if case .citationsContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("searchResult", Self.searchResult) {
            if case .searchResult(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
