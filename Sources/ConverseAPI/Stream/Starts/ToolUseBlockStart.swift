/// The beginning of a call of a tool; its input follows in pieces.
public struct ToolUseBlockStart: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    public var toolUseId: String
    /// The name of the tool.
    public var name: String
    /// Who runs the tool; absent when the caller does.
    public var type: ToolUseType?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(toolUseId: String, name: String, type: ToolUseType? = nil) {
        self.toolUseId = toolUseId
        self.name = name
        self.type = type
    }

    package static var vacant: Self { Self(toolUseId: .vacant, name: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("toolUseId", &toolUseId)
        try visitor.required("name", &name)
        try visitor.optional("type", &type)
    }
}
