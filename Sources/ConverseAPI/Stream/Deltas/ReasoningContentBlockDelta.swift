public import JSONText

/// A piece of the model's reasoning.
public enum ReasoningContentBlockDelta: ConverseUnion, Sendable, Hashable {
    /// Text.
    case text(String)
    /// Reasoning that the provider encrypted.
    case redactedContent(Blob)
    /// A token that proves that the text was not changed; it is sent back with it.
    case signature(String)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("redactedContent", Self.redactedContent) {
            if case .redactedContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("signature", Self.signature) { if case .signature(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
