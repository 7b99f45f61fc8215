/// The result of a call of a tool, sent back in a user message.
public struct ToolResultBlock: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    public var toolUseId: String
    /// The parts of the result.
    public var content: [ToolResultContentBlock]
    /// Whether the call went well; absent means success.
    public var status: ToolResultStatus?
    /// The kind of the result; absent when the caller ran the tool.
    public var type: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        toolUseId: String,
        content: [ToolResultContentBlock],
        status: ToolResultStatus? = nil,
        type: String? = nil
    ) {
        self.toolUseId = toolUseId
        self.content = content
        self.status = status
        self.type = type
    }

    package static var vacant: Self { Self(toolUseId: .vacant, content: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("toolUseId", &toolUseId)
        try visitor.required("content", &content)
        try visitor.optional("status", &status)
        try visitor.optional("type", &type)
    }
}
