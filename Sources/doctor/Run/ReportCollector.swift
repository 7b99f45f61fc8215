import Codes
import Report
import Synchronization

/// The report as it grows: what has been found so far survives an interruption, and goes to where lines are written.
///
/// What a run is told of its results is applied here, once for every command: which of them are wanted, and which are known
/// to fail.
final class ReportCollector: Sendable {
    /// What is to come: what is not there at the end was not reached.
    private struct Expected {
        var cells: [ModelCell] = []
        var cases: [String] = []
        var checks: [Check] = []
    }

    private struct State {
        var report: Report
        var findingsStand = true
        /// Those that failed, before the list of known failures was applied.
        var failed: [Finding] = []
        var expected = Expected()
    }

    private let state: Mutex<State>
    private let streams: [ResultStream]
    private let manners: RunManners
    private let choosesFindings: Bool

    /// - Parameter choosesFindings: Whether patterns choose findings; else they choose cells or cases, and findings are only
    ///   left out by name.
    init(
        _ report: Report, streams: [ResultStream] = [], manners: RunManners = RunManners(), choosesFindings: Bool = true
    ) {
        state = Mutex(State(report: report))
        self.streams = streams
        self.manners = manners
        self.choosesFindings = choosesFindings
    }

    /// The report as it stands.
    var current: Report { state.withLock { $0.report } }

    func update(_ change: (inout sending Report) -> Void) {
        state.withLock { change(&$0.report) }
    }

    /// Keeps findings out of streams until the end: they are still to be ordered, or looked at in the light of others.
    func holdFindings() { state.withLock { $0.findingsStand = false } }

    func add(_ findings: [Finding]) {
        let wanted = findings.filter { isWanted($0) }
        let judged = wanted.map { manners.known.applied(to: $0, failing: manners.failing) }
        let stand = state.withLock { state in
            state.failed += wanted.filter { $0.status == .fail || manners.failing.fails($0) }
            state.report.findings += judged
            return state.findingsStand
        }
        guard stand else { return }
        for stream in streams { stream.take(findings: judged) }
    }

    func add(_ cell: ModelCell) {
        let cell = manners.known.applied(to: cell, failing: manners.failing)
        state.withLock { $0.report.models.append(cell) }
        for stream in streams { stream.take(cells: [cell]) }
    }

    func add(_ cases: [CaseResult]) {
        let cases = cases.map { manners.known.applied(to: $0, failing: manners.failing) }
        state.withLock { $0.report.cases += cases }
        for stream in streams { stream.take(cases: cases) }
    }

    /// Tells streams of a case that stands, before its place in the report is known; it is added later.
    func announce(_ result: CaseResult) {
        let result = manners.known.applied(to: result, failing: manners.failing)
        for stream in streams { stream.announce(result) }
    }

    func note(_ text: String) {
        state.withLock { $0.report.notes.append(text) }
    }

    private func isWanted(_ finding: Finding) -> Bool {
        let names = (finding.check.rawValue, finding.code.spelling)
        guard choosesFindings else {
            return ResultSelection(skip: manners.selection.skip).includes(names.0, names.1)
        }
        return manners.selection.includes(names.0, names.1)
    }

    // MARK: What was not reached

    /// Says what is to come.
    ///
    /// - Parameters:
    ///   - cells: Each as it is when it is not reached, in the order of the report.
    ///   - cases: The names, in the order of the report.
    ///   - checks: Those that give a finding each.
    func expect(cells: [ModelCell] = [], cases: [String] = [], checks: [Check] = []) {
        state.withLock { state in
            state.expected.cells += cells
            state.expected.cases += cases
            state.expected.checks += checks
        }
    }

    /// Gives everything that was expected and is not there a result without a verdict, in its place.
    func settle(after deadline: Duration) {
        let words = "not reached: the run had \(deadline) (--deadline)"
        state.withLock { state in
            let expected = state.expected
            state.report.models = Self.filled(state.report.models, expected.cells, key: \.name) { cell in
                var cell = cell
                (cell.status, cell.verdict, cell.code) = (.unknown, .inconclusive, .deadlineReached)
                cell.message = words
                return cell
            }
            let unreached = expected.cases.map {
                CaseResult(id: $0, status: .unknown, message: words, code: .deadlineReached, durationMs: 0)
            }
            state.report.cases = Self.filled(state.report.cases, unreached, key: \.id) { $0 }
            for check in expected.checks where !state.report.findings.contains(where: { $0.check == check }) {
                state.report.findings.append(
                    Finding(
                        code: .deadlineReached, check: check, status: .unknown, detail: words, confidence: .certain))
            }
        }
    }

    /// What is there and, in their order, what was expected and is not.
    private static func filled<Result>(
        _ there: [Result], _ expected: [Result], key: (Result) -> String, unreached: (Result) -> Result
    ) -> [Result] {
        guard !expected.isEmpty else { return there }
        var byName = Dictionary(grouping: there, by: key)
        var filled: [Result] = []
        for result in expected {
            if var found = byName[key(result)], !found.isEmpty {
                filled.append(found.removeFirst())
                byName[key(result)] = found
            } else {
                filled.append(unreached(result))
            }
        }
        // What nobody expected, such as the word on an adapter that broke.
        return there.filter { result in
            guard var found = byName[key(result)], !found.isEmpty else { return false }
            found.removeFirst()
            byName[key(result)] = found
            return true
        } + filled
    }

    /// Adds the entries of the list that nothing failed by; of a run that left nothing out.
    func settleKnown() {
        guard choosesFindings, manners.selection.isEverything else { return }
        let stale = state.withLock { state in
            manners.known.stale(findings: state.failed, others: state.report.models.map(\.name))
        }
        state.withLock { $0.report.cases += stale }
        for stream in streams { stream.take(cases: stale) }
    }
}
