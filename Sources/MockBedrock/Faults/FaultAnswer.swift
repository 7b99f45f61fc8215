import Codes
import JSONText
import WireText

/// An answer that takes the place of the right one.
enum FaultAnswer: Sendable, Hashable {
    /// 429 with `Retry-After` in seconds, if it is given.
    case throttle(retryAfter: Int?)
    /// 500 InternalServerException.
    case internalError
    /// 503 ServiceUnavailableException.
    case unavailable
    /// 424 ModelErrorException.
    case modelError
    /// 408 ModelTimeoutException.
    case modelTimeout
    /// 429 ModelNotReadyException.
    case modelNotReady
    /// The answer of a gateway before the service: HTML, without the service's headers.
    case gateway(status: Int)

    /// The error as the service gives it; nil for the gateway's.
    var serviceError: ServiceError? {
        switch self {
        case .throttle: .tooManyRequests
        case .internalError: .internalError
        case .unavailable: .unavailable
        case .modelError:
            ServiceError(
                status: 424, type: "ModelErrorException",
                message: "The request failed due to an error while processing the model.", cause: .modelError)
        case .modelTimeout:
            ServiceError(
                status: 408, type: "ModelTimeoutException",
                message: "Model has timed out in processing the request. Try your request again.",
                cause: .modelTimeout)
        case .modelNotReady:
            ServiceError(
                status: 429, type: "ModelNotReadyException", message: "The model is not ready for inference",
                cause: .modelNotReady)
        case .gateway: nil
        }
    }

    var status: Int {
        if case .gateway(let status) = self { return status }
        return serviceError?.status ?? 500
    }

    /// The answer.
    func response(requestID: RequestID) -> MockResponse {
        guard let error = serviceError else {
            let title = "\(status) \(ReasonPhrase.text(status))"
            let page = "<html>\n<head><title>\(title)</title></head>\n<body><h1>\(title)</h1></body>\n</html>\n"
            return MockResponse(
                status: status, headers: [HeaderField("Content-Type", "text/html")],
                body: .bytes(Array(page.utf8)))
        }
        var response = error.response(requestID: requestID, findings: error.cause.map { [$0] } ?? [])
        switch self {
        case .throttle(let seconds?):
            response.headers.append(HeaderField("Retry-After", String(seconds)))
        case .modelError:
            // The members of the shape beyond its message.
            let body: JSONValue = .object([
                "message": .string(error.message), "originalStatusCode": .number(JSONNumber(500)),
                "resourceName": .string("model"),
            ])
            response.body = .bytes(body.bytes(.compact))
        default: break
        }
        return response
    }
}
