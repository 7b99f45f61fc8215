public import ConverseAPI
public import HTTPTransport

extension ServiceRefusal {
    /// Reads an answer, as ``init(status:errorTypeHeader:body:)`` does.
    public init(_ response: TransportResponse) {
        self.init(status: response.status, errorTypeHeader: response.header("x-amzn-ErrorType"), body: response.body)
    }

    /// The answer with no more of its body than a refusal's reader looks at; a success stays whole.
    static func bounded(_ response: TransportResponse) -> TransportResponse {
        guard !(200..<300).contains(response.status), response.body.count > largestBody else { return response }
        var response = response
        response.body = Array(response.body.prefix(largestBody))
        return response
    }
}
