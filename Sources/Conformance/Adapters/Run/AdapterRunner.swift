package import Report

/// Gives cases to an adapter and judges its answers, by the protocol `bedrock-conformance/1`.
///
/// Answers may come in any order; the results stand in the order of the cases.
package struct AdapterRunner: Sendable {
    package var role: AdapterRole
    package var limits: AdapterLimits
    private let stopwatch: @Sendable () -> Duration
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - stopwatch: The time since some moment, from a clock that does not jump.
    ///   - sleep: Waits that long, or until the task is cancelled.
    package init(
        role: AdapterRole, limits: AdapterLimits = AdapterLimits(), stopwatch: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.role = role
        self.limits = limits
        self.stopwatch = stopwatch
        self.sleep = sleep
    }

    /// Holds the whole conversation.
    ///
    /// - Parameters:
    ///   - settled: Gets each result as soon as it stands; cases that are not reached are in the outcome only.
    ///   - progress: Gets how many cases are done, and how many there are.
    package func run<Output>(
        _ exercises: [any AdapterExercise], over connection: AdapterConnection<Output>,
        settled: @escaping @Sendable (CaseResult) -> Void = { _ in },
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async -> AdapterOutcome {
        var session = session(exercises, settled: settled)
        await run(&session, over: connection, progress: progress)
        await session.giveUp()
        return session.outcome
    }

    /// Prepares a conversation that may go on with another start of the adapter.
    package func session(
        _ exercises: [any AdapterExercise], settled: @escaping @Sendable (CaseResult) -> Void
    ) -> AdapterSession {
        AdapterSession(
            AdapterConversation(
                exercises: exercises, role: role, limits: limits, stopwatch: stopwatch, settled: settled))
    }

    /// Holds what is left of a conversation with one start of the adapter.
    package func run<Output>(
        _ session: inout AdapterSession, over connection: AdapterConnection<Output>,
        progress: @Sendable (Int, Int) -> Void
    ) async {
        let (outgoing, outbox) = AsyncStream<[UInt8]>.makeStream()
        let (send, close, stop) = (connection.send, connection.close, connection.stop)
        // Beside the reading: an adapter may write before it reads, and the pipes hold little.
        let sender = Task {
            for await line in outgoing {
                // An adapter that has ended is noticed by the end of its output.
                do { try await send(line) } catch { break }
            }
            await close()
        }
        let watch = SilenceWatch(sleep: sleep, stop: stop)
        var lines = AdapterLines(connection.output.makeAsyncIterator(), limit: limits.lineBytes) { watch.extend() }
        await session.conversation.hold(&lines, watch: watch, outbox: outbox, progress: progress)
        outbox.finish()
        await session.conversation.part(&lines)
        watch.end()
        if session.outcome.fault != nil || session.hasEndedEarly || Task.isCancelled {
            await stop()
            // What is still to be sent has nobody to read it; an adapter in this process is at its work while it is sent to.
            sender.cancel()
        }
        await sender.value
    }
}
