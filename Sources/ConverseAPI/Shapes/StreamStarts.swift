// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// What kind of content block begins.
///
/// Source: Amazon Bedrock API Reference, `ContentBlockStart`.
public enum ContentBlockStart: ConverseUnion, Sendable, Hashable {
    /// A call of a tool.
    case toolUse(ToolUseBlockStart)
    /// The result of a tool that the service ran.
    case toolResult(ToolResultBlockStart)
    /// An image.
    case image(ImageBlockStart)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("toolUse", Self.toolUse) { if case .toolUse(let value) = $0 { value } else { nil } }
        try visitor.member("toolResult", Self.toolResult) { if case .toolResult(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// The beginning of an image.
///
/// Source: Amazon Bedrock API Reference, `ImageBlockStart`.
public struct ImageBlockStart: ConverseShape, Sendable, Hashable {
    /// The format of the image.
    public var format: ImageFormat
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(format: ImageFormat) {
        self.format = format
    }

    package static var vacant: Self { Self(format: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("format", &format)
    }
}

/// The beginning of the result of a tool that the service ran.
///
/// Source: Amazon Bedrock API Reference, `ToolResultBlockStart`.
public struct ToolResultBlockStart: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_.:-]+`.
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

/// The beginning of a call of a tool; its input follows in pieces.
///
/// Source: Amazon Bedrock API Reference, `ToolUseBlockStart`.
public struct ToolUseBlockStart: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_.:-]+`.
    public var toolUseId: String
    /// The name of the tool.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_-]+`.
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
