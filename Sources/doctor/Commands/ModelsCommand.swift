import ArgumentParser
import Catalog
import Codes
import ConverseAPI
import Diagnosis
import HTTPTransport
import MockBedrock
import Report
import SigV4
import WireText

/// `doctor models`: one verdict for each model in each region.
struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "Probe each model in each region and give a verdict with its cause.",
        discussion: """
            A probe is a Converse call with maxTokens 1, which is the only proof of access; --probe count-tokens and \
            --probe availability are free and prove less. A model that cannot be called on demand is tried through \
            the inference profiles of its region. A live run first prints, on standard error, the most requests and \
            tokens it can use.

            With --targets each account is asked with credentials of its own: a role's, which AWS STS hands out for an hour \
            and which are renewed, or a pair of variables. An account whose role is refused has credential-fault in its \
            cells, and the others go on; what is throttled waits in its account and region only.

            The first Converse call of an account to a third-party model may start its AWS Marketplace subscription.

            \(ExitStatusGuide.report)
            """)

    @Option(
        help: ArgumentHelp(
            """
            Model ids, profile ids or ARNs, separated by commas; all, and patterns with * and ?, choose from the catalog. \
            Default: a few current models; with --prx those that PRX documents.
            """,
            valueName: "list"), completion: Completions.models)
    var models: String?

    @Flag(help: "Take the models from the account: what its control plane lists in each region.")
    var discover = false

    @Option(
        help: ArgumentHelp("Regions separated by commas, or all.", valueName: "list"), completion: Completions.regions)
    var regions: String?

    @Option(help: ArgumentHelp("What to ask: converse, count-tokens or availability.", valueName: "kind"))
    var probe: ProbeRequest.Kind = .converse

    @Option(
        help: ArgumentHelp(
            "How many probes to run at once; with --targets in each account and region, and \(Self.mostAtOnce) in all.",
            valueName: "number"))
    var concurrency = 32

    @Flag(help: "Print the cells as JSON, with the most requests and tokens that they can take, and send nothing.")
    var plan = false

    @OptionGroup var targets: TargetsOptions
    @OptionGroup var shard: ShardOptions
    @OptionGroup var again: OnlyFailedOptions
    @OptionGroup var requests: RequestLimitOptions
    @OptionGroup var identity: IdentityOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var results: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard (1...1024).contains(concurrency) else {
            throw ValidationError("--concurrency takes a number from 1 to 1024, found \(concurrency).")
        }
        if let models, ProbeSelection.names(models).isEmpty { throw ValidationError("--models names no model.") }
        if let regions, ProbeSelection.names(regions).isEmpty { throw ValidationError("--regions names no region.") }
        try targets.check(service)
        if discover, targets.file != nil {
            throw ValidationError("--discover asks what one account lists: --targets says it for each with models.")
        }
        if service.region != nil, regions != nil {
            throw ValidationError("--region and --regions exclude each other: use --regions for the table.")
        }
        if again.onlyFailed != nil, models != nil || regions != nil || discover {
            throw ValidationError("--only-failed takes models and regions from the report, not from the command line.")
        }
        if listing.isListing, discover {
            throw ValidationError("--list sends nothing, and --discover asks the account.")
        }
        if plan, listing.isListing {
            throw ValidationError("--plan and --list exclude each other: both say what would be asked.")
        }
        if plan, discover { throw ValidationError("--plan sends nothing, and --discover asks the account.") }
        // A file alone has no form of its own.
        let isOtherForm =
            report.destinations.contains { $0.format != .json && $0.format != .text }
            || report.format.contains { $0 != .json } || report.output.contains { $0.hasPrefix("text=") }
        if plan, isOtherForm {
            throw ValidationError("--plan is written as JSON only.")
        }
    }

    func run() async throws {
        let manners = try results.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("models", report, on: .models, manners)
        let command = self
        let position = try shard.position(run.facts.environment)
        let selection = ProbeSelection(
            models: models.map(ProbeSelection.names), regions: regions.map(ProbeSelection.names),
            region: service.region,
            usesMock: service.mock, speaksOfPRX: service.prx, targets: try targets.read(),
            earlier: try again.earlier(of: "models"), today: CalendarDay(unixSeconds: run.facts.now))
        let part = PlanPart(
            position: position, terms: ["models", probe.rawValue] + (selection.targets?.terms ?? []),
            manners: manners, causes: .codes)
        if plan {
            try run.requireOutputs()
            return try await run.withSession(service, catalog: try CatalogOptions.read(catalog.file)) { session in
                let text = ProbeListing(
                    subjects: try command.wanted(selection.chosen(session), run, nil).subjects, kind: command.probe,
                    part: part,
                    targets: selection.targets
                ).text
                // The text for standard output is nobody's wish where a file is named.
                let files = command.report.destinations.filter { $0.format == .json || $0.path != "-" }.map(\.path)
                try run.write(text, to: files.isEmpty ? ["-"] : files)
            }
        }
        try await run.perform(on: service, catalog: catalog, targets: selection.targets) { session, collector in
            if manners.isListing {
                let subjects = try command.wanted(selection.chosen(session), run, collector).subjects
                let keys = subjects.map(\.planKey)
                throw part.listing(try part.places(of: keys, collector), of: keys) { subjects[$0].name }
            }
            try await command.probe(session, run, collector, selection, part: part)
        }
    }

    private func probe(
        _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector, _ selection: ProbeSelection,
        part: PlanPart
    ) async throws {
        if !session.hasAuthorization {
            let isNeeded = selection.targets?.list.contains { $0.variables == nil } ?? true
            if isNeeded { collector.add(session.diagnosis.findings.filter { $0.status == .fail }) }
            guard selection.targets != nil else { return }
        }
        // Regions named on the command line need no region from the environment, but a named endpoint serves them all.
        let obstacles = selection.needsOwnRegion || session.isEndpointGiven ? session.obstacles : []
        guard obstacles.isEmpty else {
            collector.add(obstacles)
            collector.note("no model was asked: there is no usable endpoint")
            return
        }
        let transport = try session.transport()
        do {
            try await ask(session, run, collector, selection, transport, part: part)
        } catch {
            await transport.shutdown()
            throw error
        }
        await transport.shutdown()
    }

    private func ask(
        _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector, _ selection: ProbeSelection,
        _ transport: HTTPTransport, part: PlanPart
    ) async throws {
        let limit = requests.limit
        var chosen: ModelChoice.Chosen
        if discover, session.hasAuthorization {
            let choice = try selection.choice(session)
            let places = choice.regions
            let most = places.count * AccountListing.requestsPerRegion
            guard try await isWanted(most, session, limit, run, collector) else { return }
            let listing = AccountListing(
                session: session, transport: transport, catalog: session.catalog,
                limit: limit, timeLimit: run.timeLimit)
            run.progress.update("asking which models the account has")
            chosen = try choice.chosen(from: try await listing.listings(places, collector), on: selection.today)
        } else {
            chosen = try selection.chosen(session)
        }
        if selection.earlier != nil { collector.leavesOut() }
        selection.overruled.forEach(collector.note)
        chosen = try wanted(chosen, run, collector)
        chosen.subjects = try part.places(of: chosen.subjects.map(\.planKey), collector).map { chosen.subjects[$0] }
        collector.expect(cells: chosen.subjects.map(\.unasked))
        let cost = RunCost(chosen.subjects, probe, selection.targets)
        try limit.refuse(planOf: cost.tokens, cost.cellWords)
        let accounts = try AccountAccess(
            session: session, transport: transport, limit: limit, targets: selection.targets, run: run)
        let matrix = ModelMatrix(
            probers: try accounts.probers(of: chosen, kind: probe), subjects: chosen.subjects,
            concurrency: selection.targets == nil
                ? .init(perLane: concurrency, inAll: concurrency)
                : .init(perLane: concurrency, inAll: max(concurrency, Self.mostAtOnce)))
        if session.mock == nil {
            StandardStreams.log(cost.words(limit))
            guard try await isWanted(cost.requests, session, limit, run, collector) else { return }
        }
        await identity.ask(session, run, collector, limit: limit, accounts: accounts)
        await matrix.run(
            report: { collector.add($0) },
            progress: { done, all in run.progress.update("\(done) of \(all) models asked") })
        collector.add(matrix.probers.findings)
        cost.notes(on: collector.current.models, limit).forEach(collector.note)
    }

    /// How many probes all accounts together have under way at most.
    private static let mostAtOnce = 256

    /// Those of the cells that have to be asked.
    private func wanted(
        _ chosen: ModelChoice.Chosen, _ run: CommandRun, _ collector: ReportCollector?
    ) throws -> ModelChoice.Chosen {
        var wanted = chosen
        let (places, choice) = try run.manners.chosen(
            among: chosen.subjects.map(\.name), "cells, checks and codes", others: RunManners.findingNames)
        collector?.choose(by: choice)
        wanted.subjects = places.map { chosen.subjects[$0] }
        return wanted
    }

    /// Whether so many requests are meant; a no is noted.
    private func isWanted(
        _ most: Int, _ session: ServiceSession, _ limit: RequestLimit, _ run: CommandRun, _ collector: ReportCollector
    ) async throws -> Bool {
        if session.mock != nil { return true }
        if try await Confirmation.isWanted(requests: most, limit: limit.most, run.facts) { return true }
        collector.note(Confirmation.refusalNote)
        return false
    }
}

extension ProbeRequest.Kind: ExpressibleByArgument {}
