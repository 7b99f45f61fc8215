import JSONText
import WireText

/// The error inside a body: JSON in any of AWS's dialects, XML, or one of these quoted or cut off by a log.
struct ErrorEnvelope: Sendable {
    var type: String?
    var message: String?
    var messageKey: String?
    var requestID: String?
    var status: Int?
    var isHTML = false

    private static let messageKeys = [
        // n8n says in its own words what kind of error it is, and quotes the service beside them.
        "errorDescription", "message", "Message", "errorMessage", "error_message", "detail", "msg",
        "error_msg", "error_description", "moreInformation",
    ]
    /// Members in which gateways, collectors and SDKs hand on what they were given, the usual before the rare.
    private static let wrapperKeys = [
        "error", "Error", "errors", "Errors", "responseBody", "body", "cause", "originalError", "innerError",
        "upstream_error", "metadata", "raw",
    ]

    private static let typeKeys = ["__type", "code", "Code", "errorType", "error_type", "errorCode", "type", "name"]

    init(_ text: String) {
        let trimmed = text.trimmedWhitespace()
        let head = trimmed.prefix(200).lowercased()
        isHTML = head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.contains("<html")
        if trimmed.hasPrefix("{") || trimmed.hasPrefix("["), let value = try? JSONValue(parsing: String(trimmed)) {
            read(value, depth: 0)
            if message != nil || type != nil { return }
        }
        if trimmed.contains("<Message>") || trimmed.contains("<Code>") {
            type = XMLFields.text(of: "Code", in: text)
            message = XMLFields.text(of: "Message", in: text)
            requestID = XMLFields.text(of: "RequestId", in: text) ?? XMLFields.text(of: "RequestID", in: text)
            if message != nil || type != nil { return }
        }
        readLoosely(text)
    }

    // MARK: JSON

    private mutating func read(_ value: JSONValue, depth: Int) {
        guard depth < 5 else { return }
        if let elements = value.arrayValue {
            if let first = elements.first { read(first, depth: depth + 1) }
            return
        }
        guard let object = value.objectValue else { return }
        for key in Self.typeKeys where type == nil {
            if let text = object[key]?.stringValue { type = text }
            if let number = object[key]?.numberValue?.int64, (400...599).contains(number) { status = Int(number) }
        }
        for key in ["requestId", "RequestId", "request_id"] {
            if let text = object[key]?.stringValue { requestID = requestID ?? text }
        }
        for key in ["status", "statusCode", "http_status", "httpStatusCode"] {
            if let number = object[key]?.numberValue?.int64, (400...599).contains(number) { status = Int(number) }
        }
        for key in Self.messageKeys {
            guard let text = object[key]?.stringValue else { continue }
            take(message: text, key: key, depth: depth)
            break
        }
        // The innermost error is the service's own; what is around it was added on the way.
        for key in Self.wrapperKeys {
            guard let inner = object[key] else { continue }
            if let text = inner.stringValue {
                if message == nil || text.trimmedWhitespace().hasPrefix("{") {
                    take(message: text, key: key, depth: depth)
                }
                continue
            }
            var envelope = ErrorEnvelope()
            envelope.read(inner, depth: depth + 1)
            type = envelope.type ?? type
            message = envelope.message ?? message
            messageKey = envelope.messageKey ?? messageKey
            requestID = requestID ?? envelope.requestID
            status = status ?? envelope.status
        }
    }

    private init() {}

    private mutating func take(message text: String, key: String, depth: Int) {
        if depth < 3, let object = Self.object(in: text) {
            let inner = ErrorEnvelope(object)
            if let found = inner.message {
                message = found
                type = inner.type ?? type
                messageKey = inner.messageKey
                return
            }
        }
        message = text
        messageKey = key
    }

    /// The object that a text is, or ends with behind a wrapper's words: `Invalid response received from bedrock: {"message":"..."}`.
    private static func object(in text: String) -> String? {
        let trimmed = text.trimmedWhitespace()
        if trimmed.hasPrefix("{") { return text }
        guard trimmed.hasSuffix("}"), let start = trimmed.firstRange(of: "{\"")?.lowerBound else { return nil }
        let object = String(trimmed[start...])
        return (try? JSONValue(parsing: object)) == nil ? nil : object
    }

    // MARK: Quoted, escaped or cut

    /// Reads `"message":"…"` wherever it stands, in JSON's or Python's quotes, escaped or not, ended or cut off.
    private mutating func readLoosely(_ text: String) {
        message = OptionalMessage.message(in: text)
        if message != nil { messageKey = "message" }
        let members = IndexedText(text)
        for key in Self.messageKeys where message == nil {
            if let found = UnparsedMember.string(named: key, in: members) {
                message = EscapedText.plain(EscapedText.plain(found))
                messageKey = key
                break
            }
        }
        for key in ["__type", "Code", "code", "errorType", "type"] {
            guard let found = UnparsedMember.string(named: key, in: members) else { continue }
            let name = ErrorTypeName(written: found).name
            if ErrorTypeName.isErrorType(name) || type == nil { type = found }
            if ErrorTypeName.isErrorType(name) { break }
        }
        // `'type': 'error'` and its like are not types.
        if let found = type, !ErrorTypeName.isErrorType(ErrorTypeName(written: found).name) { type = nil }
    }
}
