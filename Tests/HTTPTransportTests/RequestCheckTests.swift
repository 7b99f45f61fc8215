import HTTPTransport
import NetworkTerms
import TestSupport
import Testing
import WireText

/// What could not be sent as asked, or would let a value write a message of its own, never leaves.
@Suite(.live, .timeLimit(.minutes(10))) struct RequestCheckTests {
    private func refusal(_ change: (inout TransportRequest) -> Void) async throws -> TransportError {
        var request = TransportRequest(method: "POST", origin: "http://127.0.0.1:9", target: "/", body: [1, 2])
        change(&request)
        return try await withTransport { try await failure($0, request) }
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\n", "\r", "a\0b"])
    func `a value with a line break or NUL`(value: String) async throws {
        let error = try await refusal { $0.headers = [HeaderField("Authorization", "secret-value" + value)] }
        #expect(error.code == .badRequest)
        #expect(error.message.contains("'Authorization'"))
        #expect(!error.description.contains("secret-value"))
    }

    @Test(arguments: ["", "X Y", "X:", "X\r\nY", "X;", "\u{e9}", "X\0"])
    func `a name that is no token`(name: String) async throws {
        #expect(try await refusal { $0.headers = [HeaderField(name, "1")] }.code == .badRequest)
        #expect(try await refusal { $0.absentHeaders = [name] }.code == .badRequest)
    }

    @Test(arguments: ["", "GE T", "GET\r\nX: 1", "GET /"])
    func `a method that is no token`(method: String) async throws {
        #expect(try await refusal { $0.method = method }.code == .badRequest)
    }

    @Test(arguments: ["", "x", "http://other/", "*", "/a\r\nX: 1", "/a\0", "/\u{7f}", "/a\tb"])
    func `a target that is none`(target: String) async throws {
        #expect(try await refusal { $0.target = target }.code == .badURL)
    }

    @Test(arguments: [
        "", "127.0.0.1", "ftp://host", "https://", "https://user:pass@host", "https://host/path", "https://host?x",
        "https://host:", "https://host:0", "https://host:65536", "https://host:+1", "https://ho st", "https://[::1",
        "file:///etc/passwd", "https://h\r\nost", "https://[]",
    ])
    func `an origin that is none`(origin: String) async throws {
        let error = try await refusal { $0.origin = origin }
        #expect(error.code == .badURL)
        #expect(!error.description.contains("pass@"))
    }

    @Test func `a length that disagrees, and a transfer coding`() async throws {
        #expect(try await refusal { $0.headers = [HeaderField("content-length", "3")] }.code == .badRequest)
        #expect(try await refusal { $0.headers = [HeaderField("Transfer-Encoding", "chunked")] }.code == .badRequest)
        #expect(try await refusal { $0.method = "HEAD" }.code == .badRequest)
    }

    @Test func `a length that agrees is sent once`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let request = TransportRequest(
                method: "POST", origin: server.origin, target: "/", headers: [HeaderField("content-length", "2")],
                body: [1, 2])
            _ = try await withTransport { try await $0.send(request) }
            #expect(server.requests.first?.values("content-length") == ["2"])
        }
    }
}
