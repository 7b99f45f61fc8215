import ArgumentParser
import Catalog
import Diagnosis
import JSONText
import Report
import WireText

/// One run of a command: its time, its session with the service, its report, and the exit status it ends with.
///
/// Every command runs through one: ``perform(text:exit:_:)`` for those whose result is a report, ``perform(on:text:_:)``
/// for those that talk to the service besides. Those that wait for a client or a program decide their status themselves, and
/// take the rest from here.
struct CommandRun: Sendable {
    let command: String
    let facts: ProcessFacts
    /// When the run began, for its report.
    private var startedAt = WallClock.text
    private var began = Stopwatch.elapsed
    let progress: ProgressLine
    /// The results that the command is run for.
    let subject: ReportSubject
    /// Which results it gives, which are known to fail, and how long it may take.
    let manners: RunManners
    private let options: SendableReportOptions
    /// The command line that commands in the report go on from; nil for that of this process.
    private var invocation: Invocation?

    init(
        _ command: String, _ options: ReportOptions, on subject: ReportSubject = .findings, _ manners: RunManners? = nil
    ) {
        self.command = command
        self.subject = subject
        self.manners = manners ?? RunManners(failing: options.failing)
        self.facts = .read()
        self.options = SendableReportOptions(options)
        self.progress = ProgressLine(enabled: facts.standardErrorIsTerminal, width: facts.standardErrorColumns)
    }

    /// Does the work, writes the report, and throws the exit status when it is not 0.
    ///
    /// An interrupted run still writes what it has found. Input problems go to standard error, after the results
    /// of the inputs that could be read.
    ///
    /// - Parameters:
    ///   - exit: The status that the results call for, when it is not the usual one.
    ///   - text: The text form, when it is not the usual list of findings, cells and cases.
    ///   - work: The command's work; what it adds to the collector is the report.
    func perform(
        text: TextRenderer? = nil, exit: (@Sendable (Report) -> ExitStatus)? = nil,
        _ work: @escaping @Sendable (ReportCollector) async throws -> Void
    ) async throws {
        if manners.isListing, options.destinations.contains(where: { $0.format != .text }) {
            throw ValidationError("--list is written as text only: a name a line is no report.")
        }
        let streams = manners.isListing ? [:] : streams()
        // Before the run has cost anything.
        try requireOutputs()
        for stream in streams.values where !readsReports {
            try stream.open()
            stream.begin()
        }
        let collector = ReportCollector(
            emptyReport, streams: Array(streams.values), manners: manners,
            choosesFindings: subject != .cases && subject != .models)
        let deadline = manners.deadline
        let drawing = Task { await progress.run() }
        var outcome = await untilInterrupted(within: deadline, after: subject == .cases ? collector.planned : nil) {
            try await work(collector)
        }
        drawing.cancel()
        await drawing.value
        var status: ExitStatus
        var problems: [String] = []
        var unreached: Int? = 0
        if case .late = outcome, let deadline { unreached = collector.settle(after: .deadline(deadline)) }
        if case .interrupted(let failure) = outcome {
            unreached = collector.settle(after: .signal)
            // A signal that came when everything was there has cut nothing.
            if unreached == 0, failure == nil { outcome = .finished }
        }
        if case .finished = outcome { collector.settleKnown() }
        var report = collector.current
        switch outcome {
        case .finished:
            status = exit.map { $0(report) } ?? report.exitStatus(failing: manners.failing, on: subject)
        case .late:
            status = exit.map { $0(report) } ?? report.exitStatus(failing: manners.failing, on: subject)
            if let note = RunCut.deadline(deadline ?? .zero).note(on: unreached) { report.notes.append(note) }
        case .interrupted:
            status = .interrupted
            // Everything may be there, and what would have been said of it not.
            let note = RunCut.signal.note(on: unreached) ?? "interrupted: this is what was found until then"
            report.notes.append(note)
        case .failed(let listing as Listing):
            return try write(listing.text, to: options.destinations.map(\.path))
        case .failed(let error):
            guard let failure = CommandFailure(error) else { throw error }
            status = failure.status
            problems = failure.messages
        }
        report.exitCode = status.rawValue
        do {
            try write(report, text, problems: problems, streams: streams, failing: collector.failing)
        } catch {
            // A status of results says that there is a report.
            problems += error.problems.map(\.description)
            if status.rawValue < ExitStatus.usage.rawValue { status = .badInput }
        }
        if status == .noVerdict { problems.append("no verdict was reached (exit status \(status.rawValue))") }
        for problem in problems { StandardStreams.log("doctor: " + problem) }
        try status.end()
    }

