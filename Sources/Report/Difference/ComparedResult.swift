import Codes

/// A result of a report as it is compared with that of another: by a name that stays, and by what came out.
struct ComparedResult {
    /// The same from run to run, whatever came out: the cell, the case, or the check with its code.
    var id: String
    var status: Status

    /// What patterns may fit beside the name and the code, whose code is behind a colon: the check of a finding, else
    /// `models` or `cases`.
    var kind: String

    /// What came out, in a few words.
    var outcome: String

    /// The cause, where one is known.
    var code: FindingCode?

    /// What it took; `nil` where nothing was waited for.
    var milliseconds: Double?
    var isFinding = false

    /// Everything by which patterns choose it.
    var words: [String] { [id, kind] + (code.map { [$0.spelling, "\(kind): \($0.spelling)"] } ?? []) }

    /// Whether it is known to fail: it fails, and nobody is to be told.
    var isKnown = false

    private static let cells = "models"
    private static let cases = "cases"

    /// What patterns may fit whether there is such a result or not.
    static func words(of codes: [String]) -> [String] {
        [cells, cases] + codes.flatMap { code in [code, "\(cells): \(code)", "\(cases): \(code)"] }
    }

    static func all(of report: Report) -> [ComparedResult] {
        let cells = report.models.filter { $0.setAside != .notChosen }
        let cases = report.cases.filter { $0.setAside != .notChosen }
        return report.findings.compactMap(ComparedResult.init) + cells.map(ComparedResult.init)
            + cases.map(ComparedResult.init)
    }

    /// What a result is compared as: what is known to fail fails.
    private static func status(_ result: some JudgedResult) -> Status {
        result.setAside == .knownFailing ? .fail : result.status
    }

    private init?(_ finding: Finding) {
        // A finding that says that all is well has no counterpart when it is not.
        let found = Self.status(finding)
        guard [.fail, .warn, .unknown].contains(found) else { return nil }
        id = "\(finding.check.rawValue): \(finding.code.spelling)"
        kind = finding.check.rawValue
        status = found
        outcome = finding.title
        code = finding.code
        isFinding = true
        isKnown = finding.setAside == .knownFailing
    }

    private init(_ cell: ModelCell) {
        id = cell.name
        kind = Self.cells
        status = Self.status(cell)
        isKnown = cell.setAside == .knownFailing
        outcome = cell.verdict.rawValue + (cell.code.map { " (\($0.spelling))" } ?? "")
        code = cell.code
        milliseconds = cell.latencyMs
    }

    private init(_ result: CaseResult) {
        id = result.name
        kind = Self.cases
        status = Self.status(result)
        isKnown = result.setAside == .knownFailing
        outcome = status.rawValue + (result.stage.map { " at \($0)" } ?? "")
        code = result.code
        milliseconds = result.durationMs
    }
}
