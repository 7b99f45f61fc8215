import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What a function makes of each element, in order; of many elements all cores take a part.
    ///
    /// The exchanges of a large recording are read, redacted and keyed before the first of them is replayed: nothing else is
    /// there to do meanwhile.
    ///
    /// - Throws: What the function throws of the first element that it fails at.
    package func mappedByAllCores<Made: Sendable, Failure: Error>(
        _ make: @Sendable (Element) throws(Failure) -> Made
    ) throws(Failure) -> [Made] {
        // Fewer are made before another thread has begun.
        let size = 128
        guard count > size else { return try map(make) }
        let parts = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
        let made = Mutex([Result<[Made], Failure>?](repeating: nil, count: parts.count))
        DispatchQueue.concurrentPerform(iterations: parts.count) { part in
            let result: Result<[Made], Failure>
            do throws(Failure) {
                result = .success(try parts[part].map(make))
            } catch {
                result = .failure(error)
            }
            made.withLock { $0[part] = result }
        }
        var all: [Made] = []
        all.reserveCapacity(count)
        for part in made.withLock({ $0 }) { if let part { all += try part.get() } }
        return all
    }
}
