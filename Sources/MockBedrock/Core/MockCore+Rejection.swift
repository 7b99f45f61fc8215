import Codes
import JSONText
import WireText

/// What is answered without a request that could be verified.
extension MockCore {
    /// The answer to a request that could not be read.
    func reject(_ fault: HTTPFault, head: [UInt8]) -> MockOutcome {
        let received = ReceivedHead(head)
        let fault = fault == .malformedHead() ? .malformedHead(MalformedHead.words(head)) : fault
        return reject(fault, method: received?.method, target: received?.target)
    }

    /// The same, with what could be read of it.
    func reject(_ fault: HTTPFault, method: String?, target: [UInt8]?) -> MockOutcome {
        let requestID = RequestID(configuration.randomness)
        var entry = MockLogEntry(
            number: 0, method: method.map { RequestTarget.printable(String($0.prefix(32))) } ?? "-",
            target: target.map { RequestTarget($0).logText } ?? "-", verdict: fault.verdict,
            status: fault.status, requestID: requestID.text, detail: fault.message,
            findings: [fault.code].compactMap(\.self), advice: [],
            requestBodyBytes: 0, latency: .zero)
        entry.errorType = fault.errorType
        var response = MockResponse.json(
            JSONValue.object(["message": .string(fault.message)]).bytes(.compact), status: fault.status,
            requestID: requestID)
        if let type = fault.errorType {
            response.headers.append(
                HeaderField("x-amzn-ErrorType", type + ServiceError.Layer.service.suffix))
        }
        if let code = fault.code {
            response.headers.append(HeaderField(MockResponse.findingHeader, code.spelling))
        }
        return MockOutcome(response: response, entry: entry)
    }

    /// The answer to a connection that is one too many.
    func tooManyConnections() -> MockResponse {
        .json(
            JSONValue.object(["message": .string("\(ServerSentence.tooManyConnections.opening).")]).bytes(.compact),
            status: 503, requestID: RequestID(configuration.randomness))
    }
}
