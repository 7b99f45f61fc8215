public import JSONText

/// The structure that the text of the answer shall have.
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
