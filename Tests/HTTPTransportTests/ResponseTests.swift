import HTTPTransport
import NetworkTerms
import TestSupport
import Testing
import WireText

/// What comes back is kept: order, repetition, informational heads, trailers, every status.
@Suite(.live, .timeLimit(.minutes(10))) struct ResponseTests {
    private func answer(_ bytes: String, method: String = "GET") async throws -> TransportResponse {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.send(bytes)
        }) { server in
            try await withTransport {
                try await $0.send(TransportRequest(method: method, origin: server.origin, target: "/"))
            }
        }
    }

    @Test func `fields keep their order, repetition and bytes`() async throws {
        let head =
            "HTTP/1.1 403 \r\nB: 1\r\na:2  \r\nB: 3\r\nEmpty:\r\nX-Fold: one\r\n  two\r\nContent-Length: 2\r\n\r\n"
        let response = try await answer(head + "no")
        #expect(response.status == 403)
        #expect(response.httpVersion == "HTTP/1.1")
        #expect(response.headers.map(\.name) == ["B", "a", "B", "Empty", "X-Fold", "Content-Length"])
        #expect(response.headers.map(\.text) == ["1", "2", "3", "", "one two", "2"])
        #expect(response.header("b") == "1")
        #expect(response.body == Array("no".utf8))
        #expect(response.wire.responseHead.starts(with: "HTTP/1.1 403 \r\nB: 1\r\na:2  \r\nB: 3".utf8))
    }

    @Test func `a redirect is a response`() async throws {
        let response = try await answer(
            "HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
        #expect(response.status == 301)
        #expect(response.header("location") == "http://127.0.0.1:1/")
    }

    @Test func `informational heads are kept apart`() async throws {
        let response = try await answer(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n!")
        #expect(response.status == 200)
        #expect(response.body == [0x21])
        #expect(
            response.wire.informationalHeads.map { String(decoding: $0, as: UTF8.self) }
                == ["HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"])
        #expect(response.headers.map(\.name) == ["Content-Length"])
    }

    @Test func `a chunked body is joined, and its trailers are kept`() async throws {
        let response = try await answer(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;ext=1\r\n world\r\n0\r\nX-Sum: 9\r\n\r\n"
        )
        #expect(response.body == Array("hello world".utf8))
        #expect(String(decoding: response.wire.trailers, as: UTF8.self).contains("X-Sum: 9"))
        #expect(response.header("x-sum") == nil)
    }

    @Test func `a body without a length ends with the connection`() async throws {
        let response = try await answer("HTTP/1.0 200 OK\r\n\r\nall of it")
        #expect(response.httpVersion == "HTTP/1.0")
        #expect(response.body == Array("all of it".utf8))
    }

    @Test func `a content coding is left as it is`() async throws {
        let response = try await answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")
        #expect(response.body == Array("abc".utf8))
        #expect(response.header("content-encoding") == "gzip")
    }

    @Test func `a large body arrives whole`() async throws {
        let body = [[UInt8]](repeating: (0..<1000).map { UInt8($0 % 251) }, count: 8000).flatMap(\.self)
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
            for start in stride(from: 0, to: body.count, by: 100_000) {
                try await connection.send(Array(body[start..<min(start + 100_000, body.count)]))
            }
            try await connection.hold()
        }) { server in
            let response = try await withTransport { try await $0.send(.get(server.origin)) }
            #expect(response.body == body)
        }
    }

    @Test(arguments: ["Content-Length: 5000\r\n", "Transfer-Encoding: chunked\r\n"])
    func `a body over the limit is refused`(framing: String) async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\n\(framing)\r\n")
            let text = String(repeating: "x", count: 1000)
            for _ in 0..<5 { try await connection.send(framing.hasPrefix("T") ? "3e8\r\n\(text)\r\n" : text) }
            try await connection.hold()
        }) { server in
            try await withTransport(maxResponseBytes: 4096) { transport in
                let error = try await failure(transport, .get(server.origin))
                #expect(error.code == .responseTooLarge)
                #expect(error.message.contains("4096 bytes"))
            }
        }
    }

    @Test func `timings are in the order of the stages`() async throws {
        try await RawServer.running({ connection in
            while try await connection.request() != nil {
                try await Task.sleep(for: .milliseconds(20))
                try await connection.respond()
            }
        }) { server in
            try await withTransport { transport in
                let first = try await transport.send(.get(server.origin)).timings
                #expect(!first.connectionReused)
                #expect(first.connect > .zero)
                #expect(first.tls == .zero)
                #expect(first.connect <= first.requestSent)
                #expect(first.requestSent + .milliseconds(20) <= first.firstByte)
                #expect(first.firstByte <= first.total)
                let second = try await transport.send(.get(server.origin)).timings
                #expect(second.connectionReused)
                #expect(second.connect == .zero)
                #expect(second.startedAt >= first.startedAt + first.firstByte)
            }
        }
    }
}
