import Codes
import JSONText
import WireText

/// The two forms in which STS answers: XML, or JSON where that is what the client accepts.
enum TokenServiceForm: Sendable {
    case json, xml

    init(acceptedBy request: ReceivedRequest) {
        let acceptsJSON = request.head.headers.contains {
            $0.isNamed("accept") && $0.text.contains("application/json")
        }
        self = acceptsJSON ? .json : .xml
    }

    /// The answer of an action: the members of its result, which may hold members of their own.
    func result(_ action: String, _ members: JSONObject, _ requestID: RequestID) -> MockResponse {
        let metadata: JSONObject = ["RequestId": .string(requestID.text)]
        return response(
            "\(action)Response",
            ["\(action)Result": .object(members), "ResponseMetadata": .object(metadata)], status: 200, requestID)
    }

    func error(_ error: TokenServiceError, _ requestID: RequestID) -> MockResponse {
        let members: JSONObject = [
            "Type": .string(error.isOfCaller ? "Sender" : "Receiver"), "Code": .string(error.code),
            "Message": .string(error.message),
        ]
        let parts: JSONObject = ["Error": .object(members), "RequestId": .string(requestID.text)]
        var answer: MockResponse
        switch self {
        // In JSON an error has no name around it.
        case .json:
            answer = .json(JSONValue.object(parts).bytes(.compact), status: error.status, requestID: requestID)
        case .xml: answer = response("ErrorResponse", parts, status: error.status, requestID)
        }
        if !error.findings.isEmpty {
            answer.headers.append(
                HeaderField(MockResponse.findingHeader, error.findings.map(\.spelling).joined(separator: ",")))
        }
        return answer
    }

    private func response(_ name: String, _ members: JSONObject, status: Int, _ requestID: RequestID) -> MockResponse {
        switch self {
        case .json:
            return .json(
                JSONValue.object([name: .object(members)]).bytes(.compact), status: status, requestID: requestID)
        case .xml:
            let text = "<\(name) xmlns=\"\(Self.namespace)\">\(Self.elements(members))</\(name)>"
            return MockResponse(
                status: status,
                headers: [
                    HeaderField("Content-Type", "text/xml"), HeaderField("x-amzn-RequestId", requestID.text),
                ], body: .bytes(Array(text.utf8)))
        }
    }

    private static let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"

    private static func elements(_ members: JSONObject) -> String {
        members.map { member in
            let content: String
            switch member.value {
            case .object(let inner): content = elements(inner)
            // JSON has moments as seconds since 1970, XML as ISO 8601.
            case .number(let number):
                content = number.int64.map { CivilTime(unixSeconds: $0).iso8601 } ?? JSONValue.number(number).text()
            case .string(let text): content = escaped(text)
            default: content = ""
            }
            return "<\(member.name)>\(content)</\(member.name)>"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
