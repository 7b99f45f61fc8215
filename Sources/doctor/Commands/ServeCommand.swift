import ArgumentParser
import MockBedrock
import RecordingImport
import Recordings
import Report
import SigV4

/// `doctor serve`: the mock server for any client.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve Bedrock from a mock that verifies signatures, for any client.",
        discussion: """
            The first line on standard output is `listening on http://127.0.0.1:PORT`; each request is a line on \
            standard error. The server refuses as the service refuses and names the finding in the response header \
            x-doctor-finding. SIGTERM or Ctrl-C ends it with a summary.

            Without credentials of its own it accepts the environment's AWS_* ones, else its demonstration pair. With a \
            command after -- it sets AWS_ENDPOINT_URL_BEDROCK_RUNTIME, AWS_ENDPOINT_URL, region and credentials for it, \
            runs it, and ends with its exit status, or with 1 when the server refused one of its requests.
            """)

    @Option(help: "The port; 0 lets the system choose.")
    var port = 0

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The regions the endpoint claims to be in, separated by commas.", valueName: "list"))
    var region = "us-east-1"

    @Option(help: ArgumentHelp("Answer from the recordings in this file or directory. May repeat.", valueName: "path"))
    var recordings: [String] = []

    @Option(help: ArgumentHelp("Answer from this simulated account instead of the demonstration's.", valueName: "file"))
    var account: String?

    @Option(help: ArgumentHelp("The access key id to accept.", valueName: "id"))
    var accessKeyId: String?

    @Option(help: ArgumentHelp("Its secret access key.", valueName: "secret"))
    var secretAccessKey: String?

    @Option(help: ArgumentHelp("Its session token, which requests must then carry.", valueName: "token"))
    var sessionToken: String?

    @Option(help: ArgumentHelp("How far the server's clock is ahead of this machine's.", valueName: "seconds"))
    var clockOffset: Int = 0

    @Option(help: ArgumentHelp("Hold each response back.", valueName: "ms"))
    var latency: Int = 0

    @Flag(help: "Fail (exit status 1) when a request matches nothing or a recording is never asked for.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Log every request, not only the refused ones.")
    var verbose: Int

    @Argument(
        parsing: .postTerminator, help: ArgumentHelp("A command to run against the server.", valueName: "command"))
    var command: [String] = []

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port takes 0 to 65535, found \(port).") }
        guard latency >= 0, latency <= 3_600_000 else {
            throw ValidationError("--latency takes 0 to 3600000 milliseconds, found \(latency).")
        }
        guard (accessKeyId == nil) == (secretAccessKey == nil) else {
            throw ValidationError("--access-key-id and --secret-access-key belong together: give both or neither.")
        }
        if sessionToken != nil, accessKeyId == nil {
            throw ValidationError("--session-token belongs to an --access-key-id and --secret-access-key.")
        }
        if regions.isEmpty { throw ValidationError("--region takes one or more regions separated by commas.") }
    }

    private var regions: [String] { region.split(separator: ",").map(String.init) }

    func run() async throws {
        let facts = ProcessFacts.read()
        let credential = try self.credential(facts.environment)
        let configuration: MockServerConfiguration
        do {
            configuration = try self.configuration(credential.mock, facts)
        } catch {
            StandardStreams.log("doctor: " + error.description)
            throw ExitCode(Int32(ExitStatus.badInput.rawValue))
        }
        let server: MockServer
        do {
            server = try await MockServer.start(configuration)
        } catch {
            StandardStreams.log("doctor: " + error.message)
            throw ExitCode(Int32(ExitStatus.failed.rawValue))
        }
        StandardStreams.writeResult("listening on \(server.endpoint)\n")
        StandardStreams.log("accepting \(credential.words) in \(regions.joined(separator: ", "))")
        if command.isEmpty {
            _ = await untilInterrupted { try await Task.sleep(for: .seconds(1 << 40)) }
        }
        let status = command.isEmpty ? 0 : try await runClient(server, credential)
        let summary = await server.shutdown()
        StandardStreams.log(summary.description)
        if status != 0 { throw ExitCode(status) }
        if summary.failed || (!command.isEmpty && summary.refused > 0) {
            throw ExitCode(Int32(ExitStatus.failed.rawValue))
        }
    }

    private func runClient(_ server: MockServer, _ credential: ServedCredential) async throws -> Int32 {
        let client = ClientProcess(
            command: command, endpoint: server.endpoint, region: regions.first ?? "us-east-1", credential: credential)
        do {
            return try await client.run()
        } catch {
            StandardStreams.log("doctor: cannot run \(command.first ?? ""): \(error)")
            return Int32(ExitStatus.usage.rawValue)
        }
    }

    // MARK: Settings

    private func credential(_ environment: [String: String]) throws -> ServedCredential {
        if let accessKeyId, let secretAccessKey {
            return ServedCredential(
                accessKeyID: accessKeyId, secretAccessKey: secretAccessKey, sessionToken: sessionToken,
                origin: "--access-key-id")
        }
        return ServedCredential(environment: environment) ?? .demonstration
    }

    private func configuration(
        _ credential: MockCredential, _ facts: ProcessFacts
    ) throws(InputProblem) -> MockServerConfiguration {
        var configuration = MockServerConfiguration(credentials: [credential]) {
            SigningTime(unixSeconds: Int64(WallClock.secondsSince1970))
        }
        configuration.host = host
        configuration.port = port
        configuration.regions = Set(regions)
        configuration.clockOffsetSeconds = Int64(clockOffset)
        configuration.latency = .milliseconds(latency)
        configuration.strict = strict ? .on : .off
        configuration.account = try simulatedAccount()
        configuration.recordings = try RecordingFiles.load(recordings).map(\.recording)
        let everything = verbose > 0 || facts.standardErrorIsTerminal
        configuration.log = { entry in
            if everything || entry.status >= 400 || !entry.advice.isEmpty { StandardStreams.log(entry.description) }
        }
        return configuration
    }

    private func simulatedAccount() throws(InputProblem) -> SimulatedAccount {
        guard let account else { return .demonstration }
        let bytes = try FileSystem.read(account)
        do {
            return try SimulatedAccount(parsing: bytes, file: account)
        } catch {
            throw InputProblem(error.description)
        }
    }
}
