import ServerClock
import TestSupport
import WireText

/// A request to a simulated server: what its clock and the network do is known, what the client sees is a sample.
struct SimulatedExchange {
    /// Server minus local, in nanoseconds.
    var offset: Int64

    /// From sending to the stamp, and from the stamp to the first byte, in nanoseconds.
    var forward: Int64
    var back: Int64

    /// The local time of sending, in nanoseconds since 1970.
    var sent: Int64

    var sample: DateSample {
        let stamp = sent + forward + offset
        let second = stamp >= 0 ? stamp / 1_000_000_000 : (stamp - 999_999_999) / 1_000_000_000
        return DateSample(
            sent: .nanoseconds(sent), firstByte: .nanoseconds(sent + forward + back),
            date: HTTPDate(unixSeconds: second))
    }

    /// Any honest exchange: up to two days of offset, delays from nothing to seconds, as unequal as they come.
    static func random(using random: inout SplitMix64, offset: Int64? = nil) -> SimulatedExchange {
        func delay() -> Int64 {
            let scale = Int64.random(in: 0...3_000_000_000, using: &random)
            return Int64.random(in: 0...scale, using: &random)
        }
        return SimulatedExchange(
            offset: offset ?? Int64.random(in: -172_800_000_000_000...172_800_000_000_000, using: &random),
            forward: delay(), back: delay(),
            sent: 1_795_341_600_000_000_000 + Int64.random(in: 0...9_000_000_000, using: &random))
    }
}
