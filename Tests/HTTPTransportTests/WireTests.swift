import HTTPTransport
import TestSupport
import Testing
import WireText

/// What leaves is what was asked for, byte for byte, and the log says what left.
@Suite(.live, .timeLimit(.minutes(10))) struct WireTests {
    @Test(arguments: [
        "/model/anthropic.claude-v2%3A1/converse", "/model/anthropic.claude-v2:1/converse",
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fx/converse", "/a//b/../c/./d", "//double",
        "/%2F%2f%41", "/caf\u{e9} au lait/\u{1F600}", "/q?b=2&a=1&a=&=x&%20=+", "/?", "/#fragment", "/a;b=c,d'(e)!*",
    ])
    func `the target is sent as given`(target: String) async throws {
        try await RawServer.running(alwaysOK) { server in
            let response = try await withTransport { try await $0.send(.get(server.origin, target)) }
            #expect(response.status == 200)
            let request = try #require(server.requests.first)
            #expect(request.requestLine == "GET \(target) HTTP/1.1")
            #expect(response.wire.requestHead == request.head)
        }
    }

    @Test func `the log holds the head with what curl added, and the body`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let request = TransportRequest(
                method: "POST", origin: server.origin, target: "/x",
                headers: [
                    HeaderField("Content-Type", "application/json"), HeaderField("X-Amz-Date", "20260102T030405Z"),
                ],
                body: Array(#"{"a":1}"#.utf8))
            let response = try await withTransport { try await $0.send(request) }
            let seen = try #require(server.requests.first)
            #expect(
                seen.headText == """
                    POST /x HTTP/1.1\r
                    Host: 127.0.0.1:\(server.port)\r
                    User-Agent: bedrock-doctor\r
                    Accept: */*\r
                    Content-Type: application/json\r
                    X-Amz-Date: 20260102T030405Z\r
                    Content-Length: 7\r
                    \r\n
                    """)
            #expect(response.wire.requestHead == seen.head)
            #expect(response.wire.requestBody == seen.body)
            #expect(response.wire.responseHead == Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".utf8))
        }
    }

    /// curl's handles keep what was set on them for the request before.
    @Test func `a request has nothing of the one before`() async throws {
        let script: RawServer.Script = { connection in
            while let request = try await connection.request() {
                let body = request.requestLine.hasPrefix("HEAD") ? "" : "ok"
                try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\(body)")
            }
        }
        try await RawServer.running(script) { first in
            try await RawServer.running(script) { second in
                try await withTransport { transport in
                    for server in [first, second, first] {
                        for (method, body) in Self.turns {
                            let request = TransportRequest(
                                method: method, origin: server.origin, target: "/\(method)", body: Array(body.utf8))
                            let response = try await transport.send(request)
                            #expect(response.body.isEmpty == (method == "HEAD"))
                            let seen = try #require(server.requests.last)
                            #expect(seen.requestLine == "\(method) /\(method) HTTP/1.1")
                            #expect(seen.value("Host") == "127.0.0.1:\(server.port)")
                            let length = method == "PUT" || !body.isEmpty ? "\(body.utf8.count)" : nil
                            #expect(seen.value("Content-Length") == length)
                            #expect(seen.body == Array(body.utf8))
                        }
                    }
                }
            }
        }
    }

    private static let turns = [
        ("POST", "one"), ("GET", ""), ("DELETE", "two"), ("HEAD", ""), ("PUT", ""), ("GET", ""), ("DELETE", ""),
    ]

    @Test func `Host can be replaced, and what curl adds can be absent`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let request = TransportRequest(
                method: "POST", origin: server.origin, target: "/",
                headers: [HeaderField("Host", "bedrock-runtime.us-east-1.amazonaws.com")],
                absentHeaders: ["Accept", "User-Agent"])
            _ = try await withTransport { try await $0.send(request) }
            let seen = try #require(server.requests.first)
            #expect(
                seen.headText
                    == "POST / HTTP/1.1\r\nHost: bedrock-runtime.us-east-1.amazonaws.com\r\nContent-Length: 0\r\n\r\n")
        }
    }

    @Test func `field values go out as bytes, empty ones too, and repeated ones in order`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let request = TransportRequest(
                method: "GET", origin: server.origin, target: "/",
                headers: [
                    HeaderField("X-Empty", ""), HeaderField("X-Blank", " \t "), HeaderField("X-Twice", "one"),
                    HeaderField(name: "X-Bytes", bytes: [0xC3, 0xA9, 0xFF, 0x09, 0x3A]), HeaderField("X-Twice", "two"),
                    HeaderField("X-Inner", "a   b;c"),
                ])
            _ = try await withTransport { try await $0.send(request) }
            let seen = try #require(server.requests.first)
            #expect(seen.values("x-empty") == [""])
            #expect(seen.values("x-blank") == [""])
            #expect(seen.values("x-twice") == ["one", "two"])
            #expect(seen.value("x-inner") == "a   b;c")
            let line = Array("X-Bytes: ".utf8) + [0xC3, 0xA9, 0xFF, 0x09, 0x3A, 13, 10]
            #expect(seen.head.firstRange(of: line) != nil)
        }
    }

    @Test(arguments: ["PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"], [0, 5])
    func `other methods are sent with and without a body`(method: String, length: Int) async throws {
        try await RawServer.running(alwaysOK) { server in
            let body = [UInt8](repeating: 0x61, count: length)
            let request = TransportRequest(method: method, origin: server.origin, target: "/", body: body)
            let response = try await withTransport { try await $0.send(request) }
            let seen = try #require(server.requests.first)
            #expect(seen.requestLine == "\(method) / HTTP/1.1")
            #expect(seen.body == body)
            #expect(seen.value("content-type") == nil)
            #expect(response.body == Array("ok".utf8))
        }
    }

    @Test func `a HEAD has a head and no body`() async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        }) { server in
            let request = TransportRequest(method: "HEAD", origin: server.origin, target: "/")
            let response = try await withTransport { try await $0.send(request) }
            #expect(response.header("content-length") == "1000")
            #expect(response.body.isEmpty)
        }
    }

    @Test func `nothing asks for a 100 Continue, even with a large body`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let body = [[UInt8]](repeating: (0..<1000).map { UInt8($0 % 251) }, count: 3000).flatMap(\.self)
            let request = TransportRequest(method: "POST", origin: server.origin, target: "/", body: body)
            let response = try await withTransport { try await $0.send(request) }
            let seen = try #require(server.requests.first)
            #expect(seen.value("expect") == nil)
            #expect(seen.value("transfer-encoding") == nil)
            #expect(seen.body == body)
            #expect(response.wire.requestBody == body)
            #expect(response.wire.requestHead == seen.head)
        }
    }
}
