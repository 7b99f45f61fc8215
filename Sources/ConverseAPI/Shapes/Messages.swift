// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// A part of a message.
///
/// Source: Amazon Bedrock API Reference, `ContentBlock`.
public enum ContentBlock: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(String)
    /// An image.
    case image(ImageBlock)
    /// A document.
    case document(DocumentBlock)
    /// A video.
    case video(VideoBlock)
    /// A piece of audio.
    case audio(AudioBlock)
    /// A call of a tool.
    case toolUse(ToolUseBlock)
    /// The result of a call of a tool.
    case toolResult(ToolResultBlock)
    /// Content for the guardrail to assess.
    case guardContent(GuardrailConverseContentBlock)
    /// The end of a prefix to cache.
    case cachePoint(CachePointBlock)
    /// Reasoning of the model.
    case reasoningContent(ReasoningContentBlock)
    /// Text with its sources.
    case citationsContent(CitationsContentBlock)
    /// A search result.
    case searchResult(SearchResultBlock)
    /// A tool that becomes available.
    case toolAddition(ToolAdditionBlock)
    /// A tool that is no longer available.
    case toolRemoval(ToolRemovalBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
        try visitor.member("document", Self.document) { if case .document(let value) = $0 { value } else { nil } }
        try visitor.member("video", Self.video) { if case .video(let value) = $0 { value } else { nil } }
        try visitor.member("audio", Self.audio) { if case .audio(let value) = $0 { value } else { nil } }
        try visitor.member("toolUse", Self.toolUse) { if case .toolUse(let value) = $0 { value } else { nil } }
        try visitor.member("toolResult", Self.toolResult) { if case .toolResult(let value) = $0 { value } else { nil } }
        try visitor.member("guardContent", Self.guardContent) {
            if case .guardContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("cachePoint", Self.cachePoint) { if case .cachePoint(let value) = $0 { value } else { nil } }
        try visitor.member("reasoningContent", Self.reasoningContent) {
            if case .reasoningContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("citationsContent", Self.citationsContent) {
            if case .citationsContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("searchResult", Self.searchResult) {
            if case .searchResult(let value) = $0 { value } else { nil }
        }
        try visitor.member("toolAddition", Self.toolAddition) {
            if case .toolAddition(let value) = $0 { value } else { nil }
        }
        try visitor.member("toolRemoval", Self.toolRemoval) {
            if case .toolRemoval(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// Who speaks in a message.
///
/// Source: Amazon Bedrock API Reference, `ConversationRole`.
///
/// Values that are not listed are kept as they came.
public struct ConversationRole: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `user`.
    public static let user = Self(rawValue: "user")
    /// `assistant`.
    public static let assistant = Self(rawValue: "assistant")
    /// `system`.
    public static let system = Self(rawValue: "system")

    package static let knownValues: [Self] = [
        .user, .assistant, .system,
    ]
}

/// What went wrong with a block that the model made.
///
/// Source: Amazon Bedrock API Reference, `ErrorBlock`.
public struct ErrorBlock: ConverseShape, Sendable, Hashable {
    /// The message.
    public var message: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil) {
        self.message = message
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
    }
}

/// A message of the conversation: who speaks, and what is said.
///
/// Source: Amazon Bedrock API Reference, `Message`.
public struct Message: ConverseShape, Sendable, Hashable {
    /// Who speaks.
    public var role: ConversationRole
    /// The parts of the message, in order.
    public var content: [ContentBlock]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(role: ConversationRole, content: [ContentBlock]) {
        self.role = role
        self.content = content
    }

    package static var vacant: Self { Self(role: .vacant, content: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("role", &role)
        try visitor.required("content", &content)
    }
}

/// An object in Amazon S3.
///
/// Source: Amazon Bedrock API Reference, `S3Location`.
public struct S3Location: ConverseShape, Sendable, Hashable {
    /// The address, `s3://bucket/key`.
    ///
    /// 1 to 1,024 characters, in the pattern `s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?`.
    public var uri: String
    /// The account that owns the bucket, where it is another one.
    ///
    /// In the pattern `[0-9]{12}`.
    public var bucketOwner: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(uri: String, bucketOwner: String? = nil) {
        self.uri = uri
        self.bucketOwner = bucketOwner
    }

    package static var vacant: Self { Self(uri: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("uri", &uri)
        try visitor.optional("bucketOwner", &bucketOwner)
    }
}

/// A part of the system prompt.
///
/// Source: Amazon Bedrock API Reference, `SystemContentBlock`.
public enum SystemContentBlock: ConverseUnion, Sendable, Hashable {
    /// The text.
    ///
    /// At least 1 character.
    case text(String)
    /// Content for the guardrail to assess.
    case guardContent(GuardrailConverseContentBlock)
    /// The end of a prefix to cache.
    case cachePoint(CachePointBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("guardContent", Self.guardContent) {
            if case .guardContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("cachePoint", Self.cachePoint) { if case .cachePoint(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
