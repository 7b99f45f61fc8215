// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// The members of a Converse request that count as input.
///
/// Source: Amazon Bedrock API Reference, `ConverseTokensRequest`.
public struct ConverseTokensRequest: ConverseShape, Sendable, Hashable {
    /// The conversation.
    public var messages: [Message]?
    /// The system prompt.
    public var system: [SystemContentBlock]?
    /// The tools that the model may call.
    public var toolConfig: ToolConfiguration?
    /// Parameters that only this model has.
    public var additionalModelRequestFields: JSONValue?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        messages: [Message]? = nil,
        system: [SystemContentBlock]? = nil,
        toolConfig: ToolConfiguration? = nil,
        additionalModelRequestFields: JSONValue? = nil
    ) {
        self.messages = messages
        self.system = system
        self.toolConfig = toolConfig
        self.additionalModelRequestFields = additionalModelRequestFields
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("messages", &messages)
        try visitor.optional("system", &system)
        try visitor.optional("toolConfig", &toolConfig)
        try visitor.optional("additionalModelRequestFields", &additionalModelRequestFields)
    }
}

/// A request to count, in the form of the operation that would send it.
///
/// Source: Amazon Bedrock API Reference, `CountTokensInput`.
public enum CountTokensInput: ConverseUnion, Sendable, Hashable {
    /// A body of InvokeModel.
    case invokeModel(InvokeModelTokensRequest)
    /// A request of Converse.
    case converse(ConverseTokensRequest)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("invokeModel", Self.invokeModel) {
            if case .invokeModel(let value) = $0 { value } else { nil }
        }
        try visitor.member("converse", Self.converse) { if case .converse(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// The body of a CountTokens request.
///
/// Source: Amazon Bedrock API Reference, `CountTokensRequest`.
public struct CountTokensRequest: ConverseShape, Sendable, Hashable {
    /// The request whose tokens are counted.
    public var input: CountTokensInput
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(input: CountTokensInput) {
        self.input = input
    }

    package static var vacant: Self { Self(input: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("input", &input)
    }
}

/// The body of an answer to CountTokens.
///
/// Source: Amazon Bedrock API Reference, `CountTokensResponse`.
public struct CountTokensResponse: ConverseShape, Sendable, Hashable {
    /// How many tokens the request would take.
    public var inputTokens: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(inputTokens: Int) {
        self.inputTokens = inputTokens
    }

    package static var vacant: Self { Self(inputTokens: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("inputTokens", &inputTokens)
    }
}

/// A body of InvokeModel, in the model's own form.
///
/// Source: Amazon Bedrock API Reference, `InvokeModelTokensRequest`.
public struct InvokeModelTokensRequest: ConverseShape, Sendable, Hashable {
    /// The bytes of the body.
    ///
    /// At most 25,000,000 bytes.
    public var body: Blob
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(body: Blob) {
        self.body = body
    }

    package static var vacant: Self { Self(body: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("body", &body)
    }
}
