import Synchronization

/// Remembers what was made of the same thing before.
///
/// Clients send nearly the same request again and again; what is made of its unchanging parts is made once. When there is
/// more than it may hold, it begins anew: that costs less than to know what was used last.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: Value]>([:])
    private let capacity: Int

    init(capacity: Int = 512) {
        self.capacity = capacity
    }

    /// The value that was made of the key, or is made now.
    func value(of key: Key, make: () -> Value) -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        // Made outside the lock: two threads may do so at once, and make the same.
        let value = make()
        known.withLock { known in
            if known.count >= capacity { known.removeAll() }
            known[key] = value
        }
        return value
    }
}
