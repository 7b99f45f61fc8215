/// Which cell is asked next, so that accounts and regions do not wait for each other.
///
/// The cells of one account in one region are a lane. Lanes take turns; each has so many probes under way at most. One that
/// is throttled has half as many from then on, and makes a pause that grows with each further throttling; an answer of
/// another kind ends that, and brings back one probe at a time.
struct ProbeSchedule {
    /// An account in a region.
    struct LaneName: Hashable {
        var account: String?
        var region: String
    }

    private struct Lane {
        var waiting: ArraySlice<Int> = []
        var underWay = 0
        var most: Int
        /// How often it has paused; a probe that was sent before the last pause says nothing new when it is throttled.
        var pauses = 0
        var throttledInRow = 0
        var restUntil: Duration?
    }

    /// A probe that was taken: what ``finished(_:throttled:at:)`` wants back.
    struct Ticket: Hashable {
        var cell: Int
        fileprivate var lane: Int
        fileprivate var pauses: Int
    }

    /// The shortest pause, and how often it can double.
    private static let shortestPause = Duration.milliseconds(250)
    private static let doublings = 5

    private var lanes: [Lane] = []
    private var turn = 0
    private var underWay = 0
    private let perLane: Int
    private let inAll: Int
    private let jitter: () -> Double

    /// - Parameters:
    ///   - cells: The lane of each cell, in the order in which they are asked.
    ///   - perLane: How many probes a lane has under way at most.
    ///   - inAll: How many all lanes have together.
    ///   - jitter: A random number from 0 to 1: lanes that were throttled together do not come back together.
    init(_ cells: [LaneName], perLane: Int, inAll: Int, jitter: @escaping () -> Double = { Double.random(in: 0...1) }) {
        self.perLane = perLane
        self.inAll = inAll
        self.jitter = jitter
        var places: [LaneName: Int] = [:]
        var queues: [[Int]] = []
        for (cell, name) in cells.enumerated() {
            if let place = places[name] {
                queues[place].append(cell)
            } else {
                places[name] = queues.count
                queues.append([cell])
            }
        }
        lanes = queues.map { Lane(waiting: $0[...], most: perLane) }
    }

    /// The next cell to ask; `nil` when nothing may be sent now.
    mutating func next(at now: Duration) -> Ticket? {
        guard underWay < inAll else { return nil }
        for step in 0..<lanes.count {
            let index = (turn + step) % lanes.count
            if let rest = lanes[index].restUntil {
                if now < rest { continue }
                lanes[index].restUntil = nil
            }
            guard lanes[index].underWay < lanes[index].most, let cell = lanes[index].waiting.popFirst() else {
                continue
            }
            lanes[index].underWay += 1
            underWay += 1
            turn = (index + 1) % lanes.count
            return Ticket(cell: cell, lane: index, pauses: lanes[index].pauses)
        }
        return nil
    }

    /// Takes the answer of a probe back.
    mutating func finished(_ ticket: Ticket, throttled: Bool, at now: Duration) {
        underWay -= 1
        lanes[ticket.lane].underWay -= 1
        guard throttled else {
            lanes[ticket.lane].throttledInRow = 0
            lanes[ticket.lane].most = min(perLane, lanes[ticket.lane].most + 1)
            return
        }
        guard ticket.pauses == lanes[ticket.lane].pauses else { return }
        let longest = Self.shortestPause * (1 << min(lanes[ticket.lane].throttledInRow, Self.doublings))
        lanes[ticket.lane].restUntil = now + longest / 2 + longest * (jitter() / 2)
        lanes[ticket.lane].pauses += 1
        lanes[ticket.lane].throttledInRow += 1
        lanes[ticket.lane].most = max(1, lanes[ticket.lane].most / 2)
    }

    /// When the first of the lanes that only wait for the end of a pause goes on; `nil` when none does.
    var nextRest: Duration? {
        guard underWay < inAll else { return nil }
        return lanes.filter { !$0.waiting.isEmpty && $0.underWay < $0.most }.compactMap(\.restUntil).min()
    }
}
