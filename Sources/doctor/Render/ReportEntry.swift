import Codes
import JSONText
import Report

/// A finding, a cell or a case in the one shape that lists of results have: a name, an outcome, and what to say of it.
struct ReportEntry {
    /// What it belongs to: the check of a finding, the region of a cell with its account, `cases`.
    let group: String
    let name: String
    let status: Status
    /// The code that has a page; `nil` where there is none.
    let code: String?
    /// The code where it was found; `nil` for one of several readings too.
    let cause: String?
    /// One line.
    let title: String
    /// What it means and what to do, with line breaks.
    let detail: String
    let durationMs: Double
    /// Whether it passes, and something is said of it all the same.
    var isRemark = false
    /// The place in a file that the finding is about; `nil` where there is none.
    var place: Place?

    /// A place in a file of the person who runs the command.
    struct Place {
        let file: String
        let line: Int
        let column: Int?
    }

    /// Everything a report has, in its order.
    static func all(_ report: Report) -> [ReportEntry] {
        report.findings.map(ReportEntry.init) + report.models.map(ReportEntry.init) + report.cases.map(ReportEntry.init)
    }

    private init(_ finding: Finding) {
        group = finding.check.rawValue
        name = finding.code.spelling
        status = finding.status
        code = finding.code.spelling
        cause = finding.isReading ? nil : code
        title = VisibleText.of(finding.title)
        let call = finding.call?.call ?? ""
        let plain = TextStyle(colored: false)
        let lines =
            (finding.difference.map(LineDifferenceText.init)?.lines(width: 100, plain) ?? [])
            + (finding.comparison.flatMap(ComparisonText.init)?.differing(width: 100, plain) ?? [])
        detail = Self.text([call, finding.detail] + lines, finding.remedies)
        durationMs = finding.durationMs ?? 0
        place = Self.place(of: finding)
    }

    /// Where a judged request breaks a rule, when it came from a file.
    private static func place(of finding: Finding) -> Place? {
        guard finding.check == .request, let call = finding.call, let file = call.input, file != LintInput.standard,
            call.unit == .line, let line = call.number
        else { return nil }
        return Place(file: file, line: line, column: finding.facts["column"]?.numberValue?.int64.map { Int($0) })
    }

    private init(_ cell: ModelCell) {
        group = VisibleText.of(cell.place)
        name = VisibleText.of(cell.model)
        status = cell.status
        code = cell.code?.spelling
        cause = code
        title = "\(name) in \(group): \(cell.verdict.rawValue)" + (cell.gate.map { ", gate: \($0)" } ?? "")
        detail = Self.text([cell.message ?? ""], cell.remedies)
        durationMs = cell.latencyMs ?? 0
    }

    private init(_ result: CaseResult) {
        group = "cases"
        name = VisibleText.of(result.name)
        status = result.status
        code = result.code?.spelling
        cause = code
        let isChange = result.stage.flatMap { ReportDifference.Change(rawValue: $0) } != nil
        title = name + (result.stage.map { isChange ? ": \($0)" : " at the stage “\($0)”" } ?? "")
        detail = VisibleText.of(result.message ?? "")
        durationMs = result.durationMs
        isRemark = result.isRemark
    }

    private static func text(_ sentences: [String], _ remedies: [Remedy]) -> String {
        let advice = remedies.flatMap { remedy in
            ["> " + remedy.text] + (remedy.command.map { [$0] } ?? [])
        }
        return (sentences.filter { !$0.isEmpty } + advice).map { VisibleText.of($0) }.joined(separator: "\n")
    }
}
