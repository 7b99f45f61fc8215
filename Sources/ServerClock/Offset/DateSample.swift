public import WireText

/// One reading of a server's clock: when the request left, when the first byte of the answer came, and the `Date` in it.
///
/// Local times are durations since 1970-01-01T00:00:00Z *as the local clock has it*; their difference should come from
/// a monotonic clock, so that a step of the wall clock between them cannot spoil it.
public struct DateSample: Sendable, Hashable {
    /// The local time at which the request was handed to the network.
    ///
    /// Name lookup, connection and TLS come before it: a reading over a connection that is already open is narrower.
    public let sent: Duration

    /// The local time at which the first byte of the answer's header arrived.
    public let firstByte: Duration

    /// The server's time, cut to the second.
    public let date: HTTPDate

    /// Creates a sample of which the first byte must not lie before the sending.
    ///
    /// ``SampleRules`` checks what an answer must hold.
    public init(sent: Duration, firstByte: Duration, date: HTTPDate) {
        precondition(firstByte >= sent, "the answer's first byte came before the request was sent")
        self.sent = sent
        self.firstByte = firstByte
        self.date = date
    }

    /// The time between sending and the first byte.
    public var roundTrip: Duration { firstByte - sent }

    /// Every offset (server minus local) that this reading allows: [D - firstByte, D + 1 s - sent].
    ///
    /// The server wrote D = floor(t + offset) at some local time t within [sent, firstByte]. Nothing is assumed about
    /// how the round trip divides into there and back, so the true offset is always inside.
    public var interval: OffsetInterval {
        let date = Duration.seconds(date.unixSeconds)
        return OffsetInterval(lower: date - firstByte, upper: date + .seconds(1) - sent)
    }

    /// `Date` minus the middle of the round trip, the reading AWS's SDKs use.
    ///
    /// It lies half a second too low on average, because `Date` is cut to the second; ``OffsetInterval/midpoint`` does not.
    public var midpointSkew: Duration {
        .seconds(date.unixSeconds) - (sent + firstByte) / 2
    }
}
