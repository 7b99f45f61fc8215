import MockBedrock
import SigV4
import TestSupport
import Testing
import WireText

/// Where a request ends, and for whom it is, is read in one way or refused.
@Suite(.live, .timeLimit(.minutes(10)))
struct FramingTests {
    /// Sends a signed request whose head was changed, with another behind it in the same bytes.
    private func answers(
        body: String? = nil, _ alter: @escaping ([String]) -> [String]
    ) async throws -> (statuses: [Int], log: [MockLogEntry]) {
        try await TestServer.with { (test) async throws in
            try await RawConnection.with(port: test.port) { (connection) async throws in
                try await connection.send(
                    TestRequest().wire(body: body, alter: alter) + TestRequest.get("/foundation-models").wire())
                var statuses: [Int] = []
                while statuses.count < 2, let answer = try? await connection.answer() {
                    statuses.append(answer.status)
                }
                return (statuses, test.log.all)
            }
        }
    }

    @Test(arguments: [
        "", "identity", "Chunked, chunked", "chunked;q=1", "gzip", "x", "chunked\r\nTransfer-Encoding: chunked",
        "\r\nTransfer-Encoding:", ",", "chunked,",
    ])
    func `a transfer coding that is not chunked alone is refused, and nothing behind it is read`(
        coding: String
    ) async throws {
        for keepsLength in [false, true] {
            let (statuses, log) = try await answers { lines in
                lines.filter { keepsLength || !$0.hasPrefix("Content-Length") } + ["Transfer-Encoding: \(coding)"]
            }
            #expect(statuses == [400], "\(coding.debugDescription)")
            #expect(log.map(\.verdict) == [.malformed])
        }
    }

    @Test(arguments: ["RTSP/1.0", "ICE/1.0", "HTTP/2.0", "HTTP/1.2", "http/1.1", "HTTP/0.9", "HTTP/01.1"])
    func `another protocol is refused`(version: String) async throws {
        let (statuses, _) = try await answers { lines in
            [lines[0].replacing("HTTP/1.1", with: version)] + lines.dropFirst()
        }
        #expect(statuses == [400])
    }

    @Test func `a client of HTTP 1 0 knows no chunks`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(TestRequest(), framing: .chunked) { lines in
                [lines[0].replacing("HTTP/1.1", with: "HTTP/1.0")] + lines.dropFirst()
            }
            #expect(answer.status == 400)
        }
    }

    @Test(arguments: [" ", "   ", "\t", " \t "])
    func `a length may have blanks around it`(blank: String) async throws {
        let (statuses, _) = try await answers { lines in
            lines.map { $0.hasPrefix("Content-Length:") ? "\($0)\(blank)" : $0 }
        }
        #expect(statuses == [200, 200])
    }

    @Test(arguments: ["h2c", "websocket", "TLS/1.2"])
    func `an offer to upgrade is ignored`(protocol name: String) async throws {
        try await TestServer.with { (test) async throws in
            let request = TestRequest {
                $0.headers += [
                    HeaderField("Upgrade", name), HeaderField("Connection", "Upgrade, HTTP2-Settings"),
                    HeaderField("HTTP2-Settings", "AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA"),
                ]
            }
            try await RawConnection.with(port: test.port) { (connection) async throws in
                for _ in 0..<3 {
                    try await connection.send(request.wire())
                    #expect(try await connection.answer().status == 200)
                }
            }
        }
    }

    @Test func `two hosts are refused, and so is a target for another host`() async throws {
        let (twice, _) = try await answers { $0 + ["Host: example.com"] }
        #expect(twice == [400])
        func absolute(_ authority: String) async throws -> Int {
            try await answers { lines in
                [lines[0].replacing(" /", with: " http://\(authority)/")] + lines.dropFirst()
            }.statuses[0]
        }
        #expect(try await absolute("127.0.0.1") == 200)
        #expect(try await absolute("bedrock-runtime.us-east-1.amazonaws.com") == 400)
    }

    @Test func `extensions of chunks and trailers may not go on for ever`() async throws {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let long = String(repeating: "x", count: 300)
        for endless in [
            "1;" + String(repeating: "x", count: 70_000), String(repeating: "1;\(long)\r\na\r\n", count: 300),
            "0\r\n" + String(repeating: "X: \(long)\r\n", count: 300),
            "0\r\nX: " + String(repeating: "x", count: 70_000),
        ] {
            try await TestServer.with { (test) async throws in
                #expect((400...431).contains(try await test.exchange(Array((head + endless).utf8)).status))
            }
        }
    }
}
