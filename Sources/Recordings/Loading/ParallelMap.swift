import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What a function makes of each element, in order; of many elements all cores take a part.
    ///
    /// The exchanges of a large recording are read, redacted and keyed before the first of them is replayed: nothing else is
    /// there to do meanwhile. Inlinable, so that what is done with each element is specialised where it is called.
    ///
    /// - Throws: What the function throws of the first element that it fails at.
    @inlinable
    package func mappedByAllCores<Made: Sendable, Failure: Error>(
        _ make: @Sendable (Element) throws(Failure) -> Made
    ) throws(Failure) -> [Made] {
        try ParallelMap.joined(count: count) { places throws(Failure) in
            var made: [Made] = []
            made.reserveCapacity(places.count)
            for place in places { made.append(try make(self[place])) }
            return made
        }
    }
}

/// How elements are dealt out to all cores.
@usableFromInline package enum ParallelMap {
    /// Fewer are made before another thread has begun.
    private static let size = 128

    /// What is made of all places, one part after another.
    @usableFromInline package static func joined<Made: Sendable, Failure: Error>(
        count: Int, _ make: @Sendable (Range<Int>) throws(Failure) -> [Made]
    ) throws(Failure) -> [Made] {
        guard count > size else { return try make(0..<count) }
        let parts = (count + size - 1) / size
        let made = Mutex([Result<[Made], Failure>?](repeating: nil, count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let result: Result<[Made], Failure>
            do throws(Failure) {
                result = .success(try make(part * size..<min((part + 1) * size, count)))
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
