import Synchronization

/// The most requests that a run may send, counted as they go out.
final class RequestLimit: Sendable {
    private struct State {
        var sent = 0
        var isReached = false
    }

    /// The limit; `nil` for none.
    let most: Int?
    private let state = Mutex(State())

    init(_ most: Int?) { self.most = most }

    /// Takes one request out of what is left; false when nothing is.
    func take() -> Bool {
        guard let most else { return true }
        return state.withLock { state in
            guard state.sent < most else {
                state.isReached = true
                return false
            }
            state.sent += 1
            return true
        }
    }

    /// What a report says when something was not sent because of the limit; `nil` otherwise.
    var note: String? {
        guard let most, state.withLock({ $0.isReached }) else { return nil }
        return "--max-requests \(most) was reached: the rest was not probed"
    }
}
