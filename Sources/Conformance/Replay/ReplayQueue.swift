import Synchronization

/// The groups of cases that wait to be replayed, and how many cases are done.
final class ReplayQueue: Sendable {
    private let groups: [[Int]]
    private let place = Mutex(0)
    private let done = Mutex(0)
    private let progress: @Sendable (Int) -> Void

    /// - Parameter progress: gets how many cases are done, one call after another.
    init(_ groups: [[Int]], progress: @escaping @Sendable (Int) -> Void) {
        self.groups = groups
        self.progress = progress
    }

    /// The next group; nil when all are given out, or the task is cancelled.
    func next() -> [Int]? {
        guard !Task.isCancelled else { return nil }
        return place.withLock { place in
            guard place < groups.count else { return nil }
            defer { place += 1 }
            return groups[place]
        }
    }

    /// Counts cases that are done.
    func note(done count: Int) {
        done.withLock { done in
            done += count
            progress(done)
        }
    }
}
