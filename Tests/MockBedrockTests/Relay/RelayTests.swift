import Codes
import MockBedrock
import SigV4
import Synchronization
import TestSupport
import Testing
import WireText

/// Requests that are answered from elsewhere.
@Suite(.live, .timeLimit(.minutes(10))) struct RelayTests {
    private func with<Result: Sendable>(
        _ relay: @escaping Relay, _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        try await TestServer.with(
            { $0.relay = relay }, body)
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

    /// A relay that is told late that its client has gone, and ends its answer all the same: the loop that takes the end must
    /// still be there.
    @Test func `A server does not end before what is answered from elsewhere`() async throws {
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let hasEnded = Mutex(false)
        var configuration = MockServerConfiguration(
            credentials: [MockCredential(accessKeyID: TestRequest.key, secretAccessKey: Secret(TestRequest.secret))],
            clock: { TestRequest.now })
        configuration.limits.shutdown = .milliseconds(50)
        configuration.relay = { _, answer in
            try? await answer.begin(status: 200, headers: [], length: nil)
            begin.finish()
            // Cut off by the end of the server.
            while !Task.isCancelled { await Task.yield() }
            await Task.detached { try? await Task.sleep(for: .milliseconds(200)) }.value
            await answer.end()
            hasEnded.withLock { $0 = true }
        }
        let server = try await MockServer.start(configuration)
        try await RawConnection.with(port: server.port) { connection in
            try await connection.send(TestRequest().wire())
            for await _ in begun {}
            _ = await server.shutdown()
        }
        #expect(hasEnded.withLock { $0 })
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

    /// Runs requests against a relay that counts what it is handed.
    private func handedOn(
        allowing patterns: [String] = [], _ body: (TestServer) async throws -> Void
    ) async throws -> Int {
        let calls = Mutex(0)
        let allowed = try patterns.map { try RelayPattern(parsing: $0) }
        try await TestServer.with(
            {
                $0.relayAdmission = RelayAdmission(allowing: allowed)
                $0.relay = { request, answer in
                    calls.withLock { $0 += 1 }
                    await Self.echo(request, answer)
                }
            }, body)
        return calls.withLock { $0 }
    }

    @Test func `Nothing is handed on that is not signed with a pair of the server`() async throws {
        let calls = try await handedOn(allowing: ["POST:/**", "DELETE:/**"]) { server in
            let wrong = try await server.send(TestRequest { $0.secretAccessKey = "other" })
            #expect(wrong.errorType == "InvalidSignatureException")
            #expect(server.log.last?.findings == [.signatureMismatch])
            let unknown = try await server.send(TestRequest { $0.accessKeyID = "AKIDNOBODY0000000001" })
            #expect(unknown.errorType == "UnrecognizedClientException")
            let unsigned = try await server.send(
                TestRequest(), alter: { $0.filter { !$0.lowercased().hasPrefix("authorization:") } })
            #expect(unsigned.errorType == "MissingAuthenticationTokenException")
            let bearer = try await server.send(
                TestRequest(),
                alter: { $0.filter { !$0.lowercased().hasPrefix("authorization:") } + ["Authorization: Bearer ABSKx"] })
            #expect(bearer.status == 403)
            let zeros = try await server.send(
                TestRequest { $0.accessKeyID = "AKIDNOBODY0000000001" },
                alter: { $0.map { $0.replacing(/Signature=.*/, with: "Signature=00") } })
            #expect(zeros.status == 403)
            for answer in [wrong, unknown, unsigned, bearer, zeros] {
                #expect(String(decoding: answer.body, as: UTF8.self).contains("not sent on"))
            }
            #expect(server.server.summary().refused == 5)
            let answer = try await server.send(TestRequest())
            #expect(answer.status == 201)
        }
        #expect(calls == 1)
    }

    @Test(arguments: [
        "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "sec-fetch-dest: empty",
        "Access-Control-Request-Method: POST",
    ])
    func `A page in a browser is turned away`(_ field: String) async throws {
        let calls = try await handedOn { server in
            let answer = try await server.send(TestRequest(), alter: { $0 + [field] })
            #expect(answer.errorType == "AccessDeniedException")
            #expect(String(decoding: answer.body, as: UTF8.self).contains("browser"))
        }
        #expect(calls == 0)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.0.0.1:8080", true), ("localhost:80", true), ("[::1]:8080", true),
        ("evil.example", false), ("127.0.0.1.evil.example", false), ("10.0.0.1", false),
    ])
    func `The host must be the server's own`(_ host: String, _ isAccepted: Bool) async throws {
        let calls = try await handedOn { server in
            let request = TestRequest { $0.headers[0] = HeaderField("Host", host) }
            let answer = try await server.send(request)
            #expect(answer.status == (isAccepted ? 201 : 403))
        }
        #expect(calls == (isAccepted ? 1 : 0))
    }

    @Test func `Node's fetch is no browser`() async throws {
        let calls = try await handedOn { server in
            let answer = try await server.send(TestRequest(), alter: { $0 + ["sec-fetch-mode: cors"] })
            #expect(answer.status == 201)
        }
        #expect(calls == 1)
    }

    @Test(arguments: [
        ("POST", "/model/m/converse", true), ("POST", "/model/m%3A0/converse-stream", true),
        ("POST", "/model/m/invoke", true), ("POST", "/model/m/invoke-with-response-stream", true),
        ("POST", "/model/m/count-tokens", true), ("GET", "/foundation-models?byProvider=a", true),
        ("GET", "/inference-profiles/p", true), ("GET", "/foundation-model-availability/m", true),
        ("DELETE", "/guardrails/prod", false), ("GET", "/guardrails", false), ("POST", "/model/m/async-invoke", false),
        ("POST", "/guardrails/model/m/converse", false), ("POST", "/x/../model/m/converse", false),
        ("POST", "/x/%2e%2E/model/m/converse", false), ("POST", "//model/m/converse", false),
        ("PUT", "/model/m/converse", false), ("DELETE", "/foundation-models", false),
    ])
    func `Only the runtime's operations and reads are handed on`(
        _ method: String, _ target: String, _ isHandedOn: Bool
    ) async throws {
        let request = TestRequest {
            $0.method = method
            $0.target = target
            if method != "POST" { $0.body = "" }
        }
        let calls = try await handedOn { server in
            let answer = try await server.send(request)
            #expect(answer.status == (isHandedOn ? 201 : 403))
        }
        #expect(calls == (isHandedOn ? 1 : 0))
    }

    @Test func `More is handed on where it is allowed`() async throws {
        let calls = try await handedOn(allowing: ["GET:/guardrails/*", "DELETE:/a/**"]) { server in
            for (target, isAllowed) in [
                ("/guardrails/prod", true), ("/guardrails/prod/x", false), ("/guardrails", false), ("/a/b", false),
                ("/guardrails/..", false), ("/guardrails/p?q=1", true),
            ] {
                let answer = try await server.send(.get(target))
                #expect(answer.status == (isAllowed ? 201 : 403), "\(target)")
            }
            let deleted = try await server.send(.get("/a/b/c") { $0.method = "DELETE" })
            #expect(deleted.status == 201)
        }
        #expect(calls == 3)
    }

    @Test(arguments: ["", "GET", "GET:", "get:/x", ":/x", "GET:x", "*:/x", "GET /x"])
    func `A pattern that is none is an error`(_ text: String) {
        #expect(throws: RelayPatternError.self) { try RelayPattern(parsing: text) }
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
