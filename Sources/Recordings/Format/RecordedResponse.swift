public import WireText

/// A response as it was received, without what only served its transport.
public struct RecordedResponse: Sendable, Hashable {
    /// The HTTP status, from 100 to 599.
    public var status: Int
    /// The headers that matter for the meaning, in order.
    public var headers: [HeaderField]
    /// The body.
    public var body: RecordedBody

    /// A response.
    public init(status: Int, headers: [HeaderField] = [], body: RecordedBody = .none) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
