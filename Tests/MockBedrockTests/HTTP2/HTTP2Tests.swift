import EventStream
import JSONText
import SigV4
import TestSupport
import Testing

@testable import MockBedrock

/// HTTP/2 by prior knowledge, as nghttp2 speaks it through curl.
///
/// Each test sends one request: curl 7.88 uses no connection by prior knowledge twice, whatever the server. Many streams on
/// one connection are tried with Node (Tests/RealClients/test_http2.py).
@Suite(.live, .enabled("curl with HTTP/2 is not installed") { await Curl.speaksHTTP2() })
struct HTTP2Tests {
    @Test func `a signed request is verified and answered`() async throws {
        try await TestServer.with { test in
            let curl = try await Curl.send(TestRequest(), to: test)
            #expect(curl.statusLine == "HTTP/2 200")
            #expect(curl.answer?.json?["output"]?["message"]?["role"]?.stringValue == "assistant")
            #expect(test.log.last?.verdict == .simulated)
        }
    }

    @Test func `a changed body is refused with the service's text`() async throws {
        try await TestServer.with { test in
            let curl = try await Curl.send(TestRequest(), body: #"{"messages":[]}"#, to: test)
            #expect(curl.statusLine == "HTTP/2 403")
            #expect(curl.answer?.errorType == "InvalidSignatureException")
            #expect(curl.answer?.message?.contains("The Canonical String for this request should have been") == true)
        }
    }

    @Test func `a stream comes whole`() async throws {
        try await TestServer.with { test in
            let request = TestRequest { $0.target = "/model/amazon.nova-micro-v1:0/converse-stream" }
            let curl = try await Curl.send(request, to: test)
            #expect(curl.exit == 0)
            #expect(curl.answer?["content-type"] == "application/vnd.amazon.eventstream")
            let frames = FrameSequence([curl.answer?.body ?? []])
            let types = frames.frames.indices.compactMap { frames.message($0)?.eventType }
            #expect(types.first == "messageStart")
            #expect(types.last == "metadata")
        }
    }

    @Test(arguments: ["reset", "empty-reply", "reset-after-headers", "malformed-chunk:after=0"])
    func `a fault ends the stream or the connection`(fault: String) async throws {
        let rule = try FaultRule(parsing: fault)
        try await TestServer.with({ $0.faults = [rule] }) { test in
            let curl = try await Curl.send(TestRequest(), to: test)
            #expect(curl.exit != 0)
            #expect(test.log.last?.fault != nil)
        }
    }

    @Test func `a body that is too large is refused`() async throws {
        try await TestServer.with({ $0.limits.bodyBytes = 100 }) { test in
            let curl = try await Curl.send(TestRequest(), body: String(repeating: "x", count: 4000), to: test)
            #expect(curl.statusLine == "HTTP/2 413")
        }
    }

    @Test func `HTTP/1.1 is spoken on the same port`() async throws {
        try await TestServer.with { test in
            _ = try await Curl.send(TestRequest(), to: test)
            #expect(try await test.send(TestRequest()).status == 200)
        }
    }

    @Test func `a connection ends when the server does`() async throws {
        try await TestServer.with({ $0.limits.shutdown = .seconds(20) }) { test in
            try await RawConnection.with(port: test.port) { connection in
                // The preface and empty settings (RFC 9113, section 3.4).
                try await connection.send(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0])
                let first = try #require(try await connection.part())
                #expect(first.dropFirst(3).first == 4, "the server begins with its settings")
                async let summary = test.server.shutdown()
                let rest = try await connection.rest()
                #expect(rest.count >= 17, "GOAWAY has 17 bytes")
                #expect(await summary.malformed == 0)
            }
        }
    }
}
