public import WireText

/// A request as it was sent, without what identifies the sender.
public struct RecordedRequest: Sendable, Hashable {
    /// The method, such as `POST`.
    public var method: String
    /// Path and query exactly as sent: `/model/amazon.nova-micro-v1%3A0/converse`.
    public var target: String
    /// The host with its port, if it is known.
    public var host: String?
    /// The headers that matter for the meaning, in order.
    public var headers: [HeaderField]
    /// The body.
    public var body: RecordedBody

    /// A request.
    public init(
        method: String, target: String, host: String? = nil, headers: [HeaderField] = [], body: RecordedBody = .none
    ) {
        self.method = method
        self.target = target
        self.host = host
        self.headers = headers
        self.body = body
    }
}
