import Synchronization

/// Remembers what was made of the same thing before.
///
/// Clients send nearly the same request again and again; what is made of its unchanging parts is made once. When there is
/// more than it may hold, it begins anew: that costs less than to know what was used last.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        /// What was asked for last, which is asked for again more often than not: comparing needs no hash.
        var last: (key: Key, value: Value)?
        var known: [Key: Value] = [:]

        mutating func value(of key: Key) -> Value? {
            if let last, last.key == key { return last.value }
            guard let value = known[key] else { return nil }
            last = (key, value)
            return value
        }
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int = 512) {
        self.capacity = capacity
    }

    /// The value that was made of the key, or is made now.
    func value(of key: Key, make: () -> Value) -> Value {
        if let value = state.withLock({ $0.value(of: key) }) { return value }
        // Made outside the lock: two threads may do so at once, and make the same.
        let value = make()
        state.withLock { state in
            if state.known.count >= capacity { state.known.removeAll() }
            state.known[key] = value
            state.last = (key, value)
        }
        return value
    }
}
