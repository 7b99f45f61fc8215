import ArgumentParser
import MockBedrock
import Report

/// `doctor record`: recordings from other tools' files, from the wire, and against a service of today.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Make recordings: import other tools' files, capture a client's calls, or check for drift.",
        discussion: """
            Import: `doctor record FILE...` converts files of VCR, betamax, go-vcr, httprr, WireMock, nock, Hoverfly and \
            Polly.JS, and HAR files, into recordings of the schema converse-recording/1, and reports on standard error what it \
            left out. One file goes to standard output or --output FILE; several go to --into DIRECTORY.

            Capture: `doctor record --upstream URL --listen PORT` relays calls between a client and the upstream. It verifies the \
            client's signature or API key, signs again with the environment's credentials or sends its API key (--auth), passes streams on as they arrive, and writes one \
            recording for the run, in the order of the requests: to --into FILE.json, or to capture-TIME.json in --into DIRECTORY. \
            The file is always complete: an interruption loses only calls that had not ended. The first line on standard output is \
            `listening on http://127.0.0.1:PORT`. For a command after -- it sets endpoint, region and credentials, and runs it. \
            Without --upstream, the upstream is the region's own host.

            Relayed requests are signed with your credentials, so only your client may send them. A capture creates a key pair, \
            shows it on standard error, gives it to the command after --, and relays only requests signed with that pair, with \
            --access-key-id's, or with the upstream's. A client that sends an API key gets one with --bearer. Everything else is refused and counted: unsigned and wrongly signed requests, \
            requests from web pages, a Host other than the address listened on, and any operation except Converse, ConverseStream, \
            CountTokens, InvokeModel, InvokeModelWithResponseStream and the reads of models, inference profiles and availability. \
            --allow adds operations; nothing lets an unsigned request through. With --strict a refused request also fails the run.
            With --tls clients call it over https, as doctor help serve says; a --tls-name may be their Host.

            Check: `doctor record --check PATH... --upstream URL` sends recorded requests to the upstream and compares the shape of \
            the answers: members, their types, the order of events, headers; not what the model says. It first prints the most \
            requests and tokens the check can use.

            Recordings never contain credentials: only headers known to be harmless are kept, and bodies are searched.

            Exit status: 0 something was recorded, or nothing has drifted; 1 something failed or was refused; 2 nothing was recorded, \
            or nothing could be compared; \(ExitStatusGuide.others)
            """)

    // The parser knows one list of arguments only; the options say what it holds.
    @Argument(
        help: ArgumentHelp(
            "Files or directories to import, or to check with --check. In a capture, after --: a command whose calls "
                + "are captured.", valueName: "path"), completion: .file())
    var arguments: [String] = []

    @Option(
        name: [.long, .customLong("output-dir")],
        help: ArgumentHelp("Where recordings go: a directory, or a file that ends in .json.", valueName: "path"),
        completion: .file())
    var into: String?

    @Option(help: ArgumentHelp("The service to send to; the same as --endpoint-url.", valueName: "url"))
    var upstream: String?

    @Option(help: ArgumentHelp("Capture on this port; 0 lets the system choose.", valueName: "port"))
    var listen: Int?

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "Send these requests on too: a method and a path, in which * is any text in a segment and ** any text, such "
                + "as 'GET:/guardrails/*'. May repeat.", valueName: "method:path"),
        transform: { (text) throws in
            do throws(RelayPatternError) {
                return try RelayPattern(parsing: text)
            } catch {
                throw ValidationError("--allow: \(error.message)")
            }
        })
    var allow: [RelayPattern] = []

    @OptionGroup var accepted: ServedCredentialOptions
    @OptionGroup var bearer: ServedBearerOptions
    @OptionGroup var tls: TLSOptions

    @Flag(help: "Send the recorded requests to the upstream, and report how the shape of its answers has changed.")
    var check = false

    @Option(
        help: ArgumentHelp(
            "With --check: what limits the answer to a request that has no maxTokens of its own.", valueName: "number"))
    var answerTokens = 512

    @OptionGroup var shard: ShardOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var requests: RequestLimitOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var report: ReportOptions

    /// What the options ask for.
    enum Task { case importing, capture, check }

    var task: Task {
        if check { return .check }
        return listen != nil || upstream != nil || service.endpointURL != nil || service.mock ? .capture : .importing
    }

    func validate() throws {
        if let listen, !(0...65535).contains(listen) {
            throw ValidationError("--listen takes 0 to 65535, found \(listen).")
        }
        if upstream != nil, service.endpointURL != nil || service.mock {
            throw ValidationError("--upstream, --endpoint-url and --mock exclude each other: each names the upstream.")
        }
        guard task == .check || (requests.maxRequests == nil && requests.maxTokens == nil) else {
            throw ValidationError(
                "\(requests.maxRequests == nil ? "--max-tokens" : "--max-requests") belongs to --check: nothing else sends requests of its own."
            )
        }
        if task != .check { try refuseWordsOfCheck() }
        guard (1...1_000_000).contains(answerTokens) else {
            throw ValidationError("--answer-tokens takes 1 to 1000000, found \(answerTokens).")
        }
        if into?.isEmpty == true { throw ValidationError("--into takes a path, found an empty one.") }
        guard task == .capture || allow.isEmpty else {
            throw ValidationError("--allow belongs to a capture: give --upstream or --listen.")
        }
        try tls.check()
        guard task == .capture || !tls.tls else {
            throw ValidationError("--tls belongs to a capture: give --upstream or --listen.")
        }
        switch task {
        case .importing: try validateImport()
        case .capture:
            if let first = arguments.first, !CommandLine.arguments.contains("--") {
                throw ValidationError(
                    "A capture takes no files, found \(first): import them without --listen and --upstream, check them "
                        + "with --check, or put -- before a command to run.")
            }
            guard report.format.isEmpty, report.output.isEmpty else {
                throw ValidationError("A capture writes its recording to --into; --format and --output are for others.")
            }
        case .check:
            guard !arguments.isEmpty else { throw ValidationError("--check takes files or directories of recordings.") }
            guard listen == nil, into == nil else {
                throw ValidationError("--check makes no recording: leave --listen and --into out.")
            }
        }
    }

    /// Words about the cases of a check, which nothing else has.
    private func refuseWordsOfCheck() throws {
        let words: [(name: String, isGiven: Bool)] = [
            ("--run", !selection.choice.run.isEmpty), ("--skip", !selection.choice.skip.isEmpty),
            ("--known-failing", selection.known.knownFailing != nil), ("--list", listing.isListing),
            ("--shard", shard.shard != nil), ("--fail-on", !report.failOn.isEmpty),
        ]
        if let word = words.first(where: \.isGiven) {
            throw ValidationError("\(word.name) belongs to --check: nothing else has cases.")
        }
        if task == .importing, selection.time.deadline != nil {
            throw ValidationError("--deadline belongs to --check and to a capture: an import waits for nobody.")
        }
    }

    private func validateImport() throws {
        guard !arguments.isEmpty else {
            throw ValidationError(
                "Name files to import, or --upstream or --listen to capture, or recordings to --check.")
        }
        guard report.format.isEmpty else {
            throw ValidationError("An import writes recordings: --format belongs to --check.")
        }
        if into != nil, !report.output.isEmpty {
            throw ValidationError("--output and --into exclude each other: both say where the recording goes.")
        }
    }

    func run() async throws {
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("record", report, on: .cases, manners)
        switch task {
        case .importing:
            let target = report.output.first.map(ImportRun.Target.file) ?? into.map(ImportRun.Target.init) ?? .standard
            try ImportRun(paths: arguments, target: target, environment: run.facts.environment).perform()
        case .capture:
            try await CaptureRun(
                service: serviceOptions, host: host, port: listen ?? 0, into: into ?? ".",
                client: try accepted.credential(),
                clientKey: try bearer.bearer(beside: accepted, environment: [:]), tls: tls,
                allowed: allow, isStrict: report.strict, command: arguments, deadline: selection.time.limit
            ).perform(run)
        case .check:
            try await DriftRun(
                paths: arguments, service: serviceOptions, limits: requests, answerTokens: answerTokens,
                part: PlanPart(
                    position: try shard.position(run.facts.environment),
                    terms: ["record", "check", "\(answerTokens)"], manners: manners)
            ).perform(run)
        }
    }

    /// The options of the service, with `--upstream` as its endpoint.
    private var serviceOptions: ServiceOptions {
        var options = service
        options.endpointURL = upstream ?? service.endpointURL
        return options
    }
}
