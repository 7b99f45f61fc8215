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
    @usableFromInline static let size = 128

    /// What is made of all places, one part after another.
    @inlinable package static func joined<Made: Sendable, Failure: Error>(
        count: Int, _ make: @Sendable (Range<Int>) throws(Failure) -> [Made]
    ) throws(Failure) -> [Made] {
        guard count > size else { return try make(0..<count) }
        let parts = (count + size - 1) / size
        let made = MadeParts<Made, Failure>(count: parts)
        forEach(of: parts) { part in
            do throws(Failure) {
                var elements = try make(part * size..<min((part + 1) * size, count))
                // Backwards, to be taken from their end.
                elements.reverse()
                made.note(elements, part)
            } catch {
                made.note(error, part)
            }
        }
        var all: [Made] = []
        all.reserveCapacity(count)
        // Taken, not copied: a copy would retain every part of each element.
        var elements = try made.take()
        for part in elements.indices {
            while let element = elements[part].popLast() { all.append(element) }
        }
        return all
    }

    @usableFromInline static func forEach(of count: Int, _ body: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
}

/// What several threads make, part by part.
@usableFromInline final class MadeParts<Made: Sendable, Failure: Error>: Sendable {
    private let parts: Mutex<[Result<[Made], Failure>]>

    @usableFromInline init(count: Int) { parts = Mutex(Array(repeating: .success([]), count: count)) }

    @usableFromInline func note(_ elements: [Made], _ part: Int) { parts.withLock { $0[part] = .success(elements) } }

    @usableFromInline func note(_ failure: Failure, _ part: Int) { parts.withLock { $0[part] = .failure(failure) } }

    /// All parts, which then are nowhere else; or the first failure.
    @usableFromInline func take() throws(Failure) -> [[Made]] {
        let parts = parts.withLock { parts in
            let made = parts
            parts = []
            return made
        }
        var elements: [[Made]] = []
        for part in parts { elements.append(try part.get()) }
        return elements
    }
}
