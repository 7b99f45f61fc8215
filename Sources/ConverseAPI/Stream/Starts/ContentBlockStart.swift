public import JSONText

/// What kind of content block begins.
///
/// Text, reasoning and citations begin with their first delta.
public enum ContentBlockStart: ConverseUnion, Sendable, Hashable {
    /// A call of a tool.
    case toolUse(ToolUseBlockStart)
    /// The result of a tool that the service ran.
    case toolResult(ToolResultBlockStart)
    /// An image.
    case image(ImageBlockStart)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("toolUse", Self.toolUse) { if case .toolUse(let value) = $0 { value } else { nil } }
        try visitor.member("toolResult", Self.toolResult) { if case .toolResult(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
