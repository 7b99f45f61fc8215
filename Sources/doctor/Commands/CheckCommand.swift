import ArgumentParser
import Catalog
import ConverseAPI
import Diagnosis
import HTTPTransport
import JSONText
import Report
import WireText

/// `doctor check`: everything in order.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check environment, region, configuration, network and clock, then call one model.",
        discussion: """
            Findings about the environment do not stop the later checks. With --targets one model of each account is called, in \
            its first region. The call costs about eight input tokens and one \
            output token. Try it without an AWS account: doctor check --mock

            \(ExitStatusGuide.report)
            """)

    @Option(
        help: ArgumentHelp(
            "The model to call. Default: the one in PRX's configuration, else \(DefaultModel.id).", valueName: "id"))
    var model: String?

    /// `check` is what runs without a command, so a mistyped command ends up here.
    @Argument(help: .hidden)
    var unexpected: [String] = []

    @OptionGroup var targets: TargetsOptions
    @OptionGroup var requests: RequestLimitOptions
    @OptionGroup var identity: IdentityOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        if model?.isEmpty == true { throw ValidationError("--model takes a model's id, found an empty one.") }
        guard let word = unexpected.first else { return }
        let names = CommandList.names
        let nearest = word.utf8.count <= 20 ? NearestName.nearest(to: word, among: names) : nil
        let hint = nearest.map { " Did you mean '\($0)'?" } ?? ""
        // What is not a word, such as a secret without its option, is not repeated.
        guard word.utf8.count <= 20, word.utf8.allSatisfy({ $0.isLowercaseLetter || $0 == 0x2D }) else {
            throw ValidationError("check takes options only, found an argument of \(word.utf8.count) bytes.\(hint)")
        }
        throw ValidationError(
            "There is no command '\(word)'.\(hint) The commands are \(names.joined(separator: ", ")).")
    }

    func run() async throws {
        let run = CommandRun("check", report, on: .models)
        let targets = try targets.read()
        let calls = targets?.list.count ?? 1
        try requests.limit.refuse(
            planOf: calls * ProbeRequest.tokenLimit(of: .converse), "the \(Counted.words(calls, "call"))")
        let command = self
        try await run.perform(on: service, catalog: catalog, targets: targets) { session, collector in
            collector.holdFindings()
            collector.add(session.diagnosis.findings)
            await command.reach(session, targets, run, collector)
            collector.update { $0.findings = $0.findings.causeFirst() }
        }
    }

    /// The part that needs the network.
    ///
    /// An endpoint that is no URL is a finding already, and there is nothing to reach.
    private func reach(
        _ session: ServiceSession, _ targets: AccountTargets?, _ run: CommandRun, _ collector: ReportCollector
    ) async {
        guard session.obstacles.isEmpty else {
            collector.note("nothing was sent: there is no usable endpoint or region")
            return
        }
        let limit = requests.limit
        let probe: EndpointProbe
        do {
            probe = try session.probe(timeLimit: run.timeLimit, limit: limit)
        } catch {
            collector.note("nothing was sent: \(error)")
            return
        }
        run.progress.update("reaching \(probe.endpoint.host)")
        let findings = await probe.findings(samples: 1)
        collector.add(findings)
        if let targets {
            await callEach(targets, session, probe, run, collector)
        } else {
            await identity.ask(session, run, collector, limit: limit)
            await call(session, probe, run, collector)
        }
        limit.note.map(collector.note)
        await probe.transport.shutdown()
    }

    /// A model of each account: the one that is named, else its own first, in its first region.
    private func callEach(
        _ targets: AccountTargets, _ session: ServiceSession, _ probe: EndpointProbe, _ run: CommandRun,
        _ collector: ReportCollector
    ) async {
        let subjects = targets.list.map { target in
            let own = target.models?.first { $0 != "all" && !ModelPattern($0).isPattern }
            return ProbeSubject(
                model: model ?? own ?? session.settings.model?.value ?? DefaultModel.id,
                region: target.regions?.first { $0 != "all" } ?? session.settings.region.value, account: target.name,
                origin: .named, scope: .singleRegion)
        }
        do {
            let accounts = try AccountAccess(
                session: session, transport: probe.transport, limit: probe.limit, targets: targets, run: run)
            await identity.ask(session, run, collector, limit: probe.limit, accounts: accounts)
            let matrix = ModelMatrix(
                probers: try accounts.probers(
                    of: ModelChoice.Chosen(subjects: subjects, catalog: session.catalog), kind: .converse),
                subjects: subjects, concurrency: .init(perLane: 1, inAll: 32))
            await matrix.run(
                report: { collector.add($0) },
                progress: { done, all in run.progress.update("\(done) of \(all) accounts asked") })
            collector.add(matrix.probers.findings)
        } catch {
            collector.note("no model was called: \(error)")
        }
    }

    private func call(
        _ session: ServiceSession, _ probe: EndpointProbe, _ run: CommandRun, _ collector: ReportCollector
    ) async {
        guard let credentials = session.settings.credentials else {
            collector.note("no model was called: there are no usable credentials")
            return
        }
        let chosen = model ?? session.settings.model?.value ?? DefaultModel.id
        let region = session.settings.region.value
        run.progress.update("calling \(PrintableText.escaped(chosen)) in \(PrintableText.escaped(region))")
        do {
            let prober = try ModelProber(
                session, credentials: credentials, regions: [region], kind: .converse, transport: probe.transport,
                timeLimit: run.timeLimit, now: run.facts.now, limit: probe.limit)
            let named = model != nil || session.settings.model != nil
            let subject = ProbeSubject(
                model: chosen, region: region, origin: named ? .named : .defaultList, scope: .singleRegion)
            if let cell = await prober.cell(subject) {
                collector.add(cell)
                if cell.requestId != nil || cell.status == .pass {
                    collector.update { $0.findings = $0.findings.map(NetworkCheck.behindGateway) }
                }
            }
            if !collector.current.findings.contains(where: { $0.code == ForeignAnswer.code }) {
                collector.add(prober.stranger.findings)
            }
            collector.add(prober.refusal.findings)
        } catch {
            collector.note("no model was called: \(error)")
        }
    }
}
