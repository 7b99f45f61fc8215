/// The tools that the model may call.
public struct ToolConfiguration: ConverseShape, Sendable, Hashable {
    /// The tools.
    public var tools: [Tool]
    /// Which of them the model shall call; absent means that it decides.
    public var toolChoice: ToolChoice?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(tools: [Tool], toolChoice: ToolChoice? = nil) {
        self.tools = tools
        self.toolChoice = toolChoice
    }

    package static var vacant: Self { Self(tools: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("tools", &tools)
        try visitor.optional("toolChoice", &toolChoice)
    }
}
