/// The offset of the local clock from a server's, with its certified radius.
public struct OffsetEstimate: Sendable, Hashable {
    /// Server minus local: what to add to the local clock.
    public let offset: Duration

    /// The greatest possible error of ``offset``.
    public let radius: Duration

    /// How many readings the estimate rests on, the dropped ones not counted.
    public let samples: Int

    /// The indices of the readings that contradict the majority.
    public let dropped: [Int]

    /// The shortest round trip among the readings.
    public let minimumRoundTrip: Duration

    /// Estimates the offset at the time of the latest reading.
    ///
    /// - Parameters:
    ///   - readings: At least one.
    ///   - lag: How late a server's `Date` may be, because it is refreshed by a timer. It widens the radius only; the
    ///     offset itself comes from the prompt reading where that is possible.
    ///   - driftPPM: How far the local clock may drift between readings, in millionths.
    /// - Throws: ``OffsetError`` when there is nothing to estimate from, or the readings contradict each other.
    public init(
        from readings: [DateSample], lag: Duration = .milliseconds(20), driftPPM: Int = 500
    ) throws(OffsetError) {
        guard let latest = readings.map(\.firstByte).max(), let roundTrip = readings.map(\.roundTrip).min() else {
            throw .noReadings
        }
        let prompt = readings.map { reading in
            reading.interval.dilated(by: (latest - reading.firstByte) * driftPPM / 1_000_000)
        }
        let late = prompt.map { $0.allowing(lag: lag) }
        guard let majority = IntervalMajority(of: late) else { throw .inconsistent(readings: readings.count) }
        let dropped = Set(majority.dropped)
        let kept = prompt.indices.filter { !dropped.contains($0) }.map { prompt[$0] }
        let lower = kept.map(\.lower).max() ?? majority.interval.lower
        let upper = kept.map(\.upper).min() ?? majority.interval.upper
        let middle = lower <= upper ? OffsetInterval(lower: lower, upper: upper).midpoint : majority.interval.midpoint
        offset = middle
        radius = max(majority.interval.upper - middle, middle - majority.interval.lower)
        samples = kept.count
        self.dropped = majority.dropped
        minimumRoundTrip = roundTrip
    }
}
