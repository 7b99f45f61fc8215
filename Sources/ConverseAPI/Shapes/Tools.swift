// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// The model must call some tool.
///
/// Source: Amazon Bedrock API Reference, `AnyToolChoice`.
public struct AnyToolChoice: ConverseShape, Sendable, Hashable {
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init() {
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
    }
}

/// The model decides whether it calls a tool.
///
/// Source: Amazon Bedrock API Reference, `AutoToolChoice`.
public struct AutoToolChoice: ConverseShape, Sendable, Hashable {
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init() {
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
    }
}

/// The model must call this tool.
///
/// Source: Amazon Bedrock API Reference, `SpecificToolChoice`.
public struct SpecificToolChoice: ConverseShape, Sendable, Hashable {
    /// The name of the tool.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_-]+`.
    public var name: String
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(name: String) {
        self.name = name
    }

    package static var vacant: Self { Self(name: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("name", &name)
    }
}

/// A tool that the service itself provides.
///
/// Source: Amazon Bedrock API Reference, `SystemTool`.
public struct SystemTool: ConverseShape, Sendable, Hashable {
    /// The name of the tool.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_-]+`.
    public var name: String
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(name: String) {
        self.name = name
    }

    package static var vacant: Self { Self(name: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("name", &name)
    }
}

/// A tool that the model may call, or the end of a prefix of tools to cache.
///
/// Source: Amazon Bedrock API Reference, `Tool`.
public enum Tool: ConverseUnion, Sendable, Hashable {
    /// A tool of the caller.
    case toolSpec(ToolSpecification)
    /// A tool that the service provides.
    case systemTool(SystemTool)
    /// The end of a prefix to cache.
    case cachePoint(CachePointBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("toolSpec", Self.toolSpec) { if case .toolSpec(let value) = $0 { value } else { nil } }
        try visitor.member("systemTool", Self.systemTool) { if case .systemTool(let value) = $0 { value } else { nil } }
        try visitor.member("cachePoint", Self.cachePoint) { if case .cachePoint(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// Which tool the model should call.
///
/// Source: Amazon Bedrock API Reference, `ToolChoice`.
public enum ToolChoice: ConverseUnion, Sendable, Hashable {
    /// The model decides.
    case auto(AutoToolChoice)
    /// The model must call some tool.
    case any(AnyToolChoice)
    /// The model must call this tool.
    case tool(SpecificToolChoice)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("auto", Self.auto) { if case .auto(let value) = $0 { value } else { nil } }
        try visitor.member("any", Self.any) { if case .any(let value) = $0 { value } else { nil } }
        try visitor.member("tool", Self.tool) { if case .tool(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// The tools that the model may call.
///
/// Source: Amazon Bedrock API Reference, `ToolConfiguration`.
public struct ToolConfiguration: ConverseShape, Sendable, Hashable {
    /// The tools.
    ///
    /// At least 1 item.
    public var tools: [Tool]
    /// Which of them the model should call; absent means that it decides.
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

/// The schema of the input of a tool.
///
/// Source: Amazon Bedrock API Reference, `ToolInputSchema`.
public enum ToolInputSchema: ConverseUnion, Sendable, Hashable {
    /// A JSON value.
    case json(JSONValue)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("json", Self.json) { if case .json(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// A tool of the caller: its name, its purpose and the schema of its input.
///
/// Source: Amazon Bedrock API Reference, `ToolSpecification`.
public struct ToolSpecification: ConverseShape, Sendable, Hashable {
    /// The name by which the model calls it.
    ///
    /// 1 to 64 characters, in the pattern `[a-zA-Z0-9_-]+`.
    public var name: String
    /// What the tool is for.
    ///
    /// At least 1 character.
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
