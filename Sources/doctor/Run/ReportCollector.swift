import Codes
import Report
import Synchronization
import WireText

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
        /// Those that give any number of findings, until their inputs end.
        var openChecks: [Check] = []

        var isEmpty: Bool { cells.isEmpty && cases.isEmpty && checks.isEmpty && openChecks.isEmpty }
    }

    private struct State {
        var report: Report
        var findingsStand = true
        var expected = Expected()
        /// How cells or cases are chosen, once their names are known.
        var choice: ResultChoice?
        /// Whether the run leaves out a part of what there is.
        var isPart = false
        /// What fails the run, where that is known only when its inputs are read.
        var rule: FailureRule?
    }

    private let state: Mutex<State>
    private let streams: [ResultStream]
    private let manners: RunManners
    private let choosesFindings: Bool
    /// Ends when the cases that are to come are known.
    let planned: AsyncStream<Never>
    private let planning: AsyncStream<Never>.Continuation

    /// - Parameter choosesFindings: Whether patterns choose findings; else they choose cells or cases, and findings are only
    ///   left out by name.
    init(
        _ report: Report, streams: [ResultStream] = [], manners: RunManners = RunManners(), choosesFindings: Bool = true
    ) {
        state = Mutex(State(report: report))
        self.streams = streams
        self.manners = manners
        self.choosesFindings = choosesFindings
        (planned, planning) = AsyncStream<Never>.makeStream()
    }

    /// The report as it stands, its cells in the order in which they are expected, whichever came first.
    var current: Report {
        state.withLock { state in
            var report = state.report
            report.models = Self.ordered(report.models, as: state.expected.cells)
            return report
        }
    }

    private static func ordered(_ cells: [ModelCell], as expected: [ModelCell]) -> [ModelCell] {
        guard !expected.isEmpty else { return cells }
        let places = Dictionary(zip(expected.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
        // A name that is there twice keeps its order.
        return cells.enumerated().map { (places[$1.name] ?? -1, $0, $1) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// What fails the run.
    var failing: FailureRule { state.withLock { $0.rule } ?? manners.failing }

    /// Says what fails the run.
    func judge(by rule: FailureRule) { state.withLock { $0.rule = rule } }

    func update(_ change: (inout sending Report) -> Void) {
        state.withLock { change(&$0.report) }
    }

    /// Keeps findings out of streams until the end: they are still to be ordered, or looked at in the light of others.
    func holdFindings() { state.withLock { $0.findingsStand = false } }

    func add(_ findings: [Finding]) {
        let wanted = findings.filter { isWanted($0) }
        let judged = wanted.map { manners.known.applied(to: $0, failing: manners.failing) }
        let stand = state.withLock { state in
            if wanted.count < findings.count { state.report.hasLeftOut = true }
            state.report.findings += judged
            return state.findingsStand
        }
        guard stand else { return }
        for stream in streams { stream.take(findings: judged) }
    }

    func add(_ cell: ModelCell) {
        let cell = judged(cell)
        state.withLock { $0.report.models.append(cell) }
        for stream in streams { stream.take(cells: [cell]) }
    }

    /// - Parameter excused: Which of them the list of known failures is for.
    func add(_ cases: [CaseResult], excused: (CaseResult) -> Bool = { _ in true }) {
        let cases = cases.map { excused($0) ? judged($0) : chosen($0) }
        state.withLock { $0.report.cases += cases }
        // What was not reached may still get another reason.
        let standing = cases.filter { !$0.isUnreached }
        for stream in streams { stream.take(cases: standing) }
    }

    /// Tells streams of a case that stands, before its place in the report is known; it is added later.
    func announce(_ result: CaseResult) {
        let result = judged(result)
        for stream in streams { stream.announce(result) }
    }

    /// A result as the run's patterns and its list have it.
    private func judged<Result: JudgedResult>(_ result: Result) -> Result {
        manners.known.applied(to: chosen(result), failing: manners.failing)
    }

    /// A result as the run's patterns have it.
    private func chosen<Result: JudgedResult>(_ result: Result) -> Result {
        state.withLock { $0.choice }?.applied(to: result) ?? result
    }

    /// Adds what the run itself has to say, such as that an adapter broke: no list of known failures excuses it.
    func add(ofRun result: CaseResult) {
        state.withLock { $0.report.cases.append(result) }
        for stream in streams { stream.take(cases: [result]) }
    }

    /// Says how cells or cases are chosen; what is added from then on is held against it.
    func choose(by choice: ResultChoice) { state.withLock { $0.choice = choice } }

    /// Says that the run asks only a part of what there is, so that it cannot tell what nothing fails by.
    func leavesOut() { state.withLock { $0.isPart = true } }

    func note(_ text: String) {
        state.withLock { $0.report.notes.append(text) }
    }

    private func isWanted(_ finding: Finding) -> Bool {
        guard choosesFindings else { return ResultSelection(skip: manners.selection.skip).includes(finding) }
        return manners.selection.includes(finding)
    }

    // MARK: What was not reached

    /// Says what is to come.
    ///
    /// - Parameters:
    ///   - cells: Each as it is when it is not reached, in the order of the report.
    ///   - cases: The names, in the order of the report.
    ///   - checks: Those that give a finding each.
    ///   - openChecks: Those that give findings until their inputs end.
    func expect(
        cells: [ModelCell] = [], cases: [String] = [], checks: [Check] = [], openChecks: [Check] = []
    ) {
        defer { if !cases.isEmpty { planning.finish() } }
        state.withLock { state in
            state.expected.openChecks += openChecks
            state.expected.cells += cells
            state.expected.cases += cases
            state.expected.checks += checks
        }
    }

    /// Gives everything that was expected and is not there a result without a verdict, in its place.
    ///
    /// A check that a signal left out has no finding: there is no cause to name.
    ///
    /// - Returns: how many there are; `nil` where it was not known yet what is to come.
    func settle(after cut: RunCut) -> Int? {
        state.withLock { state in
            let expected = state.expected
            guard !expected.isEmpty else { return nil }
            var unreached = 0
            state.report.models = Self.filled(state.report.models, expected.cells, key: \.name) { cell in
                unreached += 1
                var cell = cell
                (cell.status, cell.verdict, cell.code) = (.unknown, .inconclusive, cut.code)
                cell.message = "not reached: \(cut.words)"
                return cell
            }
            let cases = expected.cases.map { CaseResult.unreached($0) }
            state.report.cases = Self.filled(state.report.cases, cases, key: \.id) { $0 }.map { result in
                guard let progress = result.unreachedProgress else { return result }
                unreached += 1
                return .unreached(result.id, progress, cut.words, code: cut.code)
            }
            let missing = expected.checks.filter { check in
                !state.report.findings.contains { $0.check == check }
            }
            for check in missing + expected.openChecks {
                unreached += 1
                guard let code = cut.code else { continue }
                state.report.findings.append(
                    Finding(
                        code: code, check: check, status: .unknown, detail: "not reached: \(cut.words)",
                        confidence: .certain))
            }
            return unreached
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

    /// Adds the entries of the list that nothing failed by; of a run that left something out, those of which it left out
    /// nothing.
    ///
    /// A part of a plan only says which they are: another part may have what they name.
    func settleKnown() {
        guard !manners.known.isEmpty else { return }
        let stale = state.withLock { state -> [CaseResult] in
            // Where nothing could be asked, nothing can be told either.
            let isAsked = state.choice.map { $0.isEmpty || !state.report.models.isEmpty || !state.report.cases.isEmpty }
            guard !state.isPart, isAsked ?? true, let found = manners.known.stale(in: state.report) else { return [] }
            let stale = found.filter { entry in
                manners.selection.isEverything || state.choice?.covers(Wildcard(entry.pattern)) == true
            }
            guard state.report.shard == nil else {
                state.report.shard?.stale = stale
                return []
            }
            let results = stale.map(\.result)
            state.report.cases += results
            return results
        }
        for stream in streams { stream.take(cases: stale) }
    }
}
