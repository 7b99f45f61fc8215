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

            The first Converse call of an account to a third-party model may start its AWS Marketplace subscription.

            \(ExitStatusGuide.report)
            """)

    @Option(
        help: ArgumentHelp(
            """
            Model ids, profile ids or ARNs, separated by commas; all, and patterns with * and ?, choose from the catalog. \
            Default: a few current models; with --prx those that PRX documents.
            """,
            valueName: "list"))
    var models: String?

    @Flag(help: "Take the models from the account: what its control plane lists in each region.")
    var discover = false

    @Option(help: ArgumentHelp("Regions separated by commas, or all.", valueName: "list"))
    var regions: String?

    @Option(help: ArgumentHelp("What to ask: converse, count-tokens or availability.", valueName: "kind"))
    var probe: ProbeRequest.Kind = .converse

    @Option(help: ArgumentHelp("How many probes to run at once.", valueName: "number"))
    var concurrency = 32

    @Flag(help: "Print the cells as JSON, with the most requests and tokens that they can take, and send nothing.")
    var plan = false

    @OptionGroup var shard: ShardOptions
    @OptionGroup var again: OnlyFailedOptions
    @OptionGroup var requests: RequestLimitOptions
    @OptionGroup var identity: IdentityOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard (1...1024).contains(concurrency) else {
            throw ValidationError("--concurrency takes a number from 1 to 1024, found \(concurrency).")
        }
        if let models, list(models).isEmpty { throw ValidationError("--models names no model.") }
        if let regions, list(regions).isEmpty { throw ValidationError("--regions names no region.") }
        if service.region != nil, regions != nil {
            throw ValidationError("--region and --regions exclude each other: use --regions for the table.")
        }
        if again.onlyFailed != nil, models != nil || regions != nil || discover {
            throw ValidationError("--only-failed takes models and regions from the report, not from the command line.")
        }
        if plan, discover { throw ValidationError("--plan sends nothing, and --discover asks the account.") }
        if plan, report.destinations.contains(where: { $0.format != .json }), !report.format.isEmpty {
            throw ValidationError("--plan is written as JSON only.")
        }
    }

    func run() async throws {
        let run = CommandRun("models", report, on: .models)
        let command = self
        let position = try shard.position(run.facts.environment)
        let earlier = try again.earlier(of: "models")
        if plan {
            return try await run.withSession(service, catalog: try CatalogOptions.read(catalog.file)) { session in
                let subjects = try command.chosen(session, after: earlier, run).subjects
                let plan = ProbeListing(subjects: subjects, kind: command.probe, part: command.part(position))
                let text = plan.text
                for path in command.report.output.isEmpty ? ["-"] : command.report.destinations.map(\.path) {
                    if path == "-" {
                        try StandardStreams.writeResult(text)
                    } else {
                        try FileSystem.write(text, to: path)
                    }
                }
            }
        }
        try await run.perform(on: service, catalog: catalog) { session, collector in
            try await command.probe(session, run, collector, part: command.part(position), after: earlier)
        }
    }

    private func part(_ position: ShardPosition?) -> PlanPart {
        PlanPart(position: position, terms: ["models", probe.rawValue])
    }

    private func probe(
        _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector, part: PlanPart,
        after earlier: Report?
    ) async throws {
        guard let credentials = session.settings.credentials else {
            collector.add(session.diagnosis.findings.filter { $0.status == .fail })
            return
        }
        // Regions named on the command line need no region from the environment, but a named endpoint serves them all.
        let obstacles = regions == nil || session.isEndpointGiven ? session.obstacles : []
        guard obstacles.isEmpty else {
            collector.add(obstacles)
            collector.note("no model was asked: there is no usable endpoint")
            return
        }
        let transport = try session.transport()
        do {
            try await ask(session, run, collector, credentials, transport, part: part, after: earlier)
        } catch {
            await transport.shutdown()
            throw error
        }
        await transport.shutdown()
    }

    private func ask(
        _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector, _ credentials: SigningCredentials,
        _ transport: HTTPTransport, part: PlanPart, after earlier: Report?
    ) async throws {
        let limit = requests.limit
        var chosen: ModelChoice.Chosen
        if discover {
            let choice = try choice(session, run)
            let places = choice.regions
            let most = places.count * AccountListing.requestsPerRegion
            guard try await isWanted(most, session, limit, run, collector) else { return }
            let listing = AccountListing(
                session: session, credentials: credentials, transport: transport, catalog: session.catalog,
                limit: limit, timeLimit: run.timeLimit)
            run.progress.update("asking which models the account has")
            chosen = try choice.chosen(
                from: try await listing.listings(places, collector), on: CalendarDay(unixSeconds: run.facts.now))
        } else {
            chosen = try self.chosen(session, after: earlier, run)
        }
        chosen.subjects = try part.places(of: chosen.subjects.map { [$0.model, $0.region] }, collector)
            .map { chosen.subjects[$0] }
        let prober = try ModelProber(
            session, credentials: credentials, regions: Array(Set(chosen.subjects.map(\.region))), kind: probe,
            transport: transport,
            timeLimit: run.timeLimit, now: run.facts.now, limit: limit, catalog: chosen.catalog)
        let matrix = ModelMatrix(
            prober: prober, subjects: chosen.subjects, concurrency: concurrency)
        if session.mock == nil {
            announce(matrix.subjects.count)
            let most = matrix.subjects.count * ProbePlan.requestLimit(of: probe)
            guard try await isWanted(most, session, limit, run, collector) else { return }
        }
        await identity.ask(session, run, collector, limit: limit)
        await matrix.run(
            report: { collector.add($0) },
            progress: { done, all in run.progress.update("\(done) of \(all) models asked") })
        collector.add(prober.stranger.findings + prober.refusal.findings)
        let left = collector.current.models.count { $0.code == .requestLimitReached }
        if left > 0, let most = limit.most {
            collector.note(
                "--max-requests \(most) was reached: \(left) of \(matrix.subjects.count) models have no verdict; all of them take up to \(matrix.subjects.count * ProbePlan.requestLimit(of: probe)) requests"
            )
        }
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

    /// What the run can cost, before it starts.
    private func announce(_ cells: Int) {
        let most = cells * ProbePlan.requestLimit(of: probe)
        let tokens = cells * ProbeRequest.tokenLimit(of: probe)
        let cost = probe == .converse ? "at most \(tokens) tokens" : "no tokens"
        StandardStreams.log(
            "asking \(cells) \(cells == 1 ? "cell" : "cells"): \(cells) to \(most) requests, \(cost)"
                + (requests.maxRequests.map {
                    $0 < most ? "; no more than \($0) \($0 == 1 ? "request" : "requests") (--max-requests)" : ""
                } ?? ""))
    }

    // MARK: What to ask

    /// The models and regions of the command line, or of its defaults.
    private func choice(_ session: ServiceSession, _ run: CommandRun) throws -> ModelChoice {
        let places = regions.map { list($0) == ["all"] ? allRegions : list($0) } ?? defaultRegions(session)
        let setting = session.settings.region
        try RegionNames.check(places, from: regions == nil ? setting.origin : "--regions")
        do {
            for place in places { _ = try session.endpoint(of: place) }
        } catch let error as EndpointError {
            throw ValidationError("--regions: \(error)")
        }
        return ModelChoice(
            words: models.map(list), fallback: defaultModels(session, run), regions: places, catalog: session.catalog)
    }

    /// The cells of the command line, or those of an earlier report that have no good result.
    private func chosen(_ session: ServiceSession, after earlier: Report?, _ run: CommandRun) throws
        -> ModelChoice.Chosen
    {
        guard let earlier else { return try choice(session, run).chosen() }
        let regions = Set(earlier.models.map(\.region))
        let open = earlier.models.filter { $0.status.isOpen }.map {
            ProbeSubject(
                model: $0.model, region: $0.region, origin: .named, scope: regions.count > 1 ? .matrix : .singleRegion)
        }
        if open.isEmpty { throw CommandFailure(.success, "nothing failed in the earlier report: no model was asked") }
        return ModelChoice.Chosen(subjects: open, catalog: session.catalog)
    }

    private func list(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The demonstration asks for one id that does not exist, so that this verdict is shown too.
    private func defaultModels(_ session: ServiceSession, _ run: CommandRun) -> [String] {
        guard service.mock else {
            return DefaultModel.list(
                as: service.prx ? .prx : .anybody, session.catalog,
                today: CalendarDay(unixSeconds: run.facts.now))
        }
        return SimulatedAccount.demonstration.models.map(\.id) + ["anthropic.claude-opus-4-6-v1:0"]
    }

    private var allRegions: [String] {
        service.mock ? SimulatedAccount.demonstration.regions : RegionCatalog.commercial.map(\.name)
    }

    private func defaultRegions(_ session: ServiceSession) -> [String] {
        service.mock && service.region == nil
            ? SimulatedAccount.demonstrationRegions : [session.settings.region.value]
    }
}

extension ProbeRequest.Kind: ExpressibleByArgument {}
