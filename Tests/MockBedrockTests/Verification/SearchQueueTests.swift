import Codes
import NIOCore
import NIOPosix
import SigV4
import SignatureForensics
import Synchronization
import TestSupport
import Testing

@testable import MockBedrock

/// Searches are few, apart from everything else, and end when nobody waits for them.
struct SearchQueueTests {
    private struct NotTakenOn: Error {}

    private func run(_ queue: SearchQueue) throws -> (ticket: SearchQueue.Ticket, result: EventLoopFuture<Int>) {
        let search = queue.run(on: NIOSingletons.posixEventLoopGroup.next()) { ticket in
            var rounds = 0
            while !ticket.isCancelled { rounds += 1 }
            return rounds
        }
        guard let search else { throw NotTakenOn() }
        return search
    }

    @Test func `no more are taken on than may run or wait, and again when some have ended`() async throws {
        let queue = SearchQueue(limit: 3, time: .seconds(3600), threads: 1)
        let searches = try (0..<3).map { _ in try run(queue) }
        #expect(throws: NotTakenOn.self) { try run(queue) }
        searches[0].ticket.cancel()
        _ = try await searches[0].result.get()
        // The place is free from the moment that the result is there.
        let more = try run(queue)
        #expect(!more.ticket.isCancelled)
        await queue.shutdown()
        for search in searches { #expect(search.ticket.isCancelled) }
    }

    @Test func `a search ends at its deadline`() async throws {
        let reads = Mutex<Int64>(0)
        // A clock that goes on by a second each time it is read.
        let queue = SearchQueue(limit: 1, time: .seconds(5), threads: 1) {
            NIODeadline.uptimeNanoseconds(
                UInt64(
                    reads.withLock {
                        $0 += 1
                        return $0 * 1_000_000_000
                    }))
        }
        #expect(try await run(queue).result.get() == 4)
        await queue.shutdown()
    }

    @Test func `nothing is taken on behind the end`() async throws {
        let queue = SearchQueue(limit: 1, time: .seconds(3600))
        queue.stop()
        #expect(throws: NotTakenOn.self) { try run(queue) }
        await queue.shutdown()
    }
}

/// Searches without an end do not hold up anything but themselves.
@Suite(.live, .timeLimit(.minutes(10)))
struct EndlessSearchTests {
    private static let wrong = TestRequest { $0.secretAccessKey = "another" }

    /// A server whose searches would go on for years.
    private func withEndlessSearches(
        _ change: (inout MockServerConfiguration) -> Void = { _ in },
        _ body: (TestServer, SettableClock) async throws -> Void
    ) async throws {
        let clock = SettableClock(TestRequest.now)
        try await TestServer.with({
            $0.clock = { clock.now }
            $0.examiner = SignatureExaminer(limits: SearchBudget(signatures: .max, bytes: .max, keptBytes: .max))
            $0.limits.search = .seconds(100_000)
            $0.limits.inlineBodyBytes = 1_000
            change(&$0)
        }) { try await body($0, clock) }
    }

    @Test func `a good request with a large body is answered meanwhile, and the end of the server ends them`()
        async throws
    {
        try await withEndlessSearches { (test, clock) async throws in
            let server = test.server
            try await RawConnection.with(port: test.port) { first in
                try await RawConnection.with(port: server.port) { second in
                    try await RawConnection.with(port: server.port) { third in
                        for connection in [first, second, third] { try await connection.send(Self.wrong.wire()) }
                        // The clock is read when a request is judged.
                        while clock.reads < 3 { await Task.yield() }
                        let text = String(repeating: "x", count: 5_000)
                        let good = TestRequest {
                            $0.body = #"{"messages":[{"role":"user","content":[{"text":"\#(text)"}]}]}"#
                        }
                        #expect(try await test.send(good).status == 200)
                        _ = await server.shutdown()
                        for connection in [first, second, third] {
                            #expect(try await connection.answer().findings.first == .signatureMismatch)
                        }
                    }
                }
            }
        }
    }

    @Test func `a search ends when its client has gone`() async throws {
        try await withEndlessSearches { (test, _) async throws in
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(Self.wrong.wire())
                connection.finish()
                #expect(try await connection.answer().status == 403)
            }
            #expect(
                test.log.last?.detail?.contains("cause was not searched") == true
                    || test.log.last?.detail?.contains("before it had tried all") == true)
        }
    }

    @Test func `a refusal beyond those that may be searched says that it was not`() async throws {
        try await withEndlessSearches {
            $0.limits.searches = 0
        } _: { (test, _) async throws in
            let answer = try await test.send(Self.wrong)
            #expect(answer.status == 403)
            #expect(answer.findings == [.signatureMismatch])
            #expect(test.log.last?.detail?.contains("cause was not searched for") == true)
        }
    }

    @Test func `an end comes within two seconds, whatever runs`() {
        #expect(MockLimits().shutdown < .seconds(2))
    }
}
