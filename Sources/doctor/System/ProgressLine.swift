import Synchronization

/// A line on standard error that says how far the work is: only on a terminal, only after about a second.
final class ProgressLine: Sendable {
    private struct State {
        var shown = false
        var lastUpdate: ContinuousClock.Instant
    }

    private let enabled: Bool
    private let began = ContinuousClock.now
    private let state = Mutex(State(lastUpdate: ContinuousClock.now))

    init(enabled: Bool) {
        self.enabled = enabled
    }

    /// Replaces the line; calls within a tenth of a second of the last one are dropped.
    func update(_ text: String) {
        guard enabled else { return }
        let now = ContinuousClock.now
        guard now - began > .seconds(1) else { return }
        let due = state.withLock { state in
            guard !state.shown || now - state.lastUpdate > .milliseconds(100) else { return false }
            state.shown = true
            state.lastUpdate = now
            return true
        }
        if due { StandardStreams.writeError("\r\u{1B}[2K" + text) }
    }

    /// Takes the line away before a result is written.
    func clear() {
        let shown = state.withLock { state in
            defer { state.shown = false }
            return state.shown
        }
        if shown { StandardStreams.writeError("\r\u{1B}[2K") }
    }
}
