/// How far a transfer has come, by the loop's clock, and when it must have come further.
struct TransferProgress {
    let acceptedAt: ContinuousClock.Instant
    /// When curl began to work on it, after any wait for a connection.
    var beganAt: ContinuousClock.Instant?
    /// When a lookup or a socket was asked for; not for a reused connection.
    var connectingAt: ContinuousClock.Instant?
    var isLookingUp = false
    var isHandshaking = false
    /// When a connection was ready for the request.
    var readyAt: ContinuousClock.Instant?
    /// Whether it was: asked of each line that comes, which an optional instant answers much more slowly.
    var isReady = false
    var requestSentAt: ContinuousClock.Instant?
    var firstByteAt: ContinuousClock.Instant?
    /// Whether it has come.
    var hasFirstByte = false
    var lastByteAt: ContinuousClock.Instant?
    /// Whether the body waits for its reader; the silence is then not the server's.
    var isPaused = false
    /// Whether more has come than is taken, so that the transfer has to end now.
    var isOverrun = false

    /// The next deadline: the earliest of those that apply to the stage reached.
    func deadline(_ timeouts: TransportTimeouts) -> ContinuousClock.Instant {
        if isOverrun { return acceptedAt }
        let total = acceptedAt + timeouts.total
        if let lastByteAt {
            if isPaused { return total }
            return timeouts.idle.map { min(total, lastByteAt + $0) } ?? total
        }
        if let requestSentAt { return min(total, requestSentAt + timeouts.firstByte) }
        if readyAt == nil, let connectingAt { return min(total, connectingAt + timeouts.connect) }
        return total
    }
}
