import MockBedrock
import Synchronization

/// The requests that the mock answered, the latest of them, and what became of all of them for each client.
///
/// It is a ring, bounded in entries and in bytes: what is older is dropped, and still counted.
final class Journal: Sendable {
    /// How much is kept.
    struct Limits: Sendable {
        var entries = 10_000
        var bytes = 32 << 20
        /// The refusals of each client that its verdict lists.
        var refusals = 100
        /// The names that are counted by themselves: a request with a wrong signature can bring any.
        var clients = 4_096
    }

    /// What became of the requests of a client, or of all.
    struct Counts: Sendable {
        var accepted = 0
        var refused = 0
        /// As in the summary of the server, these are no refusals.
        var unplayed = 0
        var faults = 0
        var probes = 0
        /// The same in finer words, without probes.
        var outcomes: [MockLogEntry.Verdict: Int] = [:]
        /// The latest that were refused, or are not played.
        var refusals: [JournalEntry] = []

        /// The calls: a probe is none.
        var requests: Int { accepted + refused + unplayed + faults }

        fileprivate mutating func count(_ entry: JournalEntry, keeping limit: Int) {
            if entry.verdict != .probe { outcomes[entry.log.verdict, default: 0] += 1 }
            switch entry.verdict {
            case .accepted: accepted += 1
            case .fault: faults += 1
            case .probe: probes += 1
            case .refused, .unplayed:
                if entry.verdict == .refused { refused += 1 } else { unplayed += 1 }
                refusals.append(entry)
                if refusals.count > limit { refusals.removeFirst() }
            }
        }
    }

    /// A part of the journal.
    struct Page: Sendable {
        var entries: [JournalEntry] = []
        /// What to ask behind for the next part.
        var next: Int
        /// How many entries behind the asked place were dropped already.
        var dropped: Int
    }

    fileprivate struct State {
        var entries: [JournalEntry?] = []
        /// The place of the first entry that is kept.
        var first = 0
        var bytes = 0
        var sequence = 0
        /// The last entry that was dropped for want of room.
        var dropped = 0
        /// The last entry when everything was taken away.
        var cleared = 0
        var all = Counts()
        var clients: [ClientName: Counts] = [:]
        var names: [ClientName] = [.unnamed]
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextWaiter = 0
    }

    private let limits: Limits
    private let state = Mutex(State())

    init(_ limits: Limits = Limits()) {
        self.limits = limits
    }

    // MARK: Writing

    /// Takes a request that was answered.
    ///
    /// - Parameter time: When, in milliseconds since 1970.
    /// - Returns: Its entry.
    @discardableResult
    func take(_ observation: MockObservation, at time: Int64) -> JournalEntry {
        let (entry, waiting) = state.withLock { state in
            state.sequence += 1
            let entry = JournalEntry(state.sequence, at: time, observation)
            state.append(entry, limits)
            state.count(entry, limits)
            let waiting = state.waiting
            state.waiting = [:]
            return (entry, waiting)
        }
        for waiter in waiting.values { waiter.resume() }
        return entry
    }

    /// Takes away the entries and counts of a client, or all.
    func clear(_ client: ClientName?) {
        state.withLock { state in
            guard let client else {
                (state.entries, state.first, state.bytes) = ([], 0, 0)
                (state.all, state.clients, state.names) = (Counts(), [:], [.unnamed])
                state.cleared = state.sequence
                return
            }
            let kept = state.entries[state.first...].compactMap(\.self).filter { $0.log.client != client }
            (state.entries, state.first) = (kept, 0)
            state.bytes = kept.reduce(0) { $0 + $1.weight }
            state.clients[client] = nil
            state.names.removeAll { $0 == client && $0 != .unnamed }
            state.all = state.clients.values.reduce(into: Counts()) { $0.add($1, keeping: limits.refusals) }
        }
    }

    // MARK: Reading

    /// The place of the last entry.
    var last: Int { state.withLock { $0.sequence } }

    /// The clients that came, in their order; the one without a name is the first.
    var clients: [ClientName] { state.withLock { $0.names } }

