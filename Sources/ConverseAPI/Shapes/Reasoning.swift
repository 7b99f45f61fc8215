// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// What the model thought before it answered.
///
/// Source: Amazon Bedrock API Reference, `ReasoningContentBlock`.
public enum ReasoningContentBlock: ConverseUnion, Sendable, Hashable {
    /// Reasoning in plain text.
    case reasoningText(ReasoningTextBlock)
    /// Reasoning that the provider encrypted, as bytes.
    case redactedContent(Blob)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("reasoningText", Self.reasoningText) {
            if case .reasoningText(let value) = $0 { value } else { nil }
        }
        try visitor.member("redactedContent", Self.redactedContent) {
            if case .redactedContent(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// Reasoning in plain text, with the signature that lets it be sent back.
///
/// Source: Amazon Bedrock API Reference, `ReasoningTextBlock`.
public struct ReasoningTextBlock: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String
    /// The token that proves that the text is the model's own.
    public var signature: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String, signature: String? = nil) {
        self.text = text
        self.signature = signature
    }

    package static var vacant: Self { Self(text: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("text", &text)
        try visitor.optional("signature", &signature)
    }
}
