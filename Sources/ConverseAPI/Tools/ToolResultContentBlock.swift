public import JSONText

/// A part of the result of a tool.
public enum ToolResultContentBlock: ConverseUnion, Sendable, Hashable {
    /// A JSON value.
    case json(JSONValue)
    /// The text.
    case text(String)
    /// An image.
    case image(ImageBlock)
    /// A document.
    case document(DocumentBlock)
    /// A video.
    case video(VideoBlock)
    /// A search result.
    case searchResult(SearchResultBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("json", Self.json) { if case .json(let value) = $0 { value } else { nil } }
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
        try visitor.member("document", Self.document) { if case .document(let value) = $0 { value } else { nil } }
        try visitor.member("video", Self.video) { if case .video(let value) = $0 { value } else { nil } }
        try visitor.member("searchResult", Self.searchResult) {
            if case .searchResult(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
