import Synchronization

/// The most requests that a run may send, counted as they go out.
final class RequestLimit: Sendable {
    /// The limit; `nil` for none.
    let most: Int?
    private let sent = Mutex(0)

    init(_ most: Int?) { self.most = most }

    /// Takes one request out of what is left; false when nothing is.
    func take() -> Bool {
        guard let most else { return true }
        return sent.withLock { sent in
            guard sent < most else { return false }
            sent += 1
            return true
        }
    }
}
