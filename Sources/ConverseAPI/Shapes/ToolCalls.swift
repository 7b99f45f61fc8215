// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// A tool that becomes available from here on; stands in a `system` message.
///
/// Source: Amazon Bedrock API Reference, `ToolAdditionBlock`.
public struct ToolAdditionBlock: ConverseShape, Sendable, Hashable {
    /// The tool.
    public var tool: ToolReference
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(tool: ToolReference) {
        self.tool = tool
    }

    package static var vacant: Self { Self(tool: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("tool", &tool)
    }
}

/// Which tool is added or removed.
///
/// Source: Amazon Bedrock API Reference, `ToolReference`.
public struct ToolReference: ConverseShape, Sendable, Hashable {
    /// The kind of the tool.
    ///
    /// 1 to 64 characters.
    public var type: String?
    /// The name of the tool.
    ///
    /// 1 to 128 characters.
    public var name: String?
    /// The server that provides the tool, where it is not the caller.
    ///
    /// 1 to 128 characters.
    public var serverName: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(type: String? = nil, name: String? = nil, serverName: String? = nil) {
        self.type = type
        self.name = name
        self.serverName = serverName
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("type", &type)
        try visitor.optional("name", &name)
        try visitor.optional("serverName", &serverName)
    }
}

/// A tool that is no longer available from here on; stands in a `system` message.
///
/// Source: Amazon Bedrock API Reference, `ToolRemovalBlock`.
public struct ToolRemovalBlock: ConverseShape, Sendable, Hashable {
    /// The tool.
    public var tool: ToolReference
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(tool: ToolReference) {
        self.tool = tool
    }

    package static var vacant: Self { Self(tool: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("tool", &tool)
    }
}

/// The result of a call of a tool, sent back in a user message.
///
/// Source: Amazon Bedrock API Reference, `ToolResultBlock`.
public struct ToolResultBlock: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_.:-]+`.
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

/// A part of the result of a tool.
///
/// Source: Amazon Bedrock API Reference, `ToolResultContentBlock`.
public enum ToolResultContentBlock: ConverseUnion, Sendable, Hashable {
    /// A JSON value.
    case json(JSONValue)
    /// The text.
    case text(String)
    /// An image.
    case image(ImageBlock)
    /// A document.
    case document(DocumentBlock)
    /// A video.
    case video(VideoBlock)
    /// A search result.
    case searchResult(SearchResultBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("json", Self.json) { if case .json(let value) = $0 { value } else { nil } }
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
        try visitor.member("document", Self.document) { if case .document(let value) = $0 { value } else { nil } }
        try visitor.member("video", Self.video) { if case .video(let value) = $0 { value } else { nil } }
        try visitor.member("searchResult", Self.searchResult) {
            if case .searchResult(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// Whether a call of a tool went well.
///
/// Source: Amazon Bedrock API Reference, `ToolResultStatus`.
///
/// Values that are not listed are kept as they came.
public struct ToolResultStatus: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `success`.
    public static let success = Self(rawValue: "success")
    /// `error`.
    public static let error = Self(rawValue: "error")

    package static let knownValues: [Self] = [
        .success, .error,
    ]
}

/// A call of a tool that the model asks for.
///
/// Source: Amazon Bedrock API Reference, `ToolUseBlock`.
public struct ToolUseBlock: ConverseShape, Sendable, Hashable {
    /// The id that joins the call and its result.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_.:-]+`.
    public var toolUseId: String
    /// The name of the tool.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_-]+`.
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

/// Who runs a tool, where it is not the caller.
///
/// Source: Amazon Bedrock API Reference, `ToolUseType`.
///
/// Values that are not listed are kept as they came.
public struct ToolUseType: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `server_tool_use`.
    public static let serverToolUse = Self(rawValue: "server_tool_use")

    package static let knownValues: [Self] = [
        .serverToolUse
    ]
}
