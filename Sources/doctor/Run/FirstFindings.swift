import Report
import Synchronization

/// The findings on the first event of its kind in a run, such as the first refused signature: they hold for all.
final class FirstFindings: Sendable {
    private struct State {
        var findings: [Finding] = []
        var isExplaining = false
    }

    private let state = Mutex(State())

    /// The findings, the cause first; empty when nothing of the kind happened.
    var findings: [Finding] { state.withLock { $0.findings } }

    /// Keeps what an explanation gives, unless there is one already or one is under way: an explanation can take seconds,
    /// and calls that fail at once fail alike.
    func explain(_ explanation: () -> [Finding]) {
        let isWanted = state.withLock { state in
            guard state.findings.isEmpty, !state.isExplaining else { return false }
            state.isExplaining = true
            return true
        }
        guard isWanted else { return }
        let findings = explanation()
        state.withLock { $0 = State(findings: findings) }
    }
}