    /// The same with a session, which is closed however the work ends.
    func perform(
        on service: ServiceOptions, catalog: CatalogOptions? = nil, targets: AccountTargets? = nil,
        text: TextRenderer? = nil,
        exit: (@Sendable (Report) -> ExitStatus)? = nil,
        _ work: @escaping @Sendable (ServiceSession, ReportCollector) async throws -> Void
    ) async throws {
        let file = catalog?.file
        try await perform(text: text, exit: exit) { collector in
            let catalog = try CatalogOptions.read(file)
            try await withSession(service, catalog: catalog, targets: targets) { session in
                collector.update { $0.target = session.target }
                try await work(session, collector)
            }
        }
    }

    /// Opens a session, and closes it however the work ends.
    func withSession(
        _ service: ServiceOptions, catalog: ModelCatalog = .documented, targets: AccountTargets? = nil,
        _ work: (ServiceSession) async throws -> Void
    ) async throws {
        let session = try await ServiceSession.open(
            service, facts, timeLimit: timeLimit, catalog: catalog, targets: targets)
        do {
            try await work(session)
        } catch {
            await session.close()
            throw error
        }
        await session.close()
    }

    /// The same run, begun now: a server answers one that asks long after it was started.
    var begunAnew: CommandRun {
        var run = self
        run.startedAt = WallClock.text
        run.began = Stopwatch.elapsed
        return run
    }

    /// A run of a command that nobody has typed, as a server makes one for what is pasted: nothing of the server's own command
    /// line goes into the commands of its report.
    var untyped: CommandRun {
        var run = self
        run.invocation = Invocation(command: command)
        return run
    }

    /// The report of this run before anything was found.
    var emptyReport: Report {
        Report(tool: .init(version: ToolVersion.current), command: command, startedAt: startedAt)
    }

    /// The longest that a single call may take.
    var timeLimit: Duration { options.timeLimit }

    /// The report with the time of this run, and with commands that go on from it.
    func completed(_ report: Report) -> Report {
        var report = report
        // A report of other runs that was read keeps the time that they took.
        if report.command == command { report.durationMs = (Stopwatch.elapsed - began).milliseconds }
        return report.placed(at: Place(facts.place, variables: facts.environment), facts.environment)
            .completed(by: invocation ?? Invocation(command: command, arguments: facts.arguments))
    }

