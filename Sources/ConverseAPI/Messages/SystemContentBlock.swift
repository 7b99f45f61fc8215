public import JSONText

/// A part of the system prompt.
public enum SystemContentBlock: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(String)
    /// Content that a guardrail shall assess.
    case guardContent(GuardrailConverseContentBlock)
    /// The end of a prefix to cache.
    case cachePoint(CachePointBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("guardContent", Self.guardContent) {
            if case .guardContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("cachePoint", Self.cachePoint) { if case .cachePoint(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
