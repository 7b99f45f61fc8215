import Subprocess
import SystemPackage

/// A client under test: a command run with endpoint, region and credentials of the mock.
struct ClientProcess {
    var command: [String]
    var endpoint: String
    var region: String
    var credential: ServedCredential

    /// Runs the command with this process's standard streams and gives back its exit status; a signal counts as 128 and
    /// its number, as in a shell.
    func run() async throws -> Int32 {
        guard let program = command.first else { return 0 }
        var changes: [Environment.Key: String?] = [
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": endpoint, "AWS_ENDPOINT_URL": endpoint, "AWS_REGION": region,
            "AWS_DEFAULT_REGION": region, "AWS_ACCESS_KEY_ID": credential.accessKeyID,
            "AWS_SECRET_ACCESS_KEY": credential.secretAccessKey,
        ]
        changes.updateValue(credential.sessionToken, forKey: "AWS_SESSION_TOKEN")
        // Each of these would win over what is set above.
        for variable in ["AWS_PROFILE", "AWS_BEARER_TOKEN_BEDROCK", "AWS_SECURITY_TOKEN", "AWS_ENDPOINT_URL_BEDROCK"] {
            changes.updateValue(nil, forKey: Environment.Key(stringLiteral: variable))
        }
        changes.updateValue(nil, forKey: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
        let result = try await Subprocess.run(
            program.contains("/") ? .path(FilePath(program)) : .name(program),
            arguments: Arguments(Array(command.dropFirst())), environment: .inherit.updating(changes),
            input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError)
        switch result.terminationStatus {
        case .exited(let code): return code
        case .signaled(let signal): return 128 + signal
        }
    }
}
