import MockBedrock
import Synchronization
import WireText

/// What a capture has not relayed, and why; reported at its end.
final class RefusedRequests: Sendable {
    private struct State {
        var count = 0
        /// How often each reason came, in the order in which they first came.
        var reasons: [(text: String, count: Int)] = []
    }

    /// Somebody who tries every port of this machine shall not make the list long.
    private static let mostReasons = 10

    private let state = Mutex(State())

    /// Takes a line of the log, and keeps it if it is a refusal.
    func take(_ entry: MockLogEntry) {
        guard entry.verdict == .refused else { return }
        let reason = entry.detail ?? entry.errorType ?? "refused"
        state.withLock { state in
            state.count += 1
            if let known = state.reasons.firstIndex(where: { $0.text == reason }) {
                state.reasons[known].count += 1
            } else if state.reasons.count < Self.mostReasons {
                state.reasons.append((reason, 1))
            }
        }
    }

    /// Whether there was none.
    var isEmpty: Bool { state.withLock { $0.count == 0 } }
}

extension RefusedRequests: CustomStringConvertible {
    /// How many there were, with the reasons, one a line.
    var description: String {
        state.withLock { state in
            var lines = ["\(Counted.words(state.count, "request")) refused:"]
            lines += state.reasons.map { "  \($0.count) \(VisibleText.of($0.text))" }
            let listed = state.reasons.reduce(0) { $0 + $1.count }
            if listed < state.count { lines.append("  \(state.count - listed) for other reasons") }
            return lines.joined(separator: "\n")
        }
    }
}
