import ArgumentParser
import Catalog
import Diagnosis
import HTTPTransport
import JSONText
import MockBedrock
import Report
import WireText

/// `doctor catalog`: what is known of models.
struct CatalogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Show what is known of models, check a catalog file, or write one from the account.",
        discussion: """
            Without options it lists every model that is known: context and output in tokens, whether a region serves it \
            on demand, and the prefixes of its profiles. A few models, and all with --verbose, are shown whole, with the \
            source and day of each fact. What is not there is unknown, not absent.

              doctor catalog 'anthropic.*' --regions eu-west-1
              doctor catalog --renew catalog.jsonl --regions us-east-1,eu-west-1
              doctor models --catalog catalog.jsonl --models all

            --renew asks ListFoundationModels and ListInferenceProfiles in each region, and puts the answers before what is \
            known already. Both only read, and are free.

            Exit status: 0 when it was shown, read or written; 1 when a region refused the list; 2 when none gave one; \
            65 for a file that is no catalog.
            """)

    @Argument(help: ArgumentHelp("Models to show: ids, or patterns with * and ?.", valueName: "model"))
    var models: [String] = []

    @Option(help: ArgumentHelp("Show the models of one provider, such as anthropic.", valueName: "name"))
    var provider: String?

    @Option(
        help: ArgumentHelp(
            "Show models that are offered in one of these regions; with --renew, the regions to ask, or all.",
            valueName: "list"))
    var regions: String?

    @Option(help: ArgumentHelp("Check a catalog file, and show nothing of it.", valueName: "file"), completion: .file())
    var check: String?

    @Option(
        help: ArgumentHelp("Write the catalog to this file, with what the account lists.", valueName: "file"),
        completion: .file())
    var renew: String?

    @OptionGroup var requests: RequestLimitOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var time: DeadlineOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        if time.deadline != nil, renew == nil {
            throw ValidationError("--deadline belongs to --renew: nothing else waits for anybody.")
        }
        if check != nil, renew != nil { throw ValidationError("--check and --renew exclude each other.") }
        if let regions, list(regions).isEmpty { throw ValidationError("--regions names no region.") }
        if service.region != nil, regions != nil {
            throw ValidationError("--region and --regions exclude each other.")
        }
        if renew?.isEmpty == true { throw ValidationError("--renew takes a file, found an empty name.") }
        if check != nil || renew != nil, !models.isEmpty || provider != nil {
            throw ValidationError("--check and --renew take a catalog whole: they exclude models and --provider.")
        }
    }

    func run() async throws {
        let run = CommandRun(
            "catalog", report, on: .findings, RunManners(failing: report.failing, deadline: time.limit))
        let command = self
        let text = CatalogText.renderer(verbosity: report.verbose)
        if let file = renew {
            let rule = report.failing
            return try await run.perform(
                on: service, catalog: catalog, text: text, exit: { Self.renewalStatus($0, failing: rule) }
            ) {
                try await command.renew(file, $0, run, $1)
            }
        }
        try await run.perform(text: text, exit: { _ in .success }) { collector in
            let catalog = try CatalogOptions.read(command.check ?? command.catalog.file)
            if let file = command.check {
                let known = catalog.file
                collector.note(
                    "\(file): \(known.rows.count) rows about \(catalog.models.count) models, from \(known.sources.count) sources, as of \(known.asOf)"
                )
            } else {
                try command.show(catalog, today: CalendarDay(unixSeconds: run.facts.now), collector)
            }
        }
    }

    /// What the account lists is in the report when it was written; a region that refused is a failure beside it.
    private static func renewalStatus(_ report: Report, failing rule: FailureRule) -> ExitStatus {
        if rule.fails(report) { return .failed }
        if report.catalog.isEmpty { return rule.statuses.contains(.unknown) ? .failed : .noVerdict }
        return .success
    }

    private func show(_ catalog: ModelCatalog, today: CalendarDay, _ collector: ReportCollector) throws {
        let patterns = models.map { $0 == "all" ? ModelPattern("*") : ModelPattern($0) }
        let places = (regions.map(list) ?? []) + [service.region].compactMap(\.self)
        try RegionNames.check(places, from: regions == nil ? "--region" : "--regions")
        let chosen = catalog.models.filter { model in
            (patterns.isEmpty || patterns.contains { names($0, model) })
                && (provider == nil || model.provider == provider?.lowercased())
                && (places.isEmpty || places.contains(where: model.isOffered))
        }
        guard chosen.isEmpty else {
            collector.update { $0.catalog = chosen.map { $0.json(today: today) } }
            return
        }
        let near = models.first.flatMap { catalog.nearest(to: $0, today: today) }.map { " Did you mean '\($0)'?" } ?? ""
        let asked = models.isEmpty ? "the options" : models.map { "'\($0)'" }.joined(separator: ", ")
        throw ValidationError(
            "No model in the catalog matches \(asked).\(near) A pattern such as '*opus*' matches a part of an id.")
    }

    /// Whether a pattern names a model, by its id or by a profile's.
    private func names(_ pattern: ModelPattern, _ model: ModelEntry) -> Bool {
        pattern.matches(model.id) || pattern.matches(model.name)
            || model.profiles.contains { pattern.matches("\($0.prefix).\(model.id)") }
    }

    // MARK: Renewal

    private func renew(
        _ file: String, _ session: ServiceSession, _ run: CommandRun, _ collector: ReportCollector
    ) async throws {
        try FileSystem.requirePlace(for: file)
        try requireCatalogOrNothing(file)
        guard session.hasAuthorization else {
            collector.add(session.diagnosis.findings.filter { $0.status == .fail })
            collector.note("nothing was written: \(session.lackOfAuthorization)")
            return
        }
        guard regions != nil && !session.isEndpointGiven || session.obstacles.isEmpty else {
            collector.add(session.obstacles)
            collector.note("nothing was written: there is no usable endpoint")
            return
        }
        let all = service.mock ? SimulatedAccount.demonstration.regions : RegionCatalog.commercial.map(\.name)
        let setting = session.settings.region
        let places = regions.map { list($0) == ["all"] ? all : list($0) } ?? [setting.value]
        try RegionNames.check(places, from: regions == nil ? setting.origin : "--regions")
        let limit = requests.limit
        let most = places.count * AccountListing.requestsPerRegion
        if session.mock == nil, try await !Confirmation.isWanted(requests: most, limit: limit.most, run.facts) {
            collector.note(Confirmation.refusalNote)
            return
        }
        let transport = try session.transport()
        let listing = AccountListing(
            session: session, transport: transport, catalog: session.catalog, limit: limit,
            timeLimit: run.timeLimit)
        run.progress.update("asking which models the account has")
        let listings: [RegionListing]
        do {
            listings = try await listing.listings(places, collector)
        } catch {
            await transport.shutdown()
            throw error
        }
        await transport.shutdown()
        guard !listings.isEmpty else {
            collector.note("nothing was written: no region gave a list")
            return
        }
        let today = CalendarDay(unixSeconds: run.facts.now)
        let renewed = session.catalog.file.renewed(by: listings, on: today)
        try FileSystem.write(renewed.text, to: file)
        let listed = Set(listings.flatMap { $0.models.map(\.id) })
        collector.update { report in
            report.catalog = ModelCatalog(renewed).models.filter { listed.contains($0.id) }.map {
                $0.json(today: today)
            }
        }
        collector.note(
            "\(file): written; the account lists \(listed.count) models in \(listings.map(\.region).joined(separator: ", "))"
        )
    }

    /// What stands at the path may be replaced only if it is a catalog: a slip must not cost another file.
    private func requireCatalogOrNothing(_ file: String) throws(InputProblem) {
        guard FileSystem.isFile(file) else { return }
        do throws(InputProblem) {
            _ = try CatalogOptions.read(file)
        } catch {
            throw InputProblem("\(file) exists and is not a catalog, so it is not replaced: \(error.reason)")
        }
    }

    private func list(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(separator: ",").map { $0.filter { $0 != " " } }.filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
    }
}
