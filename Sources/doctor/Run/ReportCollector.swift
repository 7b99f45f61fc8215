import Report
import Synchronization

/// The report as it grows: what has been found so far survives an interruption, and goes to where lines are written.
final class ReportCollector: Sendable {
    private let report: Mutex<Report>
    private let streams: [ResultStream]
    private let findingsStand: Mutex<Bool>

    init(_ report: Report, streams: [ResultStream] = []) {
        self.report = Mutex(report)
        self.streams = streams
        findingsStand = Mutex(true)
    }

    /// The report as it stands.
    var current: Report { report.withLock { $0 } }

    func update(_ change: (inout sending Report) -> Void) {
        report.withLock { change(&$0) }
    }

    /// Keeps findings out of streams until the end: they are still to be ordered, or looked at in the light of others.
    func holdFindings() { findingsStand.withLock { $0 = false } }

    func add(_ findings: [Finding]) {
        report.withLock { $0.findings += findings }
        guard findingsStand.withLock({ $0 }) else { return }
        for stream in streams { stream.take(findings: findings) }
    }

    func add(_ cell: ModelCell) {
        report.withLock { $0.models.append(cell) }
        for stream in streams { stream.take(cells: [cell]) }
    }

    func add(_ cases: [CaseResult]) {
        report.withLock { $0.cases += cases }
        for stream in streams { stream.take(cases: cases) }
    }

    func note(_ text: String) {
        report.withLock { $0.notes.append(text) }
    }
}
