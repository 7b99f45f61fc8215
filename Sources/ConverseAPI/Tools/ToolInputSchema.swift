public import JSONText

/// The schema of the input of a tool.
public enum ToolInputSchema: ConverseUnion, Sendable, Hashable {
    /// A JSON value.
    case json(JSONValue)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("json", Self.json) { if case .json(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
