public import JSONText

/// A piece of the result of a tool that the service ran.
public enum ToolResultBlockDelta: ConverseUnion, Sendable, Hashable {
    /// Text.
    case text(String)
    /// A JSON document.
    case json(JSONValue)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("json", Self.json) { if case .json(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
