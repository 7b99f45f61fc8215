// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// The JSON schema that the text of the answer must satisfy.
///
/// Source: Amazon Bedrock API Reference, `JsonSchemaDefinition`.
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

/// The form that the answer should have.
///
/// Source: Amazon Bedrock API Reference, `OutputConfig`.
public struct OutputConfig: ConverseShape, Sendable, Hashable {
    /// The format of the text.
    public var textFormat: OutputFormat?
    /// How much the model works on the answer, such as `low` or `high`; models differ in what they take.
    ///
    /// At most 16 characters.
    public var effort: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(textFormat: OutputFormat? = nil, effort: String? = nil) {
        self.textFormat = textFormat
        self.effort = effort
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("textFormat", &textFormat)
        try visitor.optional("effort", &effort)
    }
}

/// The format that the text of the answer should have.
///
/// Source: Amazon Bedrock API Reference, `OutputFormat`.
public struct OutputFormat: ConverseShape, Sendable, Hashable {
    /// The kind of the format.
    public var type: OutputFormatType
    /// The structure of the text.
    public var structure: OutputFormatStructure
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(type: OutputFormatType, structure: OutputFormatStructure) {
        self.type = type
        self.structure = structure
    }

    package static var vacant: Self { Self(type: .vacant, structure: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
        try visitor.required("structure", &structure)
    }
}

/// The structure that the text of the answer should have.
///
/// Source: Amazon Bedrock API Reference, `OutputFormatStructure`.
public enum OutputFormatStructure: ConverseUnion, Sendable, Hashable {
    /// A JSON schema.
    case jsonSchema(JsonSchemaDefinition)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("jsonSchema", Self.jsonSchema) { if case .jsonSchema(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// The kind of an output format.
///
/// Source: Amazon Bedrock API Reference, `OutputFormatType`.
///
/// Values that are not listed are kept as they came.
public struct OutputFormatType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `json_schema`.
    public static let jsonSchema = Self(rawValue: "json_schema")

    package static let knownValues: [Self] = [
        .jsonSchema
    ]
}
