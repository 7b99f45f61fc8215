import Synchronization

/// How long a run may look for the mistakes behind wrong signatures: the time from its first search, for all of them together.
///
/// A budget of signatures bounds one search of a short request. A log may hold many requests, and long ones.
final class SearchTime: Sendable {
    /// Ample for the usual mistakes of some dozen requests; nobody waits much longer for an explanation.
    static let usual = Duration.seconds(10)

    private struct State {
        var deadline: Duration?
        var isUsedUp = false
    }

    private let limit: Duration
    private let now: @Sendable () -> Duration
    private let state = Mutex(State())

    /// - Parameter now: A clock that is never set.
    init(_ limit: Duration = usual, now: @escaping @Sendable () -> Duration = { Stopwatch.elapsed }) {
        self.limit = limit
        self.now = now
    }

    /// Begins a search; the result says whether it must end.
    func begin() -> @Sendable () -> Bool {
        let end = state.withLock { state in
            let end = state.deadline ?? now() + limit
            state.deadline = end
            return end
        }
        return { [self] in
            guard now() >= end else { return false }
            state.withLock { $0.isUsedUp = true }
            return true
        }
    }

    /// What a report says when a search was cut short; `nil` when none was.
    var note: String? {
        guard state.withLock({ $0.isUsedUp }) else { return nil }
        return """
            the search for signing mistakes was cut short after \(limit.components.seconds) s: a signature whose cause was \
            not found may still have one that is known
            """
    }

}
