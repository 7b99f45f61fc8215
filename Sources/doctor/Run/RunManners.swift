import Codes
import Report
import WireText

/// How a run behaves beside what it is for: which results it gives, which are known to fail, what fails it, how long it may
/// take, and whether it only lists what it would do.
struct RunManners: Sendable {
    var selection = ResultSelection()
    var known = KnownFailures.none
    var failing = FailureRule.usual
    /// How long the whole run may take.
    var deadline: Duration?
    var isListing = false

    /// Every code, as patterns may name them.
    static let codes = CodeRegistry.all.map(\.spelling)

    /// Those that a case can have: the mistake behind a signature, and what the run itself says.
    static let caseCodes = CodeRegistry.all.filter { $0.group == .signature || $0.group == .run }.map(\.spelling)

    static let checks = Check.allCases.map(\.rawValue)

    /// The names by which findings are chosen.
    static let findingNames = checks + codes

    /// Whether a check has to be made.
    func asks(_ check: Check) -> Bool { selection.asks(check, codes: Self.codes) }

    /// Refuses patterns and entries of a list that fit nothing.
    ///
    /// - Parameters:
    ///   - names: Every name that they may fit.
    ///   - noun: What they name, in the plural.
    func check(among names: [String], _ noun: String) throws {
        if let fault = selection.fault(among: names, noun) { throw CommandFailure(.usage, VisibleText.of(fault)) }
        do throws(KnownFailures.Fault) {
            try known.check(among: names, noun)
        } catch {
            throw InputProblem(error.description)
        }
    }

    /// Those of the checks that have to be made.
    ///
    /// - Parameter others: How many cells or cases are asked beside them.
    /// - Throws: ``CommandFailure`` where nothing is left.
    func chosen(_ checks: [Check], beside others: Int = 0) throws -> [Check] {
        let chosen = checks.filter(asks)
        if chosen.isEmpty, others == 0 { throw nothingLeft("the \(Counted.words(checks.count, "check"))") }
        return chosen
    }

    /// The places of the chosen cells or cases among all, by what can be known before they are asked.
    ///
    /// - Parameters:
    ///   - others: What patterns may fit besides.
    ///   - mayBeNone: Whether something else is asked, so that nothing need be left of these.
    /// - Throws: ``CommandFailure`` where a pattern fits nothing, or where nothing is left.
    func chosen(
        among names: [String], _ noun: String, others: [String] = [], mayBeNone: Bool = false
    ) throws -> (places: [Int], choice: ResultChoice) {
        try check(among: names + others, noun)
        let choice = ResultChoice(selection, among: names, others: Self.checks)
        let places = names.indices.filter { choice.asks(names[$0]) }
        if places.isEmpty, !names.isEmpty, !mayBeNone { throw nothingLeft("the \(names.count) \(noun)") }
        return (places, choice)
    }

    private func nothingLeft(_ what: String) -> CommandFailure {
        let words =
            selection.run.isEmpty
            ? "--skip leaves" : selection.skip.isEmpty ? "--run leaves" : "--run and --skip together leave"
        return CommandFailure(.usage, "\(words) none of \(what).")
    }

    /// What was said of the results of a run, by option: the parts of a plan must have it in common.
    var settings: [String: String] {
        var settings: [String: String] = [:]
        for (option, patterns) in [("--run", selection.run), ("--skip", selection.skip)] where !patterns.isEmpty {
            settings[option] = patterns.map(\.text).sorted().joined(separator: " ")
        }
        if !known.isEmpty { settings["--known-failing"] = ShardPlan.digest(known.contents) }
        // It decides the exit status of the whole, too.
        if failing != .usual { settings["--fail-on"] = failing.words }
        return settings
    }
}

/// What `--list` ends a run with: what would have been done, and nothing was.
struct Listing: Error {
    let names: [String]

    init(names: [String]) { self.names = names }

    /// The names of the entries at some places, in the order of a plan.
    ///
    /// - Parameter keys: By which a plan is sorted, of all entries.
    init(_ places: [Int], by keys: [[String]], _ name: (Int) -> String) {
        names = places.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map(name)
    }

    /// A name a line.
    var text: String { names.map { VisibleText.of($0) + "\n" }.joined() }
}
