import MockBedrock
import SigV4
import TestSupport
import Testing
import WireText

/// The server keeps its bounds and survives whatever is sent to it.
@Suite(.live, .timeLimit(.minutes(10)))
struct LimitTests {
    @Test func `a body as large as allowed is accepted, by length and in chunks`() async throws {
        try await TestServer.with {
            $0.limits.inlineBodyBytes = 100
        } _: { (test) async throws in
            let text = String(repeating: "x", count: 300_000)
            let request = TestRequest {
                $0.body = #"{"messages":[{"role":"user","content":[{"text":"\#(text)"}]}]}"#
            }
            #expect(try await test.send(request).status == 200)
            #expect(try await test.send(request, framing: .chunked).status == 200)
            #expect(test.log.last?.requestBodyBytes == request.body.utf8.count)
        }
    }

    @Test func `a declared length beyond the limit is refused before the body comes`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.exchange(
                Array("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 33554433\r\n\r\n".utf8))
            #expect(answer.status == 413)
            #expect(answer["Connection"] == "close")
            #expect(test.log.last?.verdict == .malformed)
        }
    }

    @Test func `a client that waits for leave to send too large a body is told at once`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.exchange(
                Array("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n".utf8))
            #expect(answer.status == 413)
        }
    }

    @Test func `a chunked body beyond the limit is refused while it comes`() async throws {
        try await TestServer.with {
            $0.limits.bodyBytes = 1000
        } _: { (test) async throws in
            let chunk = "64\r\n" + String(repeating: "x", count: 100) + "\r\n"
            let bytes =
                "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + String(repeating: chunk, count: 11)
            #expect(try await test.exchange(Array(bytes.utf8)).status == 413)
        }
    }

    @Test func `too large a head is refused, whole or in pieces`() async throws {
        try await TestServer.with { (test) async throws in
            let field = "X: " + String(repeating: "x", count: 70_000)
            #expect(try await test.exchange(Array("GET / HTTP/1.1\r\n\(field)\r\n\r\n".utf8)).status == 431)
            #expect(try await test.exchange(Array("GET / HTTP/1.1\r\n\(field)".utf8)).status == 431)
            let many = (0..<3000).map { "X-\($0): 1\r\n" }.joined()
            #expect(try await test.exchange(Array("GET / HTTP/1.1\r\n\(many)\r\n".utf8)).status == 431)
        }
    }

    @Test func `a head of 60 KiB is read`() async throws {
        try await TestServer.with { (test) async throws in
            let request = TestRequest {
                $0.headers.append(HeaderField("X-Long", String(repeating: "x", count: 60_000)))
            }
            #expect(try await test.send(request).status == 200)
        }
    }

    @Test(arguments: ["PUT", "PATCH", "DELETE"])
    func `the methods of the service's other operations are verified, then refused`(method: String) async throws {
        try await TestServer.with { (test) async throws in
            let unsigned = try await test.exchange(Array("\(method) /x HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(unsigned.status == 403)
            #expect(unsigned.errorType == "MissingAuthenticationTokenException")
            for (path, type) in [("/guardrails/abc", "DoctorNoMatchException"), ("/x", "UnknownOperationException")] {
                let signed = try await test.send(TestRequest.get(path) { $0.method = method })
                #expect(signed.status == 404)
                #expect(signed.errorType == type)
            }
        }
    }

    @Test func `a TLS handshake is answered at once`() async throws {
        try await TestServer.with { (test) async throws in
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send("\u{16}\u{3}\u{1}")
                let answer = RawAnswer.parse(try await connection.rest(), method: "GET")?.answer
                #expect(answer?.status == 400)
                #expect(answer?.message?.contains("http://") == true)
            }
        }
    }

    @Test func `a client that takes the server for a proxy is told how it becomes one`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.exchange(Array("CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n".utf8))
            #expect(answer.status == 405)
            #expect(answer.message?.contains("--proxy") == true)
            #expect(test.log.last?.verdict == .foreign)
        }
    }

    @Test(arguments: ["OPTIONS", "TRACE", "CONNECT"])
    func `other methods are not allowed`(method: String) async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.exchange(Array("\(method) /x HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            #expect(answer.status == 405)
        }
    }

    @Test(arguments: [
        "hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\nBad Name: x\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\nabc",
    ])
    func `what is no HTTP gets a 4xx or a closed connection, and the server lives on`(text: String) async throws {
        try await TestServer.with { (test) async throws in
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(text)
                connection.finish()
                let bytes = try await connection.rest()
                let answer = RawAnswer.parse(bytes, method: "GET")?.answer
                #expect(bytes.isEmpty || (400..<500).contains(answer?.status ?? 0), "\(text.debugDescription)")
            }
            #expect(try await test.send(TestRequest()).status == 200)
        }
    }

    @Test func `random bytes never stop the server`() async throws {
        try await TestServer.with { (test) async throws in
            var generator = SystemRandomNumberGenerator()
            let valid = try TestRequest().wire(framing: .chunked)
            for _ in 0..<60 {
                var bytes = valid
                for _ in 0..<Int.random(in: 1...8, using: &generator) {
                    bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                try? await RawConnection.with(port: test.port) { (connection) async throws in
                    try await connection.send(bytes)
                    connection.finish()
                    _ = try await connection.rest()
                }
            }
            #expect(try await test.send(TestRequest()).status == 200)
        }
    }

    @Test func `a head that does not come to its end is answered with 408`() async throws {
        try await TestServer.with {
            $0.limits.head = .milliseconds(50)
        } _: { (test) async throws in
            let answer = try await test.exchange(Array("POST /model".utf8))
            #expect(answer.status == 408)
        }
    }

    @Test func `a body that does not come to its end is answered with 408`() async throws {
        try await TestServer.with {
            $0.limits.request = .milliseconds(50)
        } _: { (test) async throws in
            let answer = try await test.exchange(
                Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc".utf8))
            #expect(answer.status == 408)
        }
    }

    @Test func `a connection without a request is closed in silence`() async throws {
        try await TestServer.with {
            $0.limits.idle = .milliseconds(50)
        } _: { (test) async throws in
            try await RawConnection.with(port: test.port) { (connection) async throws in
                #expect(try await connection.rest() == [])
            }
            #expect(test.log.all.isEmpty)
        }
    }

    @Test func `one connection too many is told so`() async throws {
        try await TestServer.with {
            $0.limits.connections = 1
        } _: { (test) async throws in
            try await RawConnection.with(port: test.port) { (first) async throws in
                try await first.send(try TestRequest().wire())
                #expect(try await first.answer().status == 200)
                try await RawConnection.with(port: test.port) { (second) async throws in
                    #expect(try await second.answer().status == 503)
                    #expect(try await second.rest() == [])
                }
                try await first.send(try TestRequest().wire())
                #expect(try await first.answer().status == 200)
            }
            #expect(test.server.summary().rejectedConnections == 1)
        }
    }
}
