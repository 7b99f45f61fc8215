import Synchronization

/// Stops an adapter that says nothing for too long.
final class SilenceWatch: Sendable {
    private struct State {
        var waiting: Task<Void, Never>?
        var limit = Duration.zero
        var hasFired = false
    }

    private let sleep: @Sendable (Duration) async throws -> Void
    private let stop: @Sendable () async -> Void
    private let state = Mutex(State())

    init(sleep: @escaping @Sendable (Duration) async throws -> Void, stop: @escaping @Sendable () async -> Void) {
        self.sleep = sleep
        self.stop = stop
    }

    /// Whether the adapter was stopped for its silence.
    var hasFired: Bool { state.withLock { $0.hasFired } }

    /// Begins to wait, in place of any wait before.
    func begin(_ limit: Duration) {
        let (sleep, stop) = (sleep, stop)
        let task = Task { [self] in
            do { try await sleep(limit) } catch { return }
            guard !Task.isCancelled else { return }
            state.withLock { $0.hasFired = true }
            await stop()
        }
        state.withLock { state in
            state.waiting?.cancel()
            state.waiting = task
            state.limit = limit
        }
    }

    /// Begins the wait anew, since something came; where nothing is waited for it stays so.
    func extend() {
        let (isWaiting, limit) = state.withLock { ($0.waiting != nil && !$0.hasFired, $0.limit) }
        if isWaiting { begin(limit) }
    }

    /// Waits no more.
    func end() {
        state.withLock { state in
            state.waiting?.cancel()
            state.waiting = nil
        }
    }
}