    /// What became of the requests of a client, or of all.
    func counts(_ client: ClientName?) -> Counts {
        state.withLock { state in client.map { state.clients[$0] ?? Counts() } ?? state.all }
    }

    subscript(sequence: Int) -> JournalEntry? {
        state.withLock { state in state.place(of: sequence).flatMap { state.entries[$0] } }
    }

    /// The entries behind a place, the oldest first.
    func page(after place: Int, client: ClientName?, limit: Int) -> Page {
        state.withLock { state in
            var page = Page(next: state.sequence, dropped: max(0, state.dropped - max(place, state.cleared)))
            for entry in state.entries[state.start(after: place)...] {
                guard let entry, client == nil || entry.log.client == client else { continue }
                guard page.entries.count < limit else {
                    page.next = page.entries.last?.sequence ?? place
                    break
                }
                page.entries.append(entry)
            }
            return page
        }
    }

    /// The same; waits for an entry when there is none, until the time is over or nobody waits any more.
    func page(after place: Int, client: ClientName?, limit: Int, wait: Duration) async -> Page {
        let end = ContinuousClock.now + wait
        var page = page(after: place, client: client, limit: limit)
        while page.entries.isEmpty, ContinuousClock.now < end, !Task.isCancelled {
            await entry(behind: page.next, until: end)
            // What is behind the asked place was looked at already, and is of other clients.
            var news = self.page(after: max(place, page.next), client: client, limit: limit)
            news.dropped += page.dropped
            page = news
        }
        return page
    }

    /// Returns when there is an entry behind a place, the time is over, or the task is cancelled.
    private func entry(behind seen: Int, until end: ContinuousClock.Instant) async {
        let number = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        let alarm = Task {
            try? await Task.sleep(until: end, clock: .continuous)
            self.wake(number)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if state.sequence != seen { return true }
                    state.waiting[number] = continuation
                    return false
                }
                if isThere { continuation.resume() }
                // The alarm, or the end of the task, may have come before there was anybody to wake.
                if Task.isCancelled || ContinuousClock.now >= end { wake(number) }
            }
        } onCancel: {
            wake(number)
        }
        alarm.cancel()
    }

    private func wake(_ number: Int) {
        state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
}

extension Journal.State {
    mutating func append(_ entry: JournalEntry, _ limits: Journal.Limits) {
        entries.append(entry)
        bytes += entry.weight
        while entries.count - first > 1, entries.count - first > limits.entries || bytes > limits.bytes {
            bytes -= entries[first]?.weight ?? 0
            dropped = entries[first]?.sequence ?? dropped
            entries[first] = nil
            first += 1
        }
        // What was dropped is taken out of the list only now and then, so that an entry costs the same however many there are.
        if first > 1_000, first > entries.count / 2 {
            entries.removeFirst(first)
            first = 0
        }
    }

    mutating func count(_ entry: JournalEntry, _ limits: Journal.Limits) {
        all.count(entry, keeping: limits.refusals)
        let client = entry.log.client
        if clients[client] == nil, client != .unnamed {
            guard clients.count < limits.clients else { return }
            names.append(client)
        }
        clients[client, default: Journal.Counts()].count(entry, keeping: limits.refusals)
    }

    /// The place in the list of an entry that is kept.
    func place(of sequence: Int) -> Int? {
        let place = start(after: sequence - 1)
        return place < entries.count && entries[place]?.sequence == sequence ? place : nil
    }

    /// The place in the list of the first entry behind a place of the journal.
    func start(after sequence: Int) -> Int {
        var (low, high) = (first, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle]?.sequence ?? 0 <= sequence { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Journal.Counts {
    fileprivate mutating func add(_ other: Journal.Counts, keeping limit: Int) {
        accepted += other.accepted
        refused += other.refused
        unplayed += other.unplayed
        faults += other.faults
        probes += other.probes
        outcomes.merge(other.outcomes) { $0 + $1 }
        refusals = (refusals + other.refusals).sorted { $0.sequence < $1.sequence }.suffix(limit)
    }
}
