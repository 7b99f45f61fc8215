public import WireText

/// A request to the admin endpoint that was admitted: it knows the secret, and no other site's page has sent it.
public struct AdminRequest: Sendable {
    /// The method; a HEAD comes as the GET that it stands for.
    public let method: String
    /// The path behind the secret, without a slash in front; empty for the endpoint itself.
    public let path: String
    /// The parameters of the query in the order sent, percent-decoded.
    public let query: [(name: String, value: String)]
    /// The body, at most ``AdminLimits/bodyBytes``.
    public let body: [UInt8]

    /// Makes a request, as one that came over a connection.
    public init(_ method: String, _ path: String, query: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
    }

    /// The first value of a query parameter.
    public subscript(name: String) -> String? { query.first { $0.name == name }?.value }
}

/// The answer to a request to the admin endpoint.
public struct AdminAnswer: Sendable {
    /// The status.
    public var status: Int
    /// Fields beside those that every answer of the endpoint carries.
    public var headers: [HeaderField]
    /// The body.
    public var body: [UInt8]

    /// Makes an answer.
    public init(status: Int, headers: [HeaderField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// The bounds of an admin endpoint.
public struct AdminLimits: Sendable, Hashable {
    /// The longest head of a request, in bytes.
    public var headBytes = 16 * 1024
    /// The largest body, in bytes.
    public var bodyBytes = 1024 * 1024
    /// How many connections may be open at once; further ones are closed.
    public var connections = 64
    /// How long a request may take to arrive, and a connection to stay open without one.
    public var idle = Duration.seconds(30)
    /// How long an answer may take to be made; what is not there then is answered with 503.
    public var answer = Duration.seconds(60)

    /// The usual bounds.
    public init() {}
}
