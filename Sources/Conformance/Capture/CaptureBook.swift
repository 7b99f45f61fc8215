package import Recordings
import Synchronization

/// The exchanges captured so far, in the order in which their requests came.
///
/// Nothing stands in it that a recording may not hold: exchanges are redacted as they are added, and one in which a known
/// secret is left, where it could not be taken out, is refused.
package final class CaptureBook: Sendable {
    private struct State {
        var next = 0
        /// How many requests have come whose exchange is still to be added.
        var open = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        var exchanges: [Int: Exchange] = [:]
        var notes: [String] = []
    }

    private let state = Mutex(State())
    private let secrets: KnownSecretSearch

    /// - Parameter secrets: what must stand in no recording: secret keys, session tokens.
    package init(secrets: [String]) { self.secrets = KnownSecretSearch(secrets) }

    /// How many exchanges it has.
    package var count: Int { state.withLock { $0.exchanges.count } }

    /// What was left out, and why.
    package var notes: [String] { state.withLock { $0.notes } }

    /// The recording of what there is so far.
    package func recording(name: String, source: RecordingSource) -> Recording {
        state.withLock { state in
            Recording(
                name: name, source: source, exchanges: state.exchanges.sorted { $0.key < $1.key }.map(\.value),
                notes: state.notes)
        }
    }

    /// The number of a request that has come.
    func begin() -> Int {
        state.withLock { state in
            defer { state.next += 1 }
            state.open += 1
            return state.next
        }
    }

    /// Says that nothing more comes of a request.
    func end() {
        let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.open -= 1
            guard state.open == 0 else { return [] }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until what came of each request is in the book: an answer is passed on before it is written down.
    package func settled() async {
        await withCheckedContinuation { continuation in
            let isSettled = state.withLock { state in
                if state.open > 0 { state.waiting.append(continuation) }
                return state.open == 0
            }
            if isSettled { continuation.resume() }
        }
    }

    /// Adds the exchange of a request.
    func add(_ exchange: Exchange, number: Int, remark: String? = nil) {
        let redacted = Redactor.standard.redact(exchange)
        guard !redacted.holds(secrets) else {
            return note("request \(number + 1) left out: a credential stands in it where it cannot be taken out")
        }
        state.withLock { state in
            state.exchanges[number] = redacted
            if let remark { state.notes.append(remark) }
        }
    }

    /// Says what was left out.
    func note(_ text: String) {
        let text = Redactor.standard.redact(text)
        state.withLock { $0.notes.append(text) }
    }
}
