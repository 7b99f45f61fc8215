import ArgumentParser
import Catalog
import ConverseAPI
import Diagnosis
import MockBedrock
import Report
import WireText

/// What `doctor models` is to ask, by its options: models, regions and accounts, or what failed in an earlier report.
struct ProbeSelection: Sendable {
    /// `--models` and `--regions`, each name once; `nil` without them.
    var models: [String]?
    var regions: [String]?
    /// `--region`.
    var region: String?
    var usesMock: Bool
    var speaksOfPRX: Bool
    var targets: AccountTargets?
    /// `--only-failed`.
    var earlier: Report?
    var today: CalendarDay

    /// The names of a list that is separated by commas, each once.
    static func names(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Whether some cell is asked in the region of the run.
    var needsOwnRegion: Bool {
        guard earlier == nil else { return false }
        guard let targets else { return regions == nil }
        return regions == nil && targets.list.contains { $0.regions == nil }
    }

    /// What is said where accounts have models or regions of their own, and the command line names some.
    var overruled: [String] {
        guard let targets, earlier == nil else { return [] }
        let counts = [
            ("--models", models != nil, targets.list.count { $0.models != nil }),
            ("--regions", regions != nil, targets.list.count { $0.regions != nil }),
        ]
        return counts.filter { $0.1 && $0.2 > 0 }.map { option, _, count in
            "\(count) of \(Counted.words(targets.list.count, "account")) of \(targets.file) \(count == 1 ? "has" : "have") "
                + "\(option.dropFirst(2)) of \(count == 1 ? "its" : "their") own, which count in place of \(option)"
        }
    }

    /// The models and regions of the command line, or of its defaults.
    func choice(_ session: ServiceSession) throws -> ModelChoice {
        let places = regions.map { $0 == ["all"] ? allRegions : $0 } ?? defaultRegions(session)
        try RegionNames.check(places, from: regions == nil ? session.settings.region.origin : "--regions")
        try checkEndpoints(places, session, from: "--regions")
        return ModelChoice(
            words: models, fallback: defaultModels(session), regions: places, catalog: session.catalog)
    }

    /// The cells to ask, account by account.
    func chosen(_ session: ServiceSession) throws -> ModelChoice.Chosen {
        if let earlier { return try open(earlier, session) }
        guard let targets else { return try choice(session).chosen() }
        var subjects: [ProbeSubject] = []
        // What every target brings along need not be right on the command line too.
        let common = targets.list.contains { $0.regions == nil } ? try choice(session).regions : []
        for target in targets.list {
            let places = target.regions.map { $0 == ["all"] ? allRegions : $0 } ?? common
            if target.regions != nil { try checkEndpoints(places, session, from: targets.file) }
            let choice = ModelChoice(
                words: target.models ?? models, fallback: defaultModels(session), regions: places,
                catalog: session.catalog, place: target.models == nil ? nil : targets.place(of: target.name),
                account: target.name)
            subjects += try choice.chosen().subjects
        }
        return ModelChoice.Chosen(subjects: subjects, catalog: session.catalog)
    }

    /// The cells of an earlier report that have no good result.
    private func open(_ earlier: Report, _ session: ServiceSession) throws -> ModelChoice.Chosen {
        let regions = Set(earlier.models.map(\.region))
        let open = earlier.models.filter { $0.status.isOpen }.map {
            ProbeSubject(
                model: $0.model, region: $0.region, account: $0.account, origin: .named,
                scope: regions.count > 1 ? .matrix : .singleRegion)
        }
        if open.isEmpty { throw CommandFailure(.success, "nothing failed in the earlier report: no model was asked") }
        for account in Set(open.map(\.account)) where account.flatMap({ targets?[$0] }) == nil {
            switch (account, targets) {
            case (let account?, nil):
                throw CommandFailure(
                    .usage,
                    "--only-failed: the report is about several accounts (\(VisibleText.of(account))); give their file with --targets"
                )
            case (let account?, let targets?):
                throw InputProblem(
                    file: targets.file,
                    message: "there is no account \"\(account)\", which the report of --only-failed asks for")
            case (nil, .some):
                throw CommandFailure(
                    .usage, "--only-failed: the report is about one account; leave --targets out")
            case (nil, nil): break
            }
        }
        return ModelChoice.Chosen(subjects: open, catalog: session.catalog)
    }

    private func checkEndpoints(_ places: [String], _ session: ServiceSession, from origin: String) throws {
        do {
            for place in places { _ = try session.endpoint(of: place) }
        } catch let error as EndpointError {
            throw ValidationError("\(origin): \(error)")
        }
    }

    /// The demonstration asks for one id that does not exist, so that this verdict is shown too.
    private func defaultModels(_ session: ServiceSession) -> [String] {
        guard usesMock else {
            return DefaultModel.list(as: speaksOfPRX ? .prx : .anybody, session.catalog, today: today)
        }
        return SimulatedAccount.demonstration.models.map(\.id) + ["anthropic.claude-opus-4-6-v1:0"]
    }

    private var allRegions: [String] {
        usesMock ? SimulatedAccount.demonstration.regions : RegionCatalog.commercial.map(\.name)
    }

    private func defaultRegions(_ session: ServiceSession) -> [String] {
        usesMock && region == nil ? SimulatedAccount.demonstrationRegions : [session.settings.region.value]
    }
}
