import Synchronization

/// The tasks that answer from elsewhere, counted while they run.
///
/// Each writes on an event loop. A loop that has ended takes nothing and answers nothing: a task that came to it would wait
/// for ever. So the server's loops end behind the last of them.
final class RelayTasks: Sendable {
    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Begins a task, which is counted before it runs.
    func start(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        state.withLock { $0.running += 1 }
        return Task {
            await work()
            let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                state.running -= 1
                guard state.running == 0 else { return [] }
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    /// Waits until none runs.
    func finished() async {
        await withCheckedContinuation { continuation in
            let isFinished = state.withLock { state in
                if state.running > 0 { state.waiting.append(continuation) }
                return state.running == 0
            }
            if isFinished { continuation.resume() }
        }
    }
}
