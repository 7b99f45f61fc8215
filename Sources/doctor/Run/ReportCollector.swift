import Report
import Synchronization

/// The report as it grows: what has been found so far survives an interruption.
final class ReportCollector: Sendable {
    private let report: Mutex<Report>

    init(_ report: Report) {
        self.report = Mutex(report)
    }

    /// The report as it stands.
    var current: Report { report.withLock { $0 } }

    func update(_ change: (inout sending Report) -> Void) {
        report.withLock { change(&$0) }
    }

    func add(_ findings: [Finding]) {
        report.withLock { $0.findings += findings }
    }

    func add(_ cell: ModelCell) {
        report.withLock { $0.models.append(cell) }
    }

    func add(_ cases: [CaseResult]) {
        report.withLock { $0.cases += cases }
    }

    func note(_ text: String) {
        report.withLock { $0.notes.append(text) }
    }
}
