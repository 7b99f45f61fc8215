public import JSONText

/// Which tool the model shall call.
public enum ToolChoice: ConverseUnion, Sendable, Hashable {
    /// The model decides.
    case auto(AutoToolChoice)
    /// The model must call some tool.
    case any(AnyToolChoice)
    /// The model must call this tool.
    case tool(SpecificToolChoice)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("auto", Self.auto) { if case .auto(let value) = $0 { value } else { nil } }
        try visitor.member("any", Self.any) { if case .any(let value) = $0 { value } else { nil } }
        try visitor.member("tool", Self.tool) { if case .tool(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
