import Synchronization

/// A line on standard error that says how far the work is: only on a terminal, only after about a second.
final class ProgressLine: Sendable {
    private struct State {
        var text = ""
        var shown = ""
    }

    private let enabled: Bool
    private let width: Int
    private let state = Mutex(State())

    /// - Parameter width: The columns of the terminal: a line that ran into a second one could not be taken away.
    init(enabled: Bool, width: Int) {
        self.enabled = enabled
        self.width = width
    }

    /// Replaces the text, which is made only where somebody sees it; it is drawn at the next tick.
    func update(_ text: @autoclosure () -> String) {
        guard enabled else { return }
        let text = text()
        state.withLock { $0.text = text }
    }

    /// Draws the line from the first second on, a few times a second, until it is cancelled; then takes the line away.
    ///
    /// Work that hangs completes nothing, so the line cannot wait for an update.
    func run() async {
        guard enabled else { return }
        do {
            try await Task.sleep(for: .seconds(1))
            while true {
                draw()
                try await Task.sleep(for: .milliseconds(150))
            }
        } catch {
            clear()
        }
    }

    private func draw() {
        let text = state.withLock { state -> String? in
            guard state.text != state.shown else { return nil }
            state.shown = state.text
            return state.text
        }
        if let text { StandardStreams.writeError("\r\u{1B}[2K" + text.prefix(columns: width - 1)) }
    }

    private func clear() {
        let wasShown = state.withLock { state in
            defer { state.shown = "" }
            return !state.shown.isEmpty
        }
        if wasShown { StandardStreams.writeError("\r\u{1B}[2K") }
    }
}
