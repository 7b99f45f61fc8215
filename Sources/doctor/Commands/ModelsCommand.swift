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
            "Model ids, profile ids or ARNs, separated by commas; all, and patterns with * and ?, choose from the catalog.",
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
    }

    func run() async throws {
        let run = CommandRun("models", report, on: .models)
        let command = self
        try await run.perform(on: service, catalog: catalog) { session, collector in
            try await command.probe(session, run, collector)
        }
    }

    private func probe(_ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector) async throws {
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
        let places = regions.map { list($0) == ["all"] ? allRegions : list($0) } ?? defaultRegions(session)
        do {
            for place in places { _ = try session.endpoint(of: place) }
        } catch let error as EndpointError {
            throw ValidationError("--regions: \(error)")
        }
        let transport = try session.transport()
        let limit = requests.limit
        do {
            try await ask(session, run, collector, credentials, places: places, transport, limit)
        } catch {
            await transport.shutdown()
            throw error
        }
        await transport.shutdown()
    }

    private func ask(
        _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector, _ credentials: SigningCredentials,
        places: [String], _ transport: HTTPTransport, _ limit: RequestLimit
    ) async throws {
        let choice = ModelChoice(
            words: models.map(list), fallback: defaultModels, regions: places, catalog: session.catalog)
        var chosen: ModelChoice.Chosen
        if discover {
            let most = places.count * AccountListing.requestsPerRegion
            guard try await isWanted(most, session, limit, run, collector) else { return }
            let listing = AccountListing(
                session: session, credentials: credentials, transport: transport, catalog: session.catalog,
                limit: limit, timeLimit: run.timeLimit)
            run.progress.update("asking which models the account has")
            chosen = try choice.chosen(
                from: try await listing.listings(places, collector), on: CalendarDay(unixSeconds: run.facts.now))
        } else {
            chosen = try choice.chosen()
        }
        let prober = try ModelProber(
            session, credentials: credentials, regions: places, kind: probe, transport: transport,
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

    private func list(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The demonstration asks for one id that does not exist, so that this verdict is shown too.
    private var defaultModels: [String] {
        guard service.mock else { return DefaultModel.list }
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
