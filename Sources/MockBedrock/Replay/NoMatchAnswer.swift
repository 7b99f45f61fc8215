import JSONText
import WireText

/// The answer to a request that this server cannot serve although its signature is right.
///
/// Its type, `DoctorNoMatchException`, is not one of the service's, and its suffix names no service: nobody can take it
/// for an answer of Bedrock. The status is 404, which no client retries.
enum NoMatchAnswer {
    static let type = "DoctorNoMatchException"

    static func response(_ message: String, differences: [JSONValue] = [], requestID: RequestID) -> MockResponse {
        var body: JSONObject = ["message": .string(message)]
        if !differences.isEmpty { body["differences"] = .array(differences) }
        var response = MockResponse.json(
            JSONValue.object(body).bytes(.compact), status: 404, requestID: requestID)
        response.headers.append(HeaderField("x-amzn-ErrorType", "\(type):mock"))
        return response
    }
}
