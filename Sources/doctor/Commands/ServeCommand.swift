import ArgumentParser
import MockBedrock
import RecordingImport
import Recordings
import Report
import SigV4
import SignatureForensics
import Subprocess
import UnixSignals
import WireText

/// `doctor serve`: the mock server for any client.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve Bedrock from a mock that verifies signatures, for any client.",
        discussion: """
            The first line on standard output is `listening on http://127.0.0.1:PORT` (https with --tls). Without a command after --, it is followed \
            by the export lines for a client in another shell. Requests are logged on standard error. The server refuses what the \
            service refuses, and names its finding in the response header x-doctor-finding. SIGTERM and Ctrl-C stop the server with \
            a summary; after Ctrl-C the exit status is 130.

            Without --credentials-file the server accepts the AWS_* credentials of the environment, or else its demonstration \
            pair, which it prints. An API key is accepted from --bearer-token-file or AWS_BEARER_TOKEN_BEDROCK, and so is every \
            short-term key that the pair has signed; --bearer makes one where there is none. For a command after -- it sets \
            AWS_ENDPOINT_URL_BEDROCK_RUNTIME, AWS_ENDPOINT_URL_BEDROCK, region and credentials, runs it, and passes SIGTERM and \
            SIGINT on to it. It is killed if it does not end within 1.4 seconds of SIGTERM.

            With --tls the certificate is made for this run, by an authority whose key never leaves memory. A command after -- is \
            given it by the variables by which clients find authorities (\(TrustBundle.variables.joined(separator: ", "))), in a \
            temporary file beside those it trusted before. For other clients --tls-ca FILE writes it, and the export lines name \
            FILE. A handshake that fails is explained; plain HTTP gets a readable 400.

            With --proxy a client whose https endpoint is fixed can be tested, if it takes a proxy: CONNECT to a host of Bedrock or \
            STS in a --region, or to a --tls-name, is answered by the mock itself with a certificate for that host. Nothing is \
            forwarded; other hosts get 403. A command is given HTTPS_PROXY and the authority, and no endpoint.

            With --explain each failure is explained as it happens, on standard error: its causes, the lines that differ, and the \
            fix. With a command, a report of every distinct failure follows at the end, in the forms of --format. When the report \
            goes to standard output, the address and the client's own output go to standard error. With --output FILE the client \
            keeps standard output.

              doctor serve --explain -- python client.py
              doctor serve --explain --format junit --output signing.xml -- npm test

            Several clients at once are kept apart by an endpoint with a name at its end, http://127.0.0.1:PORT/client/NAME, or by the \
            header X-Doctor-Client: NAME. Each has faults, recordings, quotas and counts of its own. What is signed is the whole path.

            --admin opens an endpoint on 127.0.0.1 for faults and verdicts at run time. Its address, in DOCTOR_ADMIN for a command, \
            holds a secret; GET of it lists what is there, `doctor schema admin` describes the answers. --page shows the requests as \
            they come in a browser, with what was signed and what should have been.

              curl -d '{"rule": "throttle:times=1", "client": "a"}' -H 'Content-Type: application/json' "${DOCTOR_ADMIN}faults"
              curl "${DOCTOR_ADMIN}verdict?client=a"

            Where an account has roles, AWS_ENDPOINT_URL_STS is set too, and AssumeRole hands out their credentials.

            With --strict the run fails (exit status 1) if a request was refused, if nothing could answer one, or if a recording of \
            --recordings was never used. An unsigned GET or HEAD of / or of a usual health path counts as a probe of the server, not \
            as a refused request. Recordings answer first; a simulated account answers the rest. With --strict a call that differs from a \
            recording of the same model is refused, with the differences. -v logs every request, not only \
            those that failed.

            Exit status with a command: the command's own if it is not 0 (128 plus the signal's number if a signal ended it; 127 if \
            there is no such program, 126 if it cannot be run); otherwise 1 if a request was refused or --strict failed the run; 2 \
            if no call reached the server that could be judged (1 with --strict); otherwise 0. Without a command: 0, or 1 if --strict failed the run. \
            \(ExitStatusGuide.others)

            \(FaultRule.guide)
            """)

    @Option(help: "The port; 0 lets the system choose.")
    var port = 0

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The regions the endpoint claims to be in, separated by commas.", valueName: "list"))
    var region = "us-east-1"

    @Option(
        help: ArgumentHelp("Answer from the recordings in this file or directory. May repeat.", valueName: "path"),
        completion: .file())
    var recordings: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Answer from this simulated account (recordings/accounts/README.md) instead of the demonstration's. May repeat: the \
            credentials are those of the first account, and AssumeRole hands out the roles of all of them.
            """, valueName: "file"), completion: .file())
    var account: [String] = []

    @OptionGroup var accepted: ServedCredentialOptions
    @OptionGroup var bearer: ServedBearerOptions

    @OptionGroup var tls: TLSOptions

    @Flag(
        help: "Be a proxy as well, which answers for the hosts of Bedrock and STS itself and forwards nothing.")
    var proxy = false

    @Option(
        // The value may begin with a minus sign.
        parsing: .unconditional,
        help: ArgumentHelp(
            "How far the server's clock is ahead of this machine's (negative: behind).", valueName: "seconds"))
    var clockOffset: Int = 0

    @Option(help: ArgumentHelp("Hold each response back.", valueName: "ms"))
    var latency: Int = 0

    @Option(
        help: ArgumentHelp(
            "How many signatures to try for the cause of a refused one; 0 looks for none. A search also ends after 10 seconds.",
            valueName: "count"))
    var searchBudget = SignatureExaminer.usualBudget

    @Option(
        help: ArgumentHelp(
            "Let something go wrong with answers, such as throttle:times=2; the list stands above. May repeat.",
            valueName: "spec"),
        completion: Completions.faults,
        transform: { (text) throws in
            do throws(FaultRuleError) {
                return try FaultRule(parsing: text)
            } catch {
                throw ValidationError(error.message)
            }
        })
    var fault: [FaultRule] = []

    @Flag(help: "Explain each failed request as it comes, on standard error; with a command, report all at the end.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "Write each request and its answer into this file, secrets masked, for doctor explain.", valueName: "file"),
        completion: .file())
    var dump: String?

    @OptionGroup var watching: AdminOptions
    @OptionGroup var time: DeadlineOptions
    @OptionGroup var report: ReportOptions

    @Argument(
        parsing: .postTerminator, help: ArgumentHelp("A command to run against the server.", valueName: "command"))
    var command: [String] = []

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port takes 0 to 65535, found \(port).") }
        try tls.check(proxy: proxy)
        try watching.check()
        try WrittenFiles.check(
            [
                ("--dump", dump), ("--journal", watching.journal), ("--ready-file", watching.readyFile),
                ("--tls-ca", tls.tlsCa),
            ] + report.destinations.map { ("--output", $0.path) })
        guard latency >= 0, latency <= 3_600_000 else {
            throw ValidationError("--latency takes 0 to 3600000 milliseconds, found \(latency).")
        }
        guard searchBudget >= 0 else {
            throw ValidationError("--search-budget takes a number of signatures, found \(searchBudget).")
        }
        // A simulated time must stay one that a request can be signed with: four digits for the year.
        guard abs(clockOffset) <= 100 * 366 * 86_400 else {
            throw ValidationError("--clock-offset takes at most a hundred years, found \(clockOffset) seconds.")
        }
        if !explain, !report.format.isEmpty || !report.output.isEmpty {
            throw ValidationError("--format and --output belong to the report of --explain.")
        }
        if explain, command.isEmpty, !report.format.isEmpty || !report.output.isEmpty {
            throw ValidationError(
                "A report at the end needs a command after --; without one --explain tells as it goes.")
        }
        if !report.failOn.isEmpty {
            throw ValidationError("--fail-on belongs to reports: a server fails by what it refused, and with --strict.")
        }
        if regions.isEmpty { throw ValidationError("--region takes one or more regions separated by commas.") }
        try RegionNames.check(regions, from: "--region")
    }

    private var regions: [String] {
        region.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    func run() async throws {
        let run = CommandRun("serve", report)
        try run.requireOutputs()
        let facts = run.facts
        let requests =
            explain
            ? ServedRequests(
                style: logStyle(facts), empty: run.emptyReport, verbosity: report.verbose) : nil
        let credential =
            try accepted.credential() ?? ServedCredential(environment: facts.environment) ?? .demonstration
        // Before anything is written: a start that fails leaves no file behind.
        let bearer = try bearer.bearer(beside: accepted, environment: facts.environment)
        let tls = try ServedTLS(self.tls, host: host, isProxy: proxy, now: facts.now)
        var configuration = try configuration(credential.mock, tls, facts, requests)
        let watch = try ServedWatch(watching, dump: dump, facts)
        if requests != nil || watch.observes {
            configuration.observe = { observation in
                // First of all: who has seen what is explained finds it in the journal.
                watch.take(observation)
                requests?.take(observation)
            }
        }
        configuration.bearerKeys = [bearer?.mock].compactMap(\.self)
        configuration.homeRegion = regions.first
        let server = try await MockServer.started(configuration)
        // Trapped before anybody can know that the server runs, so that no signal ends it without a summary.
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        var address = MockAddress(
            endpoint: server.endpoint, region: regions.first ?? "us-east-1", credential: credential,
            bearer: bearer.flatMap { $0.use == .given ? $0 : nil }, authorities: tls.file, isProxy: proxy,
            handsOutRoles: ([configuration.account].compactMap(\.self) + configuration.otherAccounts)
                .contains { !$0.roles.isEmpty })
        let bundle: TrustBundle?
        var admin: AdminServer?
        do {
            admin = try await watch.open(on: server, run, explaining: CommandRun("explain", report))
            address.admin = admin?.address
            bundle = try command.isEmpty ? nil : tls.bundle(facts.environment)
            // Before a word is said of it: what cannot be written ends the run.
            try watch.ready(endpoint: server.endpoint, admin: admin?.address)
            try tell(address, tls, accepting: [credential.words] + [bearer?.words].compactMap(\.self))
        } catch {
            watch.end()
            await admin?.shutdown()
            _ = await server.shutdown()
            throw error
        }
        defer {
            bundle?.remove()
            watch.end()
        }
        if let bundle { address.authorities = bundle.path }
        let end = await ServingEnd.awaited(
            client(of: server, address, facts), signals, facts, within: time.limit)
        let summary = await windingDown { [admin] in
            await admin?.shutdown()
            return await server.shutdown()
        }
        StandardStreams.log(summary.description)
        watch.lost.forEach(StandardStreams.log)
        // Without a command each failure was explained as it came.
        var found = command.isEmpty ? nil : requests?.report(connections: summary.connections)
        let outcome = ServedOutcome(end: end, summary: summary, findings: found?.findings ?? [])
        if let words = outcome.words(command.first ?? "", strict: report.strict) {
            StandardStreams.log("doctor: " + words)
        }
        let status = outcome.status(strict: report.strict)
        found?.exitCode = Int(status)
        if let found { try run.write(found, ExplainText.renderer(verbosity: report.verbose)) }
        try ExitStatus.end(with: status)
    }

    /// Says where the server is, first of all on standard output, and as whom it is to be called.
    ///
    /// All of it is one piece, so that a script that has the first line has the others too.
    private func tell(_ address: MockAddress, _ tls: ServedTLS, accepting words: [String]) throws {
        let place = "listening on \(address.endpoint)"
        if ownsStandardOutput {
            StandardStreams.log(place)
        } else {
            let lines = [place] + (command.isEmpty ? address.exportLines : [])
            try StandardStreams.writeResult(lines.joined(separator: "\n") + "\n")
        }
        StandardStreams.log("accepting \(words.joined(separator: " and ")) in \(regions.joined(separator: ", "))")
        if command.isEmpty, let advice = tls.advice { StandardStreams.log(advice) }
        if let admin = address.admin { StandardStreams.log((watching.page ? "live page " : "admin endpoint ") + admin) }
    }

    /// Whether a report on standard output leaves no room there for anything else.
    private var ownsStandardOutput: Bool {
        explain && !command.isEmpty && report.destinations.contains { $0.path == "-" }
    }

    private func logStyle(_ facts: ProcessFacts) -> TextStyle {
        TextStyle(
            colored: report.color.applies(toTerminal: facts.standardErrorIsTerminal, environment: facts.environment),
            width: facts.standardErrorColumns)
    }

    /// The command after `--`; `nil` without one.
    private func client(of server: MockServer, _ address: MockAddress, _ facts: ProcessFacts) -> ClientProcess? {
        guard !command.isEmpty else { return nil }
        return ClientProcess(
            command: command, address: address, host: server.host, surroundings: facts.environment,
            output: ownsStandardOutput ? .currentStandardError : .currentStandardOutput)
    }

    // MARK: Settings

    private func configuration(
        _ credential: MockCredential, _ tls: ServedTLS, _ facts: ProcessFacts, _ requests: ServedRequests?
    ) throws(InputProblem) -> MockServerConfiguration {
        var configuration = MockServerConfiguration(credentials: [credential]) {
            WallClock.signingTime
        }
        configuration.host = host
        configuration.port = port
        configuration.identity = tls.identity
        configuration.proxy = tls.proxy
        configuration.handshakeFailed = { failure in
            if let requests { requests.take(failure) } else { StandardStreams.log(failure.description) }
        }
        configuration.regions = Set(regions)
        configuration.clockOffsetSeconds = Int64(clockOffset)
        configuration.latency = .milliseconds(latency)
        configuration.examiner = searchBudget > 0 ? SignatureExaminer(budget: searchBudget) : nil
        configuration.faults = fault
        configuration.strict = report.strict ? .on : .off
        let accounts = try simulatedAccounts()
        configuration.account = accounts.first ?? .demonstration
        configuration.otherAccounts = Array(accounts.dropFirst())
        configuration.recordings = try RecordingFiles.load(recordings).map(\.recording)
        let everything = report.verbose > 0 || facts.standardErrorIsTerminal
        configuration.log = { entry in
            let isFailure = entry.status >= 400 && entry.verdict != .probed
            if everything || isFailure || !entry.advice.isEmpty || entry.fault != nil {
                StandardStreams.log(entry.description)
            }
        }
        return configuration
    }

    private func simulatedAccounts() throws(InputProblem) -> [SimulatedAccount] {
        var accounts: [SimulatedAccount] = []
        for file in account {
            let bytes = try FileSystem.read(file)
            let found: SimulatedAccount
            do {
                found = try SimulatedAccount(parsing: bytes, file: file)
            } catch {
                throw InputProblem(error.description)
            }
            if accounts.contains(where: { $0.accountID == found.accountID }) {
                throw InputProblem(
                    file: file,
                    message:
                        "$.account: expected another account than those of the files before it, found \(found.accountID) again"
                )
            }
            accounts.append(found)
        }
        return accounts
    }
}
