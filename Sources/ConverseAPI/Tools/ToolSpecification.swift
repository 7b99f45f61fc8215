/// A tool of the caller: its name, its purpose and the schema of its input.
public struct ToolSpecification: ConverseShape, Sendable, Hashable {
    /// The name, which the model calls it by.
    public var name: String
    /// What the tool is for.
    public var description: String?
    /// The schema of its input.
    public var inputSchema: ToolInputSchema
    /// Whether the input must satisfy the schema exactly.
    public var strict: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(name: String, inputSchema: ToolInputSchema, description: String? = nil, strict: Bool? = nil) {
        self.name = name
        self.description = description
        self.inputSchema = inputSchema
        self.strict = strict
    }

    package static var vacant: Self { Self(name: .vacant, inputSchema: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("name", &name)
        try visitor.optional("description", &description)
        try visitor.required("inputSchema", &inputSchema)
        try visitor.optional("strict", &strict)
    }
}
