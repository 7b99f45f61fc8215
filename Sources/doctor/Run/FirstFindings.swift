import Report
import Synchronization

/// The findings on the first event of its kind in a run, such as the first refused signature: they hold for all.
final class FirstFindings: Sendable {
    private let found = Mutex<[Finding]>([])

    /// The findings, the cause first; empty when nothing of the kind happened.
    var findings: [Finding] { found.withLock { $0 } }

    /// Keeps what an explanation gives, unless there is one already.
    func explain(_ explanation: () -> [Finding]) {
        guard findings.isEmpty else { return }
        let findings = explanation()
        found.withLock { if $0.isEmpty { $0 = findings } }
    }
}
