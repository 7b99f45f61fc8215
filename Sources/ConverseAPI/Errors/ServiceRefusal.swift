import JSONText
import WireText

/// What a service says when it does not do what it was asked.
public struct ServiceRefusal: Sendable, Hashable {
    /// The HTTP status.
    public let status: Int
    /// The type of the error, such as `ThrottlingException`, without namespace and address.
    public let errorType: String?
    /// The message, as the service wrote it, but for a session token that it echoes.
    public let message: String?

    /// How much of a refusal's body is looked at.
    ///
    /// The longest that the service writes repeats the canonical request, which is some ten KB. What is longer comes from
    /// something else, and would hold up everybody who reads it: for the type, for echoed secrets, for the cause.
    package static let largestBody = 256 * 1024

    /// Reads status, header value and body of an answer.
    ///
    /// The type stands in `x-amzn-ErrorType`, else in the body's `__type` or `code`; the message in the body's `message`
    /// or `Message`. A body that is not a JSON object, as a proxy sends it, is the message itself.
    public init(status: Int, errorTypeHeader: String?, body: [UInt8]) {
        self.status = status
        let body = body.count > Self.largestBody ? Array(body.prefix(Self.largestBody)) : body
        let object = (try? JSONValue(parsing: body))?.objectValue
        let details = object?["Error"]?.objectValue ?? object?["error"]?.objectValue
        let bodyType = ["__type", "code", "Code"].lazy
            .compactMap { object?[$0]?.stringValue ?? details?[$0]?.stringValue }.first
        errorType = (errorTypeHeader.flatMap(Self.bareType)) ?? bodyType.flatMap(Self.bareType)
        let text = ["message", "Message"].lazy
            .compactMap { object?[$0]?.stringValue ?? details?[$0]?.stringValue }.first
        message = (text ?? (object == nil ? Self.plainText(body) : nil)).map(EchoRedaction.maskingTokens)
    }

    init(status: Int, errorType: String?, message: String?) {
        self.status = status
        self.errorType = errorType
        self.message = message.map { EchoRedaction.maskingTokens(Self.cut($0)) }
    }

    private static func cut(_ message: String) -> String {
        guard message.utf8.count > largestBody else { return message }
        return String(decoding: message.utf8.prefix(largestBody), as: UTF8.self)
    }

    /// The type without what stands around it: `com.amazon#NAME` and `NAME:http://...` both mean NAME.
    static func bareType(_ text: String) -> String? {
        let bare = ErrorTypeText(text).name.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace }
        return bare.isEmpty ? nil : String(bare)
    }

    private static func plainText(_ body: [UInt8]) -> String? {
        let text = String(decoding: body.prefix(2000), as: UTF8.self)
        return text.isBlank ? nil : text
    }
}
