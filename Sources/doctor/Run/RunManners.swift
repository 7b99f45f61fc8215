import Codes
import Report

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

    /// The names by which findings are chosen.
    static let findingNames = Check.allCases.map(\.rawValue) + codes

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

    /// The places of the chosen among all names.
    ///
    /// - Parameter others: What patterns may fit besides, without choosing by it.
    /// - Throws: ``CommandFailure`` where a pattern fits nothing, or where nothing is left.
    func chosen(among names: [String], _ noun: String, others: [String] = []) throws -> [Int] {
        try check(among: names + others, noun)
        let places = names.indices.filter { selection.includes(names[$0]) }
        if places.isEmpty, !names.isEmpty {
            throw CommandFailure(.usage, "--run and --skip together leave none of the \(names.count) \(noun).")
        }
        return places
    }
}

/// What `--list` ends a run with: what would have been done, and nothing was.
struct Listing: Error {
    let names: [String]

    /// A name a line.
    var text: String { names.map { VisibleText.of($0) + "\n" }.joined() }
}
