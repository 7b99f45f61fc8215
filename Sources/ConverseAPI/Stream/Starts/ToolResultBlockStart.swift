/// The beginning of the result of a tool that the service ran.
public struct ToolResultBlockStart: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    public var toolUseId: String
    /// The kind of the result.
    public var type: String?
    /// Whether the call went well; absent means success.
    public var status: ToolResultStatus?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(toolUseId: String, type: String? = nil, status: ToolResultStatus? = nil) {
        self.toolUseId = toolUseId
        self.type = type
        self.status = status
    }

    package static var vacant: Self { Self(toolUseId: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("toolUseId", &toolUseId)
        try visitor.optional("type", &type)
        try visitor.optional("status", &status)
    }
}
