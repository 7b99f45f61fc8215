import MockBedrock
import SigV4
import TestSupport
import Testing
import WireText

/// A proxy that forwards nothing, seen from its socket; real clients are in Tests/RealClients.
@Suite(.live, .timeLimit(.minutes(10)))
struct ForwardProxyTests {
    private func answer(to request: String, names: [String] = []) async throws -> RawAnswer {
        let authority = try CertificateAuthority(now: TestRequest.now)
        let names = try names.map { try CertificateName($0) }
        return try await TestServer.with {
            $0.proxy = ForwardProxy(authority: authority, names: names)
        } _: { test in
            try await test.exchange(Array(request.utf8), method: "CONNECT")
        }
    }

    private func connect(_ target: String) -> String { "CONNECT \(target) HTTP/1.1\r\nHost: \(target)\r\n\r\n" }

    @Test(arguments: [
        "bedrock-runtime.us-east-1.amazonaws.com:443", "BEDROCK.us-east-1.amazonaws.com:443", "sts.amazonaws.com:443",
        "bedrock-runtime.us-east-1.amazonaws.com.:443", "gateway.example.:443",
        "gateway.example:443", "a.internal.example:443",
    ])
    func `a tunnel to a host that is played ends here`(target: String) async throws {
        let answer = try await answer(to: connect(target), names: ["gateway.example", "*.internal.example"])
        #expect(answer.head == "HTTP/1.1 200 Connection established\r\n\r\n")
    }

    @Test(arguments: [
        "example.com:443", "s3.us-east-1.amazonaws.com:443", "bedrock-runtime.us-east-1.amazonaws.com:8443",
        "127.0.0.1:443", "a.b.internal.example:443",
    ])
    func `another host is refused, and told why`(target: String) async throws {
        let answer = try await answer(to: connect(target), names: ["*.internal.example"])
        #expect(answer.status == 403)
        #expect(answer.message?.contains("forwards nothing") == true)
        #expect(answer.errorType == "DoctorProxyException")
    }

    @Test func `a region that is not played is named with what plays it`() async throws {
        let answer = try await answer(to: connect("bedrock-runtime.eu-west-1.amazonaws.com:443"))
        #expect(answer.status == 403)
        #expect(answer.message?.contains("--region eu-west-1") == true)
    }

    @Test(arguments: ["bedrock-runtime.us-east-1.amazonaws.com", ":443", "x:y", "a b:443", "x:99999"])
    func `what is no host and port is no request`(target: String) async throws {
        let answer = try await answer(to: connect(target))
        #expect([400, 403].contains(answer.status))
    }

    @Test(arguments: [
        ":+443", ":0443", ": 443", ":",
    ])
    func `a port is digits alone`(port: String) async throws {
        let answer = try await answer(to: connect("bedrock-runtime.us-east-1.amazonaws.com" + port))
        #expect(answer.status == 400)
    }

    @Test(arguments: [
        ("HTTP/1.1\r\n", 400), ("HTTP/1.0\r\n", 200), ("HTTP/1.1\r\nHost: example.com:443\r\n", 400),
        ("HTTP/1.1\r\nHost: STS.amazonaws.com\r\n", 200),
        ("HTTP/1.1\r\nHost: sts.amazonaws.com:443\r\nHost: sts.amazonaws.com:443\r\n", 400),
        ("HTTP/1.1\r\nHost: sts.amazonaws.com:443\r\nContent-Length: 0\r\n", 200),
        ("HTTP/1.1\r\nHost: sts.amazonaws.com:443\r\nContent-Length: 5\r\n", 400),
        ("HTTP/1.1\r\nHost: sts.amazonaws.com:443\r\nTransfer-Encoding: chunked\r\n", 400),
    ])
    func `a request for a tunnel names one host and has no body`(rest: String, status: Int) async throws {
        let answer = try await answer(to: "CONNECT sts.amazonaws.com:443 \(rest)\r\n")
        #expect(answer.status == status)
    }

    @Test func `a server that is no proxy makes no tunnel`() async throws {
        let answer = try await TestServer.with { test in
            try await test.exchange(Array(connect("bedrock-runtime.us-east-1.amazonaws.com:443").utf8))
        }
        #expect(answer.status == 405)
    }

    @Test func `plain HTTP in a tunnel is told so`() async throws {
        let authority = try CertificateAuthority(now: TestRequest.now)
        try await TestServer.with {
            $0.proxy = ForwardProxy(authority: authority)
        } _: { test in
            try await RawConnection.with(port: test.port) { connection in
                // In one piece with what is to go through the tunnel.
                try await connection.send(
                    connect("bedrock-runtime.us-east-1.amazonaws.com:443") + "GET /x HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.answer(to: "CONNECT").status == 200)
                let answer = try await connection.answer()
                #expect(answer.status == 400)
                #expect(answer.message?.contains("use https://") == true)
            }
        }
    }

    @Test func `a whole URL of a host that is played is answered, and no other`() async throws {
        let authority = try CertificateAuthority(now: TestRequest.now)
        try await TestServer.with {
            $0.proxy = ForwardProxy(authority: authority)
        } _: { (test) async throws in
            for (host, status) in [
                ("bedrock-runtime.us-east-1.amazonaws.com", 200), ("example.com", 403),
                ("bedrock-runtime.eu-west-1.amazonaws.com", 403), ("127.0.0.1:\(test.port)", 200),
            ] {
                var request = TestRequest()
                request.headers[0].value = Array(host.utf8)
                let answer = try await test.send(request) { lines in
                    [lines[0].replacing(" /model", with: " http://\(host)/model")] + lines.dropFirst()
                }
                #expect(answer.status == status, "\(host)")
            }
            #expect(test.log.all.map(\.verdict) == [.simulated, .foreign, .foreign, .simulated])
        }
    }
}
