import Subprocess
import UnixSignals

/// Passes on to a program what this process is sent while it runs.
///
/// None of it ends the run: the program decides.
struct SignalForwarding {
    /// How a running program is sent a signal.
    typealias Send = @Sendable (Signal) -> Void

    private let signals: UnixSignalsSequence
    private let forwarded: Set<UnixSignal>

    /// - Parameter signals: Trapped before the program starts.
    init(_ signals: UnixSignalsSequence, _ facts: ProcessFacts) {
        self.signals = signals
        // A terminal sends SIGINT to the program itself, and a second one would cut its ending short.
        forwarded = facts.standardInputIsTerminal ? [.sigterm] : [.sigterm, .sigint]
    }

    /// Runs a program to its end.
    ///
    /// - Parameter program: Starts the program and waits for its end; it yields how to send a signal once there is
    ///   somebody to send it to.
    func during(
        _ program: @escaping @Sendable (AsyncStream<Send>.Continuation) async throws -> TerminationStatus
    ) async throws -> TerminationStatus {
        let (started, start) = AsyncStream<Send>.makeStream()
        let passing = Task {
            var arriving = started.makeAsyncIterator()
            guard let send = await arriving.next() else { return }
            for await signal in signals where forwarded.contains(signal) {
                send(Signal(rawValue: signal.rawValue))
            }
        }
        defer { passing.cancel() }
        return try await program(start)
    }
}

extension Execution {
    /// How to send this program a signal; one that has just ended cannot be sent any, which is not a fault.
    var send: SignalForwarding.Send { { try? self.send(signal: $0) } }
}
