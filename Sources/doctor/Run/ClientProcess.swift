import Subprocess
import SystemPackage
import UnixSignals

/// A client under test: a command run with endpoint, region and credentials of the mock.
struct ClientProcess {
    var command: [String]
    var address: MockAddress
    /// The server's host, which no proxy can reach.
    var host: String
    /// The environment that the changes are made to.
    var surroundings: [String: String]
    /// Where the client's standard output goes.
    var output: FileDescriptorOutput = .currentStandardOutput
    /// The signals that are passed on to the client.
    var forwarded: Set<UnixSignal>

    /// Runs the command with this process's standard streams.
    ///
    /// - Parameter signals: What this process is sent meanwhile. None of it ends the run: the client decides.
    func run(_ signals: UnixSignalsSequence) async -> ClientEnding {
        guard let program = command.first else { return .exited(0) }
        do {
            return try await run(program, signals)
        } catch {
            return ClientEnding(starting: program, failed: error, path: surroundings["PATH"])
        }
    }

    private func run(_ program: String, _ signals: UnixSignalsSequence) async throws -> ClientEnding {
        let (started, start) = AsyncStream<@Sendable (Signal) -> Void>.makeStream()
        return try await withThrowingTaskGroup(of: ClientEnding?.self) { group in
            group.addTask {
                let result = try await Subprocess.run(
                    program.contains("/") ? .path(FilePath(program)) : .name(program),
                    arguments: Arguments(Array(command.dropFirst())), environment: .inherit.updating(changes),
                    input: .currentStandardInput, output: output, error: .currentStandardError
                ) { execution in
                    // A client that has just ended cannot be sent a signal, which is no fault.
                    start.yield { try? execution.send(signal: $0) }
                }
                switch result.terminationStatus {
                case .exited(let code): return .exited(code)
                case .signaled(let signal): return .signalled(signal)
                }
            }
            group.addTask {
                var arriving = started.makeAsyncIterator()
                guard let send = await arriving.next() else { return nil }
                for await signal in signals where forwarded.contains(signal) {
                    send(Signal(rawValue: signal.rawValue))
                }
                return nil
            }
            defer { group.cancelAll() }
            for try await ending in group {
                if let ending { return ending }
            }
            return .exited(0)
        }
    }

    private var changes: [Environment.Key: String?] {
        ClientEnvironment(address: address, host: host, surroundings: surroundings).changes
    }
}
