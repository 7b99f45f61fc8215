import Synchronization

/// Signing keys already derived, by secret access key and credential scope.
///
/// Deriving a key costs five HMACs, more than the rest of signing a small request, and the key stays the same for a
/// day. The cache is bounded: the key unused for longest goes when a new one needs its place, and is cleared from
/// memory. Safe to share between threads.
public final class SigningKeyCache: Sendable {
    private struct Entry {
        let secret: Secret
        let scope: CredentialScope
        let key: SigningKey
        /// The key for the second in which it was looked up last.
        var dated: DatedKey?
        var lastUse: UInt64

        /// The key for a second: the last one again, if it is still the same.
        mutating func key(at time: WrittenTime) -> DatedKey {
            if let dated, dated.time == time.time { return dated }
            let new = DatedKey(key, time)
            dated = new
            return new
        }
    }

    private struct State {
        var entries: [Entry] = []
        var uses: UInt64 = 0
        var date = WrittenTime(SigningTime(unixSeconds: 0))

        /// The place of the key of a secret and a scope, marked as used.
        mutating func use(_ secret: Secret, _ scope: CredentialScope) -> Int? {
            uses += 1
            for index in entries.indices where entries[index].scope == scope && entries[index].secret == secret {
                entries[index].lastUse = uses
                return index
            }
            return nil
        }

        /// The written form of a time: the last one again, if it is still the same second.
        mutating func write(_ time: SigningTime) -> WrittenTime {
            if date.time != time { date = WrittenTime(time) }
            return date
        }
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// Makes an empty cache that keeps at most this many keys (at least one).
    public init(capacity: Int = 64) {
        self.capacity = max(capacity, 1)
    }

    /// How many keys are kept now.
    public var count: Int { state.withLock { $0.entries.count } }

    /// Forgets every key.
    public func removeAll() {
        state.withLock { $0.entries.removeAll() }
    }

    /// The key of a secret and a scope, if it is there.
    func storedKey(for secret: Secret, scope: CredentialScope) -> SigningKey? {
        state.withLock { state in state.use(secret, scope).map { state.entries[$0].key } }
    }

    /// What a look-up gives.
    struct Found {
        let time: WrittenTime
        let scope: CredentialScope
        let key: DatedKey
    }

    /// Writes a time, and finds the key of its day, ready for that second; derives it if it is not there.
    ///
    /// - Parameter check: Looks at the scope before a key is derived for it: one whose key is there has been checked.
    /// - Throws: What `check` throws.
    @inline(__always)
    func find<Failure: Error>(
        _ secret: Secret, time: SigningTime, region: String, service: String,
        check: (CredentialScope) throws(Failure) -> Void
    ) throws(Failure) -> Found {
        if let found = stored(secret, time, region, service) { return found }
        let written = WrittenTime(time)
        let scope = CredentialScope(dateStamp: written.date.date, region: region, service: service)
        try check(scope)
        return Found(time: written, scope: scope, key: DatedKey(key(for: secret, scope: scope), written))
    }

    private func stored(_ secret: Secret, _ time: SigningTime, _ region: String, _ service: String) -> Found? {
        state.withLock { state in
            let written = state.write(time)
            let scope = CredentialScope(dateStamp: written.date.date, region: region, service: service)
            guard let place = state.use(secret, scope) else { return nil }
            return Found(time: written, scope: scope, key: state.entries[place].key(at: written))
        }
    }

    /// The key of a secret and a scope, derived if it is not there.
    public func key(for secret: Secret, scope: CredentialScope) -> SigningKey {
        if let key = storedKey(for: secret, scope: scope) { return key }
        // Derived outside the lock: two threads may do so at once, and get equal keys.
        let key = SigningKey(secretAccessKey: secret, scope: scope)
        state.withLock { state in
            guard state.use(secret, scope) == nil else { return }
            if state.entries.count >= capacity,
                let oldest = state.entries.indices.min(by: { state.entries[$0].lastUse < state.entries[$1].lastUse })
            {
                state.entries.remove(at: oldest)
            }
            state.entries.append(Entry(secret: secret, scope: scope, key: key, lastUse: state.uses))
        }
        return key
    }
}

extension SigningKeyCache: CustomReflectable {
    /// A mirror that shows how many keys there are and nothing of them.
    public var customMirror: Mirror { Mirror(self, children: ["count": count], displayStyle: .class) }
}
