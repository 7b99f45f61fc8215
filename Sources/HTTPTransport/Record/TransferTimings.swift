/// When the stages of one transfer were reached.
///
/// All durations count from `startedAt`; each includes the stages before it. A stage that was not reached, or that a
/// reused connection did not need, is zero. Resolution is a microsecond (`CURLINFO_*_TIME_T`).
public struct TransferTimings: Sendable, Hashable {
    /// The instant at which the transfer was handed to curl, after any wait in the transport's own queue.
    public var startedAt: ContinuousClock.Instant

    /// The host's (or proxy's) name was resolved.
    public var nameLookup: Duration

    /// TCP was connected.
    public var connect: Duration

    /// The TLS handshake was done.
    public var tls: Duration

    /// The last byte of the request was handed to the kernel (or to TLS).
    public var requestSent: Duration

    /// The first byte of the response head was read.
    public var firstByte: Duration

    /// The transfer ended.
    public var total: Duration

    /// Whether the request went over a connection that an earlier request had opened.
    public var connectionReused: Bool

    /// Makes timings; a stage left out was not reached.
    public init(
        startedAt: ContinuousClock.Instant,
        nameLookup: Duration = .zero,
        connect: Duration = .zero,
        tls: Duration = .zero,
        requestSent: Duration = .zero,
        firstByte: Duration = .zero,
        total: Duration = .zero,
        connectionReused: Bool = false
    ) {
        self.startedAt = startedAt
        self.nameLookup = nameLookup
        self.connect = connect
        self.tls = tls
        self.requestSent = requestSent
        self.firstByte = firstByte
        self.total = total
        self.connectionReused = connectionReused
    }
}