    /// Where lines go as they come, by their files.
    private func streams() -> [String: ResultStream] {
        let paths = options.destinations.filter { $0.format == .jsonl }.map(\.path)
        return Dictionary(
            paths.map { ($0, ResultStream(path: $0, empty: emptyReport, completed: completed)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func written(_ form: String, _ render: () throws -> String) throws(InputProblem) -> String {
        do { return try render() } catch { throw InputProblem("the report cannot be written as \(form): \(error)") }
    }

    private func isEmpty(_ report: Report) -> Bool {
        report.findings.isEmpty && report.models.isEmpty && report.cases.isEmpty
    }

    // MARK: Outputs

    /// Whether it begins with files that may be written over in the end, and waits for nobody.
    private var readsReports: Bool { command == MergeCommand.name || command == "diff" }

    /// Refuses places at which no output can be written, and lets none of several outputs end the run before the others are
    /// written; before the run has cost anything.
    func requireOutputs() throws(InputProblem) {
        let files = options.destinations.map(\.path).filter { $0 != "-" }
        for file in files { try FileSystem.requirePlace(for: file) }
        // A reader of standard output that leaves early takes no file along.
        if !files.isEmpty { BrokenPipes.failWrites() }
    }

    /// Writes the same text to several places; one that fails keeps it from no other.
    func write(_ text: String, to paths: [String]) throws(InputProblems) {
        try InputProblems.collected(paths) { (path) throws(InputProblem) in try write(text, to: path) }
    }

    private func write(_ text: String, to path: String) throws(InputProblem) {
        if path == "-" {
            try StandardStreams.writeResult(text)
        } else {
            // What is signed is a whole request.
            let readership: FileSystem.Readership = command == "sign" ? .owner : .usual
            try FileSystem.write(Array(StandardStreams.secrets.masked(text).utf8), to: path, readableBy: readership)
        }
    }

    /// Writes a report to wherever the options want it, its commands completed with what was typed for this run.
    ///
    /// - Parameters:
    ///   - problems: What could not be read. A person sees it on standard error, and no text beside it that has nothing to
    ///     say; a program sees it in the report's notes.
    ///   - streams: Those that have the first lines already, by their files.
    ///   - rule: What fails the run; `nil` for what was said of it.
    /// - Throws: what could not be written; every other form is.
    func write(
        _ found: Report, _ renderer: TextRenderer?, problems: [String] = [], streams: [String: ResultStream] = [:],
        failing rule: FailureRule? = nil
    ) throws(InputProblems) {
        let found = completed(found)
        let rule = rule ?? manners.failing
        let faults = found.exitCode >= ExitStatus.usage.rawValue ? problems : []
        try InputProblems.collected(options.destinations) { (destination) throws(InputProblem) in
            var report = found
            if destination.format != .text {
                report.notes += problems
            } else if !problems.isEmpty, isEmpty(report) {
                return
            }
            if destination.format == .jsonl {
                let stream = streams[destination.path] ?? self.streams()[destination.path]
                try stream?.end(report)
            } else {
                let text = try rendered(report, as: destination, renderer, failing: rule, faults)
                try write(text, to: destination.path)
            }
        }
    }

    private func rendered(
        _ report: Report, as destination: (format: ReportFormat, path: String), _ renderer: TextRenderer?,
        failing rule: FailureRule, _ faults: [String]
    ) throws(InputProblem) -> String {
        switch destination.format {
        // It is written line by line.
        case .jsonl: return ""
        case .json: return report.json().text(.pretty(indent: 2)) + "\n"
        case .github: return GitHubReport(report: report, rule: rule, faults: faults).rendered()
        case .junit: return JUnitReport(report: report, failing: rule, faults: faults).rendered()
        case .markdown: return MarkdownReport(report: report).rendered()
        case .openmetrics: return OpenMetricsReport(report: report).rendered()
        case .html: return try written("HTML") { try HTMLReport(report: report).rendered() }
        case .text:
            let toTerminal = destination.path == "-" && facts.standardOutputIsTerminal
            let style = TextStyle(
                colored: options.color.applies(toTerminal: toTerminal, environment: facts.environment),
                width: destination.path == "-" ? facts.standardOutputColumns : TerminalWidth.usual)
            return renderer?(report, style)
                ?? TextReport(report: report, style: style, verbosity: options.verbosity).rendered()
        }
    }
}

/// The values of ``ReportOptions`` that a run needs, free of the parser's wrappers.
private struct SendableReportOptions: Sendable {
    var destinations: [(format: ReportFormat, path: String)]
    var color: ColorChoice
    var verbosity: Int
    var timeLimit: Duration

    init(_ options: ReportOptions) {
        destinations = options.destinations
        color = options.color
        verbosity = options.verbose
        timeLimit = options.timeLimit
    }
}
