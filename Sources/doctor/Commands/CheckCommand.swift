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
            "The model to call. Default: the one in PRX's configuration, else \(DefaultModel.id).", valueName: "id"),
        completion: Completions.models)
    var model: String?

    /// `check` is what runs without a command, so a mistyped command ends up here, and so does an option that it does not have.
    @Argument(parsing: .allUnrecognized, help: .hidden)
    var unexpected: [String] = []

    @OptionGroup var targets: TargetsOptions
    @OptionGroup var requests: RequestLimitOptions
    @OptionGroup var identity: IdentityOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        try targets.check(service)
        if model?.isEmpty == true { throw ValidationError("--model takes a model's id, found an empty one.") }
        guard let word = unexpected.first else { return }
        if word.hasPrefix("-"), word != "-" { throw ValidationError(UnknownOption(word).message(of: Self.self)) }
        let names = CommandList.names
        let nearest = word.utf8.count <= 20 ? NearestName.nearest(to: word, among: names) : nil
        let hint = nearest.map { " Did you mean '\($0)'?" } ?? ""
        // What is not a word, such as a secret without its option, is not repeated.
        guard word.utf8.count <= 20, word.utf8.allSatisfy({ $0.isLowercaseLetter || $0 == 0x2D }) else {
            throw ValidationError(
                "check takes options only, found an argument of \(Counted.words(word.utf8.count, "byte")).\(hint)")
        }
        throw ValidationError(
            "There is no command '\(word)'.\(hint) The commands are \(names.joined(separator: ", ")).")
    }

    func run() async throws {
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("check", report, on: .call, manners)
        let targets = try targets.read()
        let calls = targets?.list.count ?? 1
        try requests.limit.refuse(
            planOf: calls * ProbeRequest.tokenLimit(of: .converse), "the \(Counted.words(calls, "call"))")
        let command = self
        // Where the call was left out, the checks are what the run was for.
        let exit: @Sendable (Report) -> ExitStatus = { report in
            report.exitStatus(
                failing: manners.failing,
                on: report.models.isEmpty && !manners.selection.isEverything ? .findings : .models)
        }
        try await run.perform(on: service, catalog: catalog, targets: targets, exit: exit) { session, collector in
            let all = command.subjects(session, targets)
            let (places, choice) = try manners.chosen(
                among: all.map(\.name), "cells, checks and codes", others: RunManners.findingNames, mayBeNone: true)
            let subjects = places.map { all[$0] }
            let checks = try manners.chosen(
                EnvCommand.checks + Self.checks + (command.identity.identity ? [.identity] : []),
                beside: subjects.count)
            if manners.isListing { throw Listing(names: checks.map(\.rawValue) + subjects.map(\.name)) }
            collector.choose(by: choice)
            collector.holdFindings()
            collector.expect(cells: subjects.map(\.unasked), checks: Self.checks.filter(manners.asks))
            collector.add(session.diagnosis.findings)
            await command.reach(session, targets, subjects, run, collector)
            collector.update { $0.findings = $0.findings.causeFirst() }
        }
    }

    /// What is asked over the network, beside the calls.
    static let checks: [Check] = [.network, .clock]

    /// The call that is made in the end; with accounts, one of each: the model that is named, else the account's own first, in
    /// its first region.
    private func subjects(_ session: ServiceSession, _ targets: AccountTargets?) -> [ProbeSubject] {
        guard let targets else {
            let isNamed = model != nil || session.settings.model != nil
            return [
                ProbeSubject(
                    model: model ?? session.settings.model?.value ?? DefaultModel.id,
                    region: session.settings.region.value, origin: isNamed ? .named : .defaultList,
                    scope: .singleRegion)
            ]
        }
        return targets.list.map { target in
            let own = target.models?.first { $0 != "all" && !ModelPattern($0).isPattern }
            return ProbeSubject(
                model: model ?? own ?? session.settings.model?.value ?? DefaultModel.id,
                region: target.regions?.first { $0 != "all" } ?? session.settings.region.value, account: target.name,
                origin: .named, scope: .singleRegion)
        }
    }

    /// The part that needs the network.
    ///
    /// An endpoint that is no URL is a finding already, and there is nothing to reach.
    private func reach(
        _ session: ServiceSession, _ targets: AccountTargets?, _ subjects: [ProbeSubject], _ run: CommandRun,
        _ collector: ReportCollector
    ) async {
        let manners = run.manners
        let isReaching = Self.checks.contains(where: manners.asks)
        let asksIdentity = identity.identity && manners.asks(.identity)
        guard isReaching || asksIdentity || !subjects.isEmpty else { return }
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
        if isReaching { collector.add(await probe.findings(samples: 1)) }
        if let targets {
            await callEach(subjects, targets, session, probe, run, collector)
        } else {
            if asksIdentity { await identity.ask(session, run, collector, limit: limit) }
            for subject in subjects { await call(subject, session, probe, run, collector) }
        }
        limit.note.map(collector.note)
        await probe.transport.shutdown()
    }

    /// The calls of several accounts.
    private func callEach(
        _ subjects: [ProbeSubject], _ targets: AccountTargets, _ session: ServiceSession, _ probe: EndpointProbe,
        _ run: CommandRun,
        _ collector: ReportCollector
    ) async {
        do {
            let accounts = try AccountAccess(
                session: session, transport: probe.transport, limit: probe.limit, targets: targets, run: run)
            if run.manners.asks(.identity) {
                await identity.ask(session, run, collector, limit: probe.limit, accounts: accounts)
            }
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
        _ subject: ProbeSubject, _ session: ServiceSession, _ probe: EndpointProbe, _ run: CommandRun,
        _ collector: ReportCollector
    ) async {
        guard session.hasAuthorization else {
            collector.note("no model was called: \(session.lackOfAuthorization)")
            return
        }
        run.progress.update("calling \(PrintableText.escaped(subject.name))")
        do {
            let prober = try ModelProber(
                session, regions: [subject.region], kind: .converse,
                transport: probe.transport,
                timeLimit: run.timeLimit, now: run.facts.now, limit: probe.limit)
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
