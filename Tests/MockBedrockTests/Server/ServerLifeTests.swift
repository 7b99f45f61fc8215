import JSONText
import MockBedrock
import SigV4
import TestSupport
import Testing

/// Starting, serving many at once, and ending.
@Suite(.live, .timeLimit(.minutes(10)))
struct ServerLifeTests {
    @Test func `a server says where it listens`() async throws {
        try await TestServer.with { (test) async throws in
            #expect(test.server.port > 0)
            #expect(test.server.endpoint == "http://127.0.0.1:\(test.server.port)")
        }
    }

    @Test func `a port that is taken is an error with the next step`() async throws {
        try await TestServer.with { (test) async throws in
            var configuration = MockServerConfiguration(
                credentials: [DemonstrationCredentials.credential], clock: { TestRequest.now })
            configuration.port = test.port
            let taken = configuration
            let error = await #expect(throws: MockServerError.self) { try await MockServer.start(taken) }
            #expect(error?.code == .cannotListen)
            #expect(error?.message.contains("Choose another port") == true)
        }
    }

    @Test func `a server that would refuse everybody does not start`() async throws {
        let nobody = MockServerConfiguration(credentials: [], clock: { TestRequest.now })
        let first = await #expect(throws: MockServerError.self) { try await MockServer.start(nobody) }
        #expect(first?.code == .noCredentials)
        var nowhere = MockServerConfiguration(
            credentials: [DemonstrationCredentials.credential], clock: { TestRequest.now })
        nowhere.regions = []
        let configuration = nowhere
        let second = await #expect(throws: MockServerError.self) { try await MockServer.start(configuration) }
        #expect(second?.code == .noRegions)
    }

    @Test func `two hundred connections are served side by side`() async throws {
        try await TestServer.with { (test) async throws in
            let bytes = try TestRequest().wire()
            let port = test.port
            try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await RawConnection.with(port: port) { connection in
                            var statuses: [Int] = []
                            for _ in 0..<5 {
                                try await connection.send(bytes)
                                statuses.append(try await connection.answer().status)
                            }
                            return statuses
                        }
                    }
                }
                for try await statuses in group { #expect(statuses == [200, 200, 200, 200, 200]) }
            }
            let summary = test.server.summary()
            #expect(summary.requests == 1000)
            #expect(summary.connections == 200)
            #expect(Set(test.log.all.map(\.number)) == Set(1...1000))
        }
    }

    @Test func `a request under way is answered before the end, and its connection closed`() async throws {
        // An address of its own: on the common one, the port may be given to a server of another test at once.
        let host = "127.0.0.2"
        try await TestServer.with {
            $0.host = host
            $0.latency = .milliseconds(200)
        } _: { (test) async throws in
            let server = test.server
            try await RawConnection.with(host: host, port: test.port) { connection in
                try await connection.send(try TestRequest().wire() + TestRequest().wire())
                try await RawConnection.with(host: host, port: test.port) { idle in
                    // Once this one is answered, the first has long been read.
                    try await idle.send(try TestRequest().wire())
                    #expect(try await idle.answer().status == 200)
                    async let summary = server.shutdown()
                    #expect(try await idle.rest() == [])
                    _ = await summary
                }
                var answers: [RawAnswer] = []
                while let answer = try? await connection.answer() { answers.append(answer) }
                #expect((1...2).contains(answers.count))
                #expect(answers.allSatisfy { $0.status == 200 })
            }
            let first = await server.shutdown()
            let second = await server.shutdown()
            #expect(first == second)
            await #expect(throws: (any Error).self) {
                try await RawConnection.with(host: host, port: server.port) { _ in }
            }
        }
    }

    @Test func `answers that take longer than the grace period are cut off`() async throws {
        let clock = SettableClock(TestRequest.now)
        try await TestServer.with {
            $0.clock = { clock.now }
            $0.latency = .seconds(3600)
            $0.limits.shutdown = .milliseconds(50)
        } _: { (test) async throws in
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(try TestRequest().wire())
                // The clock is read when the request is judged.
                while clock.reads == 0 { await Task.yield() }
                _ = await test.server.shutdown()
                #expect(try await connection.rest() == [])
            }
            #expect(test.log.all.isEmpty)
        }
    }

    @Test func `what happened is in the log and in the summary`() async throws {
        try await TestServer.with { (test) async throws in
            _ = try await test.send(TestRequest())
            _ = try await test.send(TestRequest { $0.secretAccessKey = "another" })
            _ = try await test.exchange(Array("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(test.log.all.map(\.verdict) == [.simulated, .refused, .malformed])
            let entry = try #require(test.log.all.first)
            #expect(entry.method == "POST")
            #expect(entry.target == "/model/amazon.nova-micro-v1:0/converse")
            #expect(entry.modelID == "amazon.nova-micro-v1:0")
            #expect(entry.region == "us-east-1")
            #expect(entry.accessKeyID == "…MPLE")
            #expect(entry.requestBodyBytes == TestRequest().body.utf8.count)
            let summary = await test.server.shutdown()
            #expect(
                summary.description
                    == "3 requests on 3 connections: 0 replayed, 1 simulated, 1 refused, 0 unmatched, 1 malformed")
        }
    }
}
