/// The JSON schema that the text of the answer shall satisfy.
public struct JsonSchemaDefinition: ConverseShape, Sendable, Hashable {
    /// The schema, as JSON text.
    public var schema: String
    /// The name of the schema.
    public var name: String?
    /// What the schema is for.
    public var description: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(schema: String, name: String? = nil, description: String? = nil) {
        self.schema = schema
        self.name = name
        self.description = description
    }

    package static var vacant: Self { Self(schema: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("schema", &schema)
        try visitor.optional("name", &name)
        try visitor.optional("description", &description)
    }
}
