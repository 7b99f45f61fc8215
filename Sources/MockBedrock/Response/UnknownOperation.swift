import JSONText
import WireText

/// The service's answer to a path that belongs to none of its operations, for example when an ARN's slash was sent raw.
enum UnknownOperation {
    static let type = "UnknownOperationException"

    /// The answer; its body has no text, only the type.
    static func response(requestID: RequestID) -> MockResponse {
        let body = JSONValue.object([
            "Output": .object(["__type": .string("com.amazon.coral.service#\(type)")]),
            "Version": .string("1.0"),
        ])
        var response = MockResponse.json(body.bytes(.compact), status: 404, requestID: requestID)
        response.headers.append(
            HeaderField("x-amzn-ErrorType", type + ServiceError.Layer.authentication.suffix))
        return response
    }
}
