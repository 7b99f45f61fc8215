public import JSONText

/// An event of a stream, by the name that its frame gives it.
///
/// Source: Amazon Bedrock API Reference, ConverseStreamOutput.
public enum ConverseStreamOutput: ConverseUnion, Sendable, Hashable {
    /// The beginning of the message.
    case messageStart(MessageStartEvent)
    /// The beginning of a content block; not every block has one.
    case contentBlockStart(ContentBlockStartEvent)
    /// The next piece of a content block.
    case contentBlockDelta(ContentBlockDeltaEvent)
    /// The end of a content block.
    case contentBlockStop(ContentBlockStopEvent)
    /// The end of the message.
    case messageStop(MessageStopEvent)
    /// What the request took; after the message.
    case metadata(ConverseStreamMetadataEvent)
    /// The service failed.
    case internalServerException(InternalServerException)
    /// The model failed.
    case modelStreamErrorException(ModelStreamErrorException)
    /// The request is not one that the service accepts.
    case validationException(ValidationException)
    /// Too many requests or tokens.
    case throttlingException(ThrottlingException)
    /// The service became unavailable.
    case serviceUnavailableException(ServiceUnavailableException)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("messageStart", Self.messageStart) {
            if case .messageStart(let value) = $0 { value } else { nil }
        }
        try visitor.member("contentBlockStart", Self.contentBlockStart) {
            if case .contentBlockStart(let value) = $0 { value } else { nil }
        }
        try visitor.member("contentBlockDelta", Self.contentBlockDelta) {
            if case .contentBlockDelta(let value) = $0 { value } else { nil }
        }
        try visitor.member("contentBlockStop", Self.contentBlockStop) {
            if case .contentBlockStop(let value) = $0 { value } else { nil }
        }
        try visitor.member("messageStop", Self.messageStop) {
            if case .messageStop(let value) = $0 { value } else { nil }
        }
        try visitor.member("metadata", Self.metadata) { if case .metadata(let value) = $0 { value } else { nil } }
        try visitor.member("internalServerException", Self.internalServerException) {
            if case .internalServerException(let value) = $0 { value } else { nil }
        }
        try visitor.member("modelStreamErrorException", Self.modelStreamErrorException) {
            if case .modelStreamErrorException(let value) = $0 { value } else { nil }
        }
        try visitor.member("validationException", Self.validationException) {
            if case .validationException(let value) = $0 { value } else { nil }
        }
        try visitor.member("throttlingException", Self.throttlingException) {
            if case .throttlingException(let value) = $0 { value } else { nil }
        }
        try visitor.member("serviceUnavailableException", Self.serviceUnavailableException) {
            if case .serviceUnavailableException(let value) = $0 { value } else { nil }
        }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
