// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// The words of a source.
///
/// Source: Amazon Bedrock API Reference, `CitationSourceContentDelta`.
public struct CitationSourceContentDelta: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String? = nil) {
        self.text = text
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("text", &text)
    }
}

/// A source of the text of a block.
///
/// Source: Amazon Bedrock API Reference, `CitationsDelta`.
public struct CitationsDelta: ConverseShape, Sendable, Hashable {
    /// The title.
    public var title: String?
    /// The name of the source.
    public var source: String?
    /// The words of the source.
    public var sourceContent: [CitationSourceContentDelta]?
    /// Where the words stand.
    public var location: CitationLocation?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        title: String? = nil,
        source: String? = nil,
        sourceContent: [CitationSourceContentDelta]? = nil,
        location: CitationLocation? = nil
    ) {
        self.title = title
        self.source = source
        self.sourceContent = sourceContent
        self.location = location
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("title", &title)
        try visitor.optional("source", &source)
        try visitor.optional("sourceContent", &sourceContent)
        try visitor.optional("location", &location)
    }
}

/// The next piece of a content block.
///
/// Source: Amazon Bedrock API Reference, `ContentBlockDelta`.
public enum ContentBlockDelta: ConverseUnion, Sendable, Hashable {
    /// Text.
    case text(String)
    /// A piece of the JSON text of a tool's input.
    case toolUse(ToolUseBlockDelta)
    /// Pieces of the result of a tool that the service ran.
    case toolResult([ToolResultBlockDelta])
    /// A piece of the model's reasoning.
    case reasoningContent(ReasoningContentBlockDelta)
    /// A source of the text of the block.
    case citation(CitationsDelta)
    /// An image, or why there is none.
    case image(ImageBlockDelta)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("toolUse", Self.toolUse) { if case .toolUse(let value) = $0 { value } else { nil } }
        try visitor.member("toolResult", Self.toolResult) { if case .toolResult(let value) = $0 { value } else { nil } }
        try visitor.member("reasoningContent", Self.reasoningContent) {
            if case .reasoningContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("citation", Self.citation) { if case .citation(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// An image, or why there is none.
///
/// Source: Amazon Bedrock API Reference, `ImageBlockDelta`.
public struct ImageBlockDelta: ConverseShape, Sendable, Hashable {
    /// The image.
    public var source: ImageSource?
    /// Why there is none.
    public var error: ErrorBlock?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(source: ImageSource? = nil, error: ErrorBlock? = nil) {
        self.source = source
        self.error = error
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("source", &source)
        try visitor.optional("error", &error)
    }
}

/// A piece of the model's reasoning.
///
/// Source: Amazon Bedrock API Reference, `ReasoningContentBlockDelta`.
public enum ReasoningContentBlockDelta: ConverseUnion, Sendable, Hashable {
    /// Text.
    case text(String)
    /// Reasoning that the provider encrypted.
    case redactedContent(Blob)
    /// A token that proves that the text was not changed; it is sent back with it.
    case signature(String)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("redactedContent", Self.redactedContent) {
            if case .redactedContent(let value) = $0 { value } else { nil }
        }
        try visitor.member("signature", Self.signature) { if case .signature(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// A piece of the result of a tool that the service ran.
///
/// Source: Amazon Bedrock API Reference, `ToolResultBlockDelta`.
public enum ToolResultBlockDelta: ConverseUnion, Sendable, Hashable {
    /// Text.
    case text(String)
    /// A JSON document.
    case json(JSONValue)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("json", Self.json) { if case .json(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// A piece of a tool's input.
///
/// Source: Amazon Bedrock API Reference, `ToolUseBlockDelta`.
public struct ToolUseBlockDelta: ConverseShape, Sendable, Hashable {
    /// A piece of JSON text; the pieces of a block together are one document.
    public var input: String
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(input: String) {
        self.input = input
    }

    package static var vacant: Self { Self(input: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("input", &input)
    }
}
