import Subprocess
import UnixSignals

/// Passes on to a program what this process is sent while it runs.
///
/// Whether SIGINT ends the run, the program decides. SIGTERM must end it: a program that stays is killed, and a second one
/// ends both at once.
struct SignalForwarding {
    /// How a running program is sent a signal.
    typealias Send = @Sendable (Signal) -> Void

    /// How long a program may take to end after SIGTERM; and what has its pipes, after the program was killed.
    private static let (grace, lastGrace) = (Duration.milliseconds(1_400), Duration.milliseconds(300))

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
            await withTaskGroup { group in
                var terminations = 0
                for await signal in signals where forwarded.contains(signal) {
                    send(Signal(rawValue: signal.rawValue))
                    guard signal == .sigterm else { continue }
                    terminations += 1
                    if terminations > 1 {
                        send(.kill)
                        endAtOnce(by: signal)
                    }
                    group.addTask { await Self.insist(on: signal, send) }
                }
            }
        }
        defer { passing.cancel() }
        return try await program(start)
    }

    /// Kills a program that is still there after a while; the end of the program cancels this.
    private static func insist(on signal: UnixSignal, _ send: Send) async {
        guard (try? await Task.sleep(for: grace)) != nil else { return }
        send(.kill)
        guard (try? await Task.sleep(for: lastGrace)) != nil else { return }
        endAtOnce(by: signal)
    }
}

extension Execution {
    /// How to send this program a signal; one that has just ended cannot be sent any, which is not a fault.
    var send: SignalForwarding.Send { { try? self.send(signal: $0) } }
}
