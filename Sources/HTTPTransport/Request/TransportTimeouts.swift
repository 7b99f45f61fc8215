/// How long the stages of a transfer may take.
///
/// Each is enforced by the transport's own clock, so that nothing that blocks inside a library call (a name lookup
/// that never ends) delays the answer.
public struct TransportTimeouts: Sendable, Hashable {
    /// For a new connection: name lookup, TCP, a proxy's tunnel and TLS together.
    public var connect: Duration

    /// From the last byte of the request leaving to the first byte of the response.
    public var firstByte: Duration

    /// From the call to the end of the response, waiting for a free connection included.
    public var total: Duration

    /// The longest silence while the response is being read; `nil` leaves it to `total`.
    public var idle: Duration?

    /// Makes a set of timeouts.
    public init(
        connect: Duration = .seconds(10),
        firstByte: Duration = .seconds(60),
        total: Duration = .seconds(120),
        idle: Duration? = nil
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.total = total
        self.idle = idle
    }
}
