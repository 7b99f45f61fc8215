import Glibc
import UnixSignals

/// How a piece of work ended.
enum WorkOutcome {
    case finished
    case failed(any Error)
    /// A signal came first.
    ///
    /// - Parameter failure: What the work threw when it was told to wind down.
    case interrupted(failure: (any Error)?)
    /// The time was up.
    case late
}

/// Runs `work` until it ends, SIGINT or SIGTERM arrives, or the time is up; then `work` is cancelled and given the chance to
/// wind down.
///
/// A second signal ends the process at once, and so do two seconds behind the first one.
///
/// - Parameter planned: Ends when it is known what the work is to give: a deadline before that leaves it some time to read
///   its inputs, so that everything it does not reach can be named, and a part of a plan is still one of that plan.
func untilInterrupted(
    within deadline: Duration? = nil, after planned: AsyncStream<Never>? = nil,
    _ work: @escaping @Sendable () async throws -> Void
) async -> WorkOutcome {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    let limit = SignalLimit()
    defer { limit.end() }
    let (arrived, first) = AsyncStream<Void>.makeStream()
    // Beside the group, whose cancellation would end the watch with the first signal.
    let watch = Task {
        var count = 0
        for await signal in signals {
            count += 1
            if count > 1 { endAtOnce(by: signal) }
            first.yield()
        }
    }
    defer { watch.cancel() }
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
            for await _ in arrived { break }
            return .interrupted(failure: nil)
        }
        if let deadline {
            group.addTask {
                try? await Task.sleep(for: deadline)
                if let planned { await ended(planned, within: .seconds(10)) }
                return .late
            }
        }
        var first = await group.next() ?? .finished
        group.cancelAll()
        if case .interrupted = first {
            for await other in group {
                if case .failed(let error) = other { first = .interrupted(failure: error) }
            }
        }
        return first
    }
}

/// Waits for the end of a stream, and no longer than the limit.
private func ended(_ stream: AsyncStream<Never>, within limit: Duration) async {
    await withTaskGroup { group in
        group.addTask { for await _ in stream {} }
        group.addTask { try? await Task.sleep(for: limit) }
        await group.next()
        group.cancelAll()
    }
}

/// Does what ends a run that a signal may have ended already; one that comes meanwhile ends the process at once.
func windingDown<Value: Sendable>(_ work: () async -> Value) async -> Value {
    let watch = Task {
        for await signal in await UnixSignalsSequence(trapping: .sigint, .sigterm) { endAtOnce(by: signal) }
    }
    defer { watch.cancel() }
    return await work()
}

/// Ends the process with the status that a shell shows for the signal, without another word.
func endAtOnce(by signal: UnixSignal) -> Never { _exit(128 + signal.rawValue) }
