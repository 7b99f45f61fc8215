import Synchronization
import Testing

@testable import Conformance

/// An adapter is silent while nothing comes, and not while a line of it has no end yet.
struct SilenceWatchTests {
    /// The output of an adapter in pieces.
    private struct Pieces: AsyncIteratorProtocol {
        var left: [[UInt8]]
        mutating func next() async throws -> [UInt8]? { left.isEmpty ? nil : left.removeFirst() }
    }

    private final class Count: Sendable { let value = Mutex(0) }

    @Test func `every piece of a line begins the wait anew`() async throws {
        let heard = Count()
        var lines = AdapterLines(Pieces(left: [[0x61], [0x62], [0x63, 0x0A, 0x64]]), limit: 100) {
            heard.value.withLock { $0 += 1 }
        }
        #expect(try await lines.next() == Array("abc".utf8))
        #expect(heard.value.withLock { $0 } == 3)
    }

    @Test func `a wait goes on only where one was begun`() async {
        let begun = AsyncStream<Duration>.makeStream()
        let watch = SilenceWatch(
            sleep: {
                begun.continuation.yield($0); try await Task.sleep(for: .seconds(3600))
            }, stop: {})
        var waits = begun.stream.makeAsyncIterator()
        watch.extend()
        watch.begin(.seconds(1))
        #expect(await waits.next() == .seconds(1))
        watch.extend()
        #expect(await waits.next() == .seconds(1))
        watch.end()
        watch.extend()
        watch.begin(.seconds(2))
        #expect(await waits.next() == .seconds(2))
        watch.end()
        #expect(!watch.hasFired)
    }
}
