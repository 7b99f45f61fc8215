/// One request and the response it got.
public struct Exchange: Sendable, Hashable {
    /// What was asked.
    public var request: RecordedRequest
    /// What was answered.
    public var response: RecordedResponse

    /// An exchange.
    public init(request: RecordedRequest, response: RecordedResponse) {
        self.request = request
        self.response = response
    }

    /// The model and operation, or nil if this is not a call of Converse or ConverseStream.
    public var converse: ConverseTarget? { ConverseTarget(target: request.target) }
}
