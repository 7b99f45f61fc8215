import Codes
import JSONText
import WireText

/// An error in the service's own form: status, `x-amzn-ErrorType`, and a JSON body with one text.
struct ServiceError: Error, Sendable, Hashable {
    /// Which layer of the service speaks; it shows in the suffix of `x-amzn-ErrorType`.
    enum Layer: Sendable, Hashable {
        /// Authentication and authorisation, before the operation is known.
        case authentication
        /// The operation itself: model access, validation, throttling.
        case service

        var suffix: String {
            switch self {
            case .authentication: ":http://internal.amazon.com/coral/com.amazon.coral.service/"
            case .service: ":http://internal.amazon.com/coral/com.amazon.bedrock/"
            }
        }
    }

    /// The member that holds the text: IAM and bearer refusals write it with a capital letter.
    enum MessageKey: String, Sendable, Hashable {
        case lowercase = "message"
        case capitalised = "Message"
    }

    var status: Int
    var type: String
    var message: String
    /// The cause, for `x-doctor-finding` and the log; nil when it has no name of its own.
    var cause: FindingCode?
    var layer = Layer.service
    var key = MessageKey.lowercase

    /// The answer, with the findings in `x-doctor-finding`.
    func response(requestID: RequestID, findings: [FindingCode]) -> MockResponse {
        let body = JSONValue.object([key.rawValue: .string(message)])
        var response = MockResponse.json(body.bytes(.compact), status: status, requestID: requestID)
        response.headers.append(HeaderField("x-amzn-ErrorType", type + layer.suffix))
        if !findings.isEmpty {
            response.headers.append(
                HeaderField(MockResponse.findingHeader, findings.map(\.spelling).joined(separator: ",")))
        }
        return response
    }
}

extension ServiceError {
    static func validation(_ cause: FindingCode?, _ message: String) -> ServiceError {
        ServiceError(status: 400, type: "ValidationException", message: message, cause: cause)
    }

    static func notFound(_ cause: FindingCode?, _ message: String) -> ServiceError {
        ServiceError(status: 404, type: "ResourceNotFoundException", message: message, cause: cause)
    }

    static func accessDenied(_ cause: FindingCode, _ message: String) -> ServiceError {
        ServiceError(status: 403, type: "AccessDeniedException", message: message, cause: cause)
    }

    static func throttling(_ cause: FindingCode, _ message: String) -> ServiceError {
        ServiceError(status: 429, type: "ThrottlingException", message: message, cause: cause)
    }

    // MARK: The service's own texts

    static let tooManyRequests = throttling(.throttled, "Too many requests, please wait before trying again.")

    static let internalError = ServiceError(
        status: 500, type: "InternalServerException",
        message: "The system encountered an unexpected error during processing. Try your request again.",
        cause: .internalError)

    static let unavailable = ServiceError(
        status: 503, type: "ServiceUnavailableException", message: "Bedrock is unable to process your request.",
        cause: .serviceUnavailable)
}
