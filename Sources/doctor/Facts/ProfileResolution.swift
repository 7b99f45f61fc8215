import Diagnosis
import JSONText
import Report
import SigV4
import Subprocess
import SystemPackage

/// Gets the credentials of `--profile NAME`: keys from AWS's shared files, anything else through the AWS CLI.
///
/// No credential process is run and no login is started here; the AWS CLI does both, and says why when it cannot.
struct ProfileResolution {
    let name: String
    let process: ProcessFacts

    /// How long the AWS CLI may take.
    let timeLimit: Duration

    func outcome() async -> ProfileOutcome {
        let files = ProfileFileReading.paths(process.environment)
        let credentials: SharedFile?
        do {
            credentials = try ProfileFileReading.shared(files.credentials)
        } catch {
            return ProfileOutcome(name: name, result: .unreadable(path: files.credentials, reason: error.reason))
        }
        let config: SharedFile?
        do {
            config = try ProfileFileReading.shared(files.config)
        } catch {
            return ProfileOutcome(name: name, result: .unreadable(path: files.config, reason: error.reason))
        }
        guard let profile = NamedProfile(name, credentials: credentials, config: config) else {
            let names = (credentials?.names(.credentials) ?? []) + (config?.names(.config) ?? [])
            var seen: Set<String> = []
            return ProfileOutcome(
                name: name, result: .unknown(names: names.filter { seen.insert($0).inserted }))
        }
        let keysPath = profile.keysKind == .credentials ? files.credentials : files.config
        return ProfileOutcome(
            name: name, result: await result(profile, keysPath), source: profile.source,
            region: profile.region.map { Setting($0, origin: "profile \(name)") },
            path: profile.source == .keys ? keysPath : files.config)
    }

    private func result(_ profile: NamedProfile, _ keysPath: String) async -> ProfileOutcome.Result {
        if let lacking = profile.lacking { return .incomplete(lacking: lacking) }
        if let keys = profile.keys { return .found(keys, origin: "profile \(name) of \(keysPath)") }
        if profile.source == .none { return .empty }
        guard process.place.programs.contains("aws") else { return .needsCLI }
        return await fromCLI()
    }

    /// Credentials in the form that a credential process gives: `{"Version": 1, "AccessKeyId": ..., ...}`
    /// (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>).
    private func fromCLI() async -> ProfileOutcome.Result {
        let run: (status: TerminationStatus, output: String, errors: String)?
        do {
            run = try await Self.within(timeLimit) {
                let result = try await Subprocess.run(
                    .name("aws"),
                    arguments: ["configure", "export-credentials", "--profile", name, "--format", "process"],
                    environment: .inherit.updating(["AWS_PAGER": ""]), input: .none,
                    output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
                return (result.terminationStatus, result.standardOutput, result.standardError)
            }
        } catch {
            return .failed(message: "it could not be run")
        }
        guard let run else { return .timedOut(seconds: Int(timeLimit.components.seconds)) }
        guard run.status == .exited(0), let credentials = Self.credentials(run.output) else {
            let message = run.errors.isEmpty && run.status == .exited(0) ? "what it printed has no keys" : run.errors
            if message.contains("Invalid choice") || message.contains("invalid choice") { return .oldCLI }
            return .failed(message: shown(message))
        }
        return .found(credentials, origin: "profile \(name), through the AWS CLI")
    }

    private static func credentials(_ text: String) -> SigningCredentials? {
        guard let value = try? JSONValue(parsing: text), let id = value["AccessKeyId"]?.stringValue,
            let secret = value["SecretAccessKey"]?.stringValue, !id.isEmpty, !secret.isEmpty
        else { return nil }
        return SigningCredentials(
            accessKeyID: id, secretAccessKey: secret, sessionToken: value["SessionToken"]?.stringValue)
    }

    /// The last lines of what the AWS CLI said; what looks like a secret is masked.
    private func shown(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.suffix(3)
        let said = KnownSecrets(environment: process.environment).masked(lines.joined(separator: " "))
        return SafeMessage.text(said)
    }

    /// The work's result; `nil` when it took longer than it may.
    private static func within<Value: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
