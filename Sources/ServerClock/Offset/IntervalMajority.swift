/// The offsets that most of several readings allow (Marzullo's algorithm), and the readings that contradict them.
public struct IntervalMajority: Sendable, Hashable {
    /// The region covered by the most readings.
    ///
    /// When several regions tie, the range that spans them: the true offset may be in any of them.
    public let interval: OffsetInterval

    /// How many readings cover the region.
    public let votes: Int

    /// The indices of the readings that cover no such region, ascending.
    public let dropped: [Int]

    /// Takes the vote.
    ///
    /// `nil` when there are no readings or no region is covered by more than half of them: an honest answer then is
    /// that the readings are inconsistent.
    public init?(of intervals: [OffsetInterval]) {
        var ends: [(at: Duration, opens: Bool)] = []
        ends.reserveCapacity(intervals.count * 2)
        for interval in intervals {
            ends.append((interval.lower, true))
            ends.append((interval.upper, false))
        }
        // Where one range ends as another begins they touch: open before closing.
        ends.sort { $0.at != $1.at ? $0.at < $1.at : $0.opens && !$1.opens }
        var cover = 0
        var most = 0
        var regions: [OffsetInterval] = []
        for (index, end) in ends.enumerated() {
            cover += end.opens ? 1 : -1
            guard end.opens, cover >= most, index + 1 < ends.count else { continue }
            if cover > most { regions.removeAll() }
            most = cover
            // Cover falls with the next closing end; if an opening one comes first, that one supersedes this region.
            regions.append(OffsetInterval(lower: end.at, upper: ends[index + 1].at))
        }
        guard most * 2 > intervals.count, let first = regions.first, let last = regions.last else { return nil }
        interval = OffsetInterval(lower: first.lower, upper: last.upper)
        votes = most
        dropped = intervals.indices.filter { index in
            !regions.contains { intervals[index].lower <= $0.lower && $0.upper <= intervals[index].upper }
        }
    }
}
