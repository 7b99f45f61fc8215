import MockBedrock
import TestSupport
import Testing
import WireText

/// The listener of an admin endpoint, over real connections.
@Suite(.live) struct AdminServerTests {
    private func with(
        _ limits: AdminLimits = AdminLimits(), answer: @escaping AdminServer.Answer,
        _ body: (AdminServer, AdminSecret) async throws -> Void
    ) async throws {
        LiveTrait.expect()
        let secret = AdminSecret.random()
        let server = try await AdminServer.start(secret: secret, limits: limits, answer: answer)
        do {
            try await body(server, secret)
        } catch {
            await server.shutdown()
            throw error
        }
        await server.shutdown()
    }

    private func ask(
        _ server: AdminServer, _ method: String, _ path: String, _ headers: [String] = [], body: String = ""
    ) async throws -> RawAnswer {
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(server.port)"] + headers + length + ["", body]
        return try await RawConnection.with(port: server.port) { connection in
            try await connection.send(lines.joined(separator: "\r\n"))
            return try await connection.answer(to: method)
        }
    }

    private func expect(
        _ status: Int, _ server: AdminServer, _ method: String, _ path: String, _ headers: [String] = [],
        body: String = "", location: SourceLocation = #_sourceLocation
    ) async throws {
        let answer = try await ask(server, method, path, headers, body: body)
        #expect(answer.status == status, sourceLocation: location)
    }

    private static let echo: AdminServer.Answer = { request in
        AdminAnswer(
            status: 200,
            body: Array(
                "\(request.method) \(request.path) \(request["a"] ?? "-") \(String(decoding: request.body, as: UTF8.self))"
                    .utf8))
    }

    @Test func `what is admitted is answered, and kept nowhere`() async throws {
        try await with(answer: Self.echo) { server, secret in
            let answer = try await ask(
                server, "POST", "/\(secret.text)/x%20y/z?a=b%26c&a=d", ["Content-Type: application/json"], body: "{}")
            #expect(answer.status == 200)
            #expect(String(decoding: answer.body, as: UTF8.self) == "POST x y/z b&c {}")
            #expect(answer["Cache-Control"] == "no-store")
            #expect(answer["Referrer-Policy"] == "no-referrer")
            #expect(answer["X-Content-Type-Options"] == "nosniff")
            #expect(answer["Cross-Origin-Resource-Policy"] == "same-origin")
            #expect(!answer.head.lowercased().contains("access-control"))
        }
    }

    @Test func `a HEAD is answered as a GET without its body`() async throws {
        try await with(answer: Self.echo) { server, secret in
            let answer = try await ask(server, "HEAD", "/\(secret.text)/a")
            #expect(answer.status == 200)
            #expect(answer["Content-Length"] == "8")
        }
    }

    @Test func `without the secret nothing is told, and a page that asks first is refused`() async throws {
        try await with(answer: Self.echo) { server, secret in
            let (one, other) = (try await ask(server, "GET", "/"), try await ask(server, "GET", "/a/b"))
            #expect((one.status, other.status) == (404, 404))
            #expect(one.body == other.body && one.head == other.head)
            let asks = ["Origin: https://evil.example", "Access-Control-Request-Method: POST"]
            try await expect(403, server, "OPTIONS", "/\(secret.text)/faults", asks)
        }
    }

    @Test func `a body beyond the limit is refused before it is read to its end`() async throws {
        var limits = AdminLimits()
        limits.bodyBytes = 10
        try await with(limits, answer: Self.echo) { server, secret in
            let path = "/\(secret.text)/a"
            let type = ["Content-Type: application/json"]
            try await expect(200, server, "POST", path, type, body: "0123456789")
            try await expect(413, server, "POST", path, type, body: "0123456789a")
        }
    }

    @Test func `an answer that takes too long is not waited for`() async throws {
        var limits = AdminLimits()
        limits.answer = .milliseconds(20)
        try await with(limits) { _ in
            try? await Task.sleep(for: .seconds(3600))
            return AdminAnswer(status: 200)
        } _: { server, secret in
            try await expect(503, server, "GET", "/\(secret.text)/")
        }
    }

    /// A request as it goes over the wire.
    private func wire(_ server: AdminServer, _ method: String, _ path: String, body: String = "") -> String {
        let length = body.isEmpty ? "" : "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
        return "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\(length)\r\n\(body)"
    }

    @Test(arguments: [0, 1, 40, 1000])
    func `requests that come without waiting are answered one by one, in their order`(cut: Int) async throws {
        // The first answer is the last one to be ready.
        try await with { request in
            if request.path == "first" { try? await Task.sleep(for: .milliseconds(30)) }
            return await Self.echo(request)
        } _: { server, secret in
            try await RawConnection.with(port: server.port) { connection in
                let bytes = Array(
                    (wire(server, "POST", "/\(secret.text)/first", body: "{}")
                        + wire(server, "HEAD", "/\(secret.text)/second") + wire(server, "GET", "/\(secret.text)/third"))
                        .utf8)
                try await connection.send(Array(bytes.prefix(cut)))
                try await connection.send(Array(bytes.dropFirst(cut)))
                #expect(String(decoding: try await connection.answer().body, as: UTF8.self) == "POST first - {}")
                #expect(try await connection.answer(to: "HEAD").status == 200)
                #expect(String(decoding: try await connection.answer().body, as: UTF8.self) == "GET third - ")
            }
        }
    }

    @Test func `behind one that is refused with bytes to come, none is answered`() async throws {
        try await with(answer: Self.echo) { server, secret in
            try await RawConnection.with(port: server.port) { connection in
                let next = wire(server, "GET", "/\(secret.text)/next")
                try await connection.send(wire(server, "POST", "/wrong/x", body: next) + next)
                #expect(try await connection.answer().status == 404)
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test func `who waits for an answer is let go by a shutdown`() async throws {
        try await with { _ in
            try? await Task.sleep(for: .seconds(3600))
            return AdminAnswer(status: 200)
        } _: { server, secret in
            try await RawConnection.with(port: server.port) { connection in
                try await connection.send("GET /\(secret.text)/ HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n")
                await server.shutdown()
                // Closing resets a connection whose request has not been read.
                let rest = (try? await connection.rest()) ?? []
                #expect(rest.isEmpty)
            }
        }
    }
}
