/// The bounds a mock server keeps, so that no client can make it grow or wait for ever.
///
/// Sizes are in bytes. The body bound is the design's 32 MiB; the service's own Converse limit is smaller (25 MB).
public struct MockLimits: Sendable, Hashable {
    /// The longest request line with all its header lines, in bytes; beyond it the answer is 431.
    public var headBytes: Int
    /// The longest body, in bytes after chunked coding is removed; beyond it the answer is 413.
    public var bodyBytes: Int
    /// How many bytes all bodies that are received or answered may have together; beyond it the answer is 503.
    public var allBodyBytes: Int
    /// The largest body, in bytes, that is hashed and matched on the event loop; larger ones go to a thread.
    public var inlineBodyBytes: Int
    /// How many connections may be open at once; further ones get a 503 and are closed.
    public var connections: Int
    /// How long a connection may stay open without a request.
    public var idle: Duration
    /// How long a client may take for a handshake of TLS; then the connection is closed.
    public var handshake: Duration
    /// How many bytes a client may send for a handshake of TLS; beyond it the connection is closed.
    public var handshakeBytes: Int
    /// How long a client may take to send a request head, counted from its first byte; then the answer is 408.
    public var head: Duration
    /// How long a client may take to send a whole request; then the answer is 408.
    public var request: Duration
    /// How many refusals may be examined for their cause at once, those that wait for it included; further ones are
    /// answered without.
    public var searches: Int
    /// How long a refusal may wait for its cause, from its arrival on.
    public var search: Duration
    /// How many clients are kept apart by their names; a call of a further one is refused.
    public var clients: Int
    /// How long a shutdown waits for answers under way before it closes their connections.
    public var shutdown: Duration

    /// Makes a set of bounds; each has a default that suits a test machine.
    public init(
        headBytes: Int = 64 * 1024,
        bodyBytes: Int = 32 * 1024 * 1024,
        allBodyBytes: Int = 256 * 1024 * 1024,
        inlineBodyBytes: Int = 1024 * 1024,
        connections: Int = 4096,
        idle: Duration = .seconds(60),
        handshake: Duration = .seconds(10),
        handshakeBytes: Int = 64 * 1024,
        head: Duration = .seconds(15),
        request: Duration = .seconds(120),
        searches: Int = 32,
        search: Duration = .seconds(10),
        clients: Int = 1024,
        shutdown: Duration = .milliseconds(1500)
    ) {
        self.headBytes = headBytes
        self.bodyBytes = bodyBytes
        self.allBodyBytes = allBodyBytes
        self.inlineBodyBytes = inlineBodyBytes
        self.connections = connections
        self.idle = idle
        self.handshake = handshake
        self.handshakeBytes = handshakeBytes
        self.head = head
        self.request = request
        self.searches = searches
        self.search = search
        self.clients = clients
        self.shutdown = shutdown
    }
}
