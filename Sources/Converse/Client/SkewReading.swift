import ConverseAPI
import HTTPTransport
import ServerClock
import SigV4
import WireText

/// Reads from an answer how far the local clock is from the server's.
struct SkewReading {
    /// The reading of the `Date` field, if it may be trusted.
    let sample: DateSample?
    /// Server minus local, from `Date`, else from the time that a refusal tells.
    let measured: Duration?

    /// - Parameters:
    ///   - signedAt: the time that was signed.
    ///   - applied: what had been added to the local clock for it.
    ///   - elapsed: the time from signing to the end of the answer.
    ///   - policy: where it forbids correction, nobody asks for a reading, and none is made.
    init(
        _ response: TransportResponse, message: String?, endpoint: ConverseEndpoint, signedAt: SigningTime,
        applied: Duration, elapsed: Duration, policy: SkewPolicy
    ) {
        guard policy.correction == .enabled, endpoint.vouchesForItsClock else {
            sample = nil
            measured = nil
            return
        }
        let local = Duration.seconds(signedAt.unixSeconds - applied.nearestSecond)
        // The wall clock was read in whole seconds: the true moment lies up to a second later, hence the wider interval.
        let afterSigning = max(.zero, elapsed - response.timings.total)
        let sent = local + afterSigning + response.timings.requestSent
        let firstByte =
            local + .seconds(1) + afterSigning + max(response.timings.firstByte, response.timings.requestSent)
        sample = try? SampleRules().sample(
            status: response.status,
            headers: response.headers.lazy.filter { SampleRules.read($0.name) }.map { (name: $0.name, value: $0.text) },
            sent: sent, firstByte: firstByte)
        if let sample {
            measured = sample.interval.midpoint
        } else if let time = message.flatMap(SignatureTimeMessage.init(in:)) {
            measured = .seconds(time.server) - local
        } else {
            measured = nil
        }
    }
}

extension ConverseEndpoint {
    /// Whether a `Date` from here may move our clock: over verified TLS, or from this very machine.
    ///
    /// A server that chooses our time of signing can collect signatures for later.
    fileprivate var vouchesForItsClock: Bool {
        scheme == .https || isLoopback
    }
}

extension Duration {
    /// The duration to the nearest second, as times of signing are whole seconds.
    ///
    /// Rounding down instead would sign a second early whenever the clocks agree, for a reading then lies half a round
    /// trip below zero.
    var nearestSecond: Int64 {
        let (seconds, attoseconds) = components
        if attoseconds >= 500_000_000_000_000_000 { return seconds + 1 }
        return attoseconds < -500_000_000_000_000_000 ? seconds - 1 : seconds
    }
}
