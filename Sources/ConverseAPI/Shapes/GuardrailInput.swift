// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// The guardrail to apply to the request and the answer.
///
/// Source: Amazon Bedrock API Reference, `GuardrailConfiguration` and `GuardrailStreamConfiguration`.
public struct GuardrailConfiguration: ConverseShape, Sendable, Hashable {
    /// The id or ARN of the guardrail.
    ///
    /// At most 2,048 characters, in the pattern of `GuardrailIdentifier`.
    public var guardrailIdentifier: String?
    /// The version of the guardrail.
    ///
    /// In the pattern `(|([1-9][0-9]{0,7})|(DRAFT))`.
    public var guardrailVersion: String?
    /// How much of the assessment comes back.
    public var trace: GuardrailTrace?
    /// Whether the stream waits for the guardrail (ConverseStream only).
    public var streamProcessingMode: GuardrailStreamProcessingMode?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        guardrailIdentifier: String? = nil,
        guardrailVersion: String? = nil,
        trace: GuardrailTrace? = nil,
        streamProcessingMode: GuardrailStreamProcessingMode? = nil
    ) {
        self.guardrailIdentifier = guardrailIdentifier
        self.guardrailVersion = guardrailVersion
        self.trace = trace
        self.streamProcessingMode = streamProcessingMode
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guardrailIdentifier", &guardrailIdentifier)
        try visitor.optional("guardrailVersion", &guardrailVersion)
        try visitor.optional("trace", &trace)
        try visitor.optional("streamProcessingMode", &streamProcessingMode)
    }
}

/// Content for the guardrail to assess; where some is marked, only that is assessed.
///
/// Source: Amazon Bedrock API Reference, `GuardrailConverseContentBlock`.
public enum GuardrailConverseContentBlock: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(GuardrailConverseTextBlock)
    /// An image.
    case image(GuardrailConverseImageBlock)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("image", Self.image) { if case .image(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// What a marked text is to a guardrail.
///
/// Source: Amazon Bedrock API Reference, `GuardrailConverseContentQualifier`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailConverseContentQualifier: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `grounding_source`.
    public static let groundingSource = Self(rawValue: "grounding_source")
    /// `query`.
    public static let query = Self(rawValue: "query")
    /// `guard_content`.
    public static let guardContent = Self(rawValue: "guard_content")

    package static let knownValues: [Self] = [
        .groundingSource, .query, .guardContent,
    ]
}

/// An image for a guardrail to assess.
///
/// Source: Amazon Bedrock API Reference, `GuardrailConverseImageBlock`.
public struct GuardrailConverseImageBlock: ConverseShape, Sendable, Hashable {
    /// The file format.
    public var format: GuardrailConverseImageFormat
    /// Where it comes from.
    public var source: GuardrailConverseImageSource
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(format: GuardrailConverseImageFormat, source: GuardrailConverseImageSource) {
        self.format = format
        self.source = source
    }

    package static var vacant: Self { Self(format: .vacant, source: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("format", &format)
        try visitor.required("source", &source)
    }
}

/// The file format of an image for a guardrail to assess.
///
/// Source: Amazon Bedrock API Reference, `GuardrailConverseImageFormat`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailConverseImageFormat: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `png`.
    public static let png = Self(rawValue: "png")
    /// `jpeg`.
    public static let jpeg = Self(rawValue: "jpeg")

    package static let knownValues: [Self] = [
        .png, .jpeg,
    ]
}

/// Where an image for a guardrail comes from.
///
/// Source: Amazon Bedrock API Reference, `GuardrailConverseImageSource`.
public enum GuardrailConverseImageSource: ConverseUnion, Sendable, Hashable {
    /// The bytes themselves.
    ///
    /// At least 1 byte.
    case bytes(Blob)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("bytes", Self.bytes) { if case .bytes(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// Text for a guardrail to assess.
///
/// Source: Amazon Bedrock API Reference, `GuardrailConverseTextBlock`.
public struct GuardrailConverseTextBlock: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String
    /// What the text is to the guardrail.
    public var qualifiers: [GuardrailConverseContentQualifier]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String, qualifiers: [GuardrailConverseContentQualifier]? = nil) {
        self.text = text
        self.qualifiers = qualifiers
    }

    package static var vacant: Self { Self(text: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("text", &text)
        try visitor.optional("qualifiers", &qualifiers)
    }
}

/// Whether a stream waits for the guardrail.
///
/// Source: Amazon Bedrock API Reference, `GuardrailStreamProcessingMode`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailStreamProcessingMode: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `sync`.
    public static let sync = Self(rawValue: "sync")
    /// `async`.
    public static let async = Self(rawValue: "async")

    package static let knownValues: [Self] = [
        .sync, .async,
    ]
}

/// How much of a guardrail's assessment comes back.
///
/// Source: Amazon Bedrock API Reference, `GuardrailTrace`.
///
/// Values that are not listed are kept as they came.
public struct GuardrailTrace: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `enabled`.
    public static let enabled = Self(rawValue: "enabled")
    /// `disabled`.
    public static let disabled = Self(rawValue: "disabled")
    /// `enabled_full`.
    public static let enabledFull = Self(rawValue: "enabled_full")

    package static let knownValues: [Self] = [
        .enabled, .disabled, .enabledFull,
    ]
}
