public import JSONText

/// A tool that the model may call, or the end of a prefix of tools to cache.
public enum Tool: ConverseUnion, Sendable, Hashable {
    /// A tool of the caller.
    case toolSpec(ToolSpecification)
    /// A tool that the service provides.
    case systemTool(SystemTool)
    /// The end of a prefix to cache.
    case cachePoint(CachePointBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("toolSpec", Self.toolSpec) { if case .toolSpec(let value) = $0 { value } else { nil } }
        try visitor.member("systemTool", Self.systemTool) { if case .systemTool(let value) = $0 { value } else { nil } }
        try visitor.member("cachePoint", Self.cachePoint) { if case .cachePoint(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
