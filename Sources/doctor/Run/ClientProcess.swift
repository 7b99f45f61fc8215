import Subprocess
import SystemPackage

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

    /// Runs the command with this process's standard streams.
    func run(_ forwarding: SignalForwarding) async -> ClientEnding {
        guard let program = command.first else { return .exited(0) }
        do {
            return ClientEnding(
                try await forwarding.during { start in
                    try await Subprocess.run(
                        program.contains("/") ? .path(FilePath(program)) : .name(program),
                        arguments: Arguments(Array(command.dropFirst())), environment: .inherit.updating(changes),
                        input: .currentStandardInput, output: output, error: .currentStandardError
                    ) { execution in
                        start.yield(execution.send)
                    }.terminationStatus
                })
        } catch {
            return ClientEnding(starting: program, failed: error, path: surroundings["PATH"])
        }
    }

    private var changes: [Environment.Key: String?] {
        ClientEnvironment(address: address, host: host, surroundings: surroundings).changes
    }
}
