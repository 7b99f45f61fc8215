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

    /// What the client's environment has in place of this process's.
    private var changes: [Environment.Key: String?] {
        let credential = address.credential
        var changes: [Environment.Key: String?] = [
            "AWS_ACCESS_KEY_ID": credential.accessKeyID, "AWS_SECRET_ACCESS_KEY": credential.secretAccessKey,
        ]
        changes.updateValue(credential.sessionToken, forKey: "AWS_SESSION_TOKEN")
        for (name, value) in address.places { changes.updateValue(value, forKey: Environment.Key(stringLiteral: name)) }
        // Each of these would win over what is set above, or belongs to other credentials.
        for variable in [
            "AWS_PROFILE", "AWS_BEARER_TOKEN_BEDROCK", "AWS_SECURITY_TOKEN", "AWS_CREDENTIAL_EXPIRATION",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        ] {
            changes.updateValue(nil, forKey: Environment.Key(stringLiteral: variable))
        }
        // Clients read one spelling of the variable or the other, and of an IPv6 address too.
        for variable in ["NO_PROXY", "no_proxy"] {
            let spellings = host.contains(":") ? [host, "[\(host)]"] : [host]
            let hosts = [surroundings[variable] ?? ""].filter { !$0.isEmpty } + spellings
            changes.updateValue(hosts.joined(separator: ","), forKey: Environment.Key(stringLiteral: variable))
        }
        return changes
    }
}
