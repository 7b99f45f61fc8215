import MockBedrock
import SigV4
import Synchronization
import TestSupport
import Testing

/// Requests that are answered from elsewhere.
@Suite(.live, .timeLimit(.minutes(1))) struct RelayTests {
    private func with<Result: Sendable>(
        strict: MockStrictMode = .off, _ relay: @escaping Relay, _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        try await TestServer.with(
            {
                $0.relay = relay
                $0.strict = strict
            }, body)
    }

    /// Says what it got, in two parts.
    private static let echo: Relay = { request, answer in
        try? await answer.begin(status: 201, headers: [HeaderField("X-Path", "…")], length: nil)
        try? await answer.send(Array("\(request.method) \(String(decoding: request.target, as: UTF8.self)) ".utf8))
        try? await answer.send(request.body)
        await answer.end()
    }

    @Test func `A request is handed on as it came, and the answer comes back in parts`() async throws {
        try await with(Self.echo) { server in
            let answer = try await server.send(TestRequest { $0.target = "/model/a%3Ab/converse?x=%20" })
            #expect(answer.status == 201)
            #expect(answer["Transfer-Encoding"] == "chunked")
            #expect(answer["X-Path"] == "…")
            #expect(
                String(decoding: answer.body, as: UTF8.self) == "POST /model/a%3Ab/converse?x=%20 " + TestRequest().body
            )
            let entry = server.log.last
            #expect(entry?.verdict == .relayed)
            #expect(entry?.status == 201)
            #expect(entry?.detail == "the client's signature is right")
            #expect(server.server.summary().relayed == 1)
        }
    }

    @Test func `One connection carries many answers`() async throws {
        try await with(Self.echo) { server in
            try await RawConnection.with(port: server.port) { connection in
                for _ in 0..<20 {
                    try await connection.send(TestRequest().wire())
                    #expect(try await connection.answer().status == 201)
                }
            }
        }
    }

    @Test func `A wrong signature passes with its findings, and an unknown key unchecked`() async throws {
        try await with(Self.echo) { server in
            let wrong = try await server.send(TestRequest { $0.secretAccessKey = "other" })
            #expect(wrong.status == 201)
            #expect(server.log.last?.findings == ["signature-mismatch"])
            #expect(server.log.last?.detail?.hasPrefix("the service would refuse the client's own signature") == true)
            let unknown = try await server.send(TestRequest { $0.accessKeyID = "AKIDNOBODY0000000001" })
            #expect(unknown.status == 201)
            #expect(server.log.last?.findings == [])
            #expect(server.log.last?.detail?.contains("was not checked") == true)
        }
    }

    @Test func `Strict mode refuses a wrong signature and hands nothing on`() async throws {
        let calls = Mutex(0)
        try await with(
            strict: .on,
            { request, answer in
                calls.withLock { $0 += 1 }
                await Self.echo(request, answer)
            }
        ) { server in
            let wrong = try await server.send(TestRequest { $0.secretAccessKey = "other" })
            #expect(wrong.errorType == "InvalidSignatureException")
            let right = try await server.send(TestRequest())
            #expect(right.status == 201)
            #expect(calls.withLock { $0 } == 1)
        }
    }

    @Test func `A known length is kept`() async throws {
        try await with({ _, answer in
            try? await answer.begin(status: 200, headers: [HeaderField("Content-Length", "99")], length: 2)
            try? await answer.send([0x7B, 0x7D])
            await answer.end()
        }) { server in
            let answer = try await server.send(TestRequest())
            #expect(answer["Content-Length"] == "2")
            #expect(answer["Transfer-Encoding"] == nil)
            #expect(answer.body == [0x7B, 0x7D])
        }
    }

    @Test(arguments: [0, 1])
    func `An answer that is not ended is broken off`(_ parts: Int) async throws {
        try await with({ _, answer in
            guard parts > 0 else { return }
            try? await answer.begin(status: 200, headers: [], length: nil)
            try? await answer.send([1, 2, 3])
        }) { server in
            let end = try await server.end()
            #expect(end.end == .reset)
            #expect(end.unchunked.bytes == (parts == 0 ? [] : [1, 2, 3]))
            #expect(server.log.last?.status == (parts == 0 ? 0 : 200))
        }
    }

    @Test func `A client that goes cancels the relay`() async throws {
        let (cancelled, signal) = AsyncStream<Void>.makeStream()
        try await with({ _, answer in
            try? await answer.begin(status: 200, headers: [], length: nil)
            do {
                while true { try await answer.send([UInt8](repeating: 0, count: 65_536)) }
            } catch {
                signal.yield()
            }
        }) { server in
            try await RawConnection.with(port: server.port) { connection in
                try await connection.send(TestRequest().wire())
                _ = try await connection.part()
            }
            for await _ in cancelled { break }
        }
    }
}
