import UnixSignals

/// How a piece of work ended.
enum WorkOutcome {
    case finished
    case failed(any Error)
    case interrupted
}

/// Runs `work` until it ends or SIGINT or SIGTERM arrives; then `work` is cancelled and given the chance to wind down.
///
/// A second signal ends the process at once, as the default action would.
func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async -> WorkOutcome {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    return await withTaskGroup(of: WorkOutcome.self) { group in
        group.addTask {
            do {
                try await work()
                return .finished
            } catch {
                return .failed(error)
            }
        }
        group.addTask {
            for await _ in signals { return .interrupted }
            return .interrupted
        }
        let first = await group.next() ?? .finished
        group.cancelAll()
        return first
    }
}
