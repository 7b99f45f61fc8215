import JSONText
import WireText

/// The answer to a call that does not say which client it is of, or is of one too many.
///
/// Its type is not one of the service's, and its status one that no client retries.
enum ClientRefusal {
    static let type = "DoctorClientException"

    static func response(_ message: String, requestID: RequestID) -> MockResponse {
        let body = JSONValue.object(["message": .string(message)])
        var response = MockResponse.json(body.bytes(.compact), status: 400, requestID: requestID)
        response.headers.append(HeaderField("x-amzn-ErrorType", "\(type):mock"))
        return response
    }
}

extension MockOutcome {
    /// The refusal of a call whose client is not known.
    static func wrongClient(_ request: ReceivedRequest, _ message: String, requestID: RequestID) -> MockOutcome {
        var entry = MockLogEntry(request, .unplayed, requestID: requestID)
        entry.status = 400
        entry.errorType = ClientRefusal.type
        entry.detail = message
        return MockOutcome(response: ClientRefusal.response(message, requestID: requestID), entry: entry)
    }
}
