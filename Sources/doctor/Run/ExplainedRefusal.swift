import Report
import Synchronization

/// The findings on the first refused signature of a run.
final class ExplainedRefusal: Sendable {
    private let found = Mutex<[Finding]>([])

    /// The findings, the cause first; empty when no signature was refused.
    var findings: [Finding] { found.withLock { $0 } }

    /// Keeps what an explanation gives, unless there is one already.
    func explain(_ explanation: () -> [Finding]) {
        guard findings.isEmpty else { return }
        let findings = explanation()
        found.withLock { if $0.isEmpty { $0 = findings } }
    }
}
