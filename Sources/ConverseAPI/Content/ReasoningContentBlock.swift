public import JSONText

/// What the model thought before it answered.
public enum ReasoningContentBlock: ConverseUnion, Sendable, Hashable {
    /// Reasoning in plain text.
    case reasoningText(ReasoningTextBlock)
    /// Reasoning that the provider encrypted, as bytes.
    case redactedContent(Blob)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("reasoningText", Self.reasoningText) {
            if case .reasoningText(let value) = $0 { value } else { nil }
        }
        try visitor.member("redactedContent", Self.redactedContent) {
            if case .redactedContent(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
