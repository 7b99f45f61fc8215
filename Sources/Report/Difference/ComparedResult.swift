import Codes

/// A result of a report as it is compared with that of another: by a name that stays, and by what came out.
struct ComparedResult {
    /// The same from run to run, whatever came out: the cell, the case, or the check with its code.
    var id: String
    var status: Status

    /// What came out, in a few words.
    var outcome: String

    /// The cause, where one is known.
    var code: FindingCode?

    /// What it took; `nil` where nothing was waited for.
    var milliseconds: Double?
    var isFinding = false

    static func all(of report: Report) -> [ComparedResult] {
        report.findings.compactMap(ComparedResult.init) + report.models.map(ComparedResult.init)
            + report.cases.map(ComparedResult.init)
    }

    private init?(_ finding: Finding) {
        // A finding that says that all is well has no counterpart when it is not.
        guard [.fail, .warn, .unknown].contains(finding.status) else { return nil }
        id = "\(finding.check.rawValue): \(finding.code.spelling)"
        status = finding.status
        outcome = finding.title
        code = finding.code
        isFinding = true
    }

    private init(_ cell: ModelCell) {
        id = cell.name
        status = cell.status
        outcome = cell.verdict.rawValue + (cell.code.map { " (\($0.spelling))" } ?? "")
        code = cell.code
        milliseconds = cell.latencyMs
    }

    private init(_ result: CaseResult) {
        id = result.name
        status = result.status
        outcome = result.status.rawValue + (result.stage.map { " at \($0)" } ?? "")
        code = result.code
        milliseconds = result.durationMs
    }
}
