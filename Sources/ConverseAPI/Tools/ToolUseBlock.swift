public import JSONText

/// A call of a tool that the model asks for.
public struct ToolUseBlock: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    public var toolUseId: String
    /// The name of the tool.
    public var name: String
    /// The input, as JSON.
    public var input: JSONValue
    /// Who runs the tool; absent when the caller does.
    public var type: ToolUseType?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(toolUseId: String, name: String, input: JSONValue, type: ToolUseType? = nil) {
        self.toolUseId = toolUseId
        self.name = name
        self.input = input
        self.type = type
    }

    package static var vacant: Self { Self(toolUseId: .vacant, name: .vacant, input: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("toolUseId", &toolUseId)
        try visitor.required("name", &name)
        try visitor.required("input", &input)
        try visitor.optional("type", &type)
    }
}
