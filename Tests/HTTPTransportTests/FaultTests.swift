import HTTPTransport
import NIOCore
import NIOPosix
import NetworkTerms
import TestSupport
import Testing

/// Each way in which a server can fail is an error of its own, and comes by its deadline.
@Suite(.live, .timeLimit(.minutes(10))) struct FaultTests {
    private func fault(
        _ request: (String) -> TransportRequest = { .get($0) }, _ script: @escaping RawServer.Script
    ) async throws -> TransportError {
        try await RawServer.running(script) { server in
            try await withTransport { try await failure($0, request(server.origin)) }
        }
    }

    @Test func `nothing listens`() async throws {
        // A port that was free a moment ago may be another test's by now; the first one is nobody's.
        let error = try await withTransport { try await failure($0, .get("http://127.0.0.1:1")) }
        #expect(error.code == .connectFailed)
        #expect(error.message.contains("127.0.0.1:1"))
    }

    @Test func `the name does not exist`() async throws {
        let error = try await withTransport { try await failure($0, .get("http://no-such-host.invalid")) }
        #expect(error.code == .nameNotResolved)
        #expect(error.message.contains("no-such-host.invalid"))
        #expect(error.nextStep.contains("getent hosts no-such-host.invalid"))
    }

    @Test func `closed before the head`() async throws {
        let error = try await fault { connection in _ = try await connection.request() }
        #expect(error.code == .closedEarly)
        #expect(error.wire.requestHead.starts(with: "GET / HTTP/1.1\r\n".utf8))
    }

    @Test func `reset before the head`() async throws {
        let error = try await fault { connection in
            _ = try await connection.request()
            try await connection.reset()
        }
        #expect(error.code == .connectionReset)
    }

    @Test func `closed inside the head`() async throws {
        let error = try await fault { connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\nContent-Le")
        }
        #expect(error.code == .closedEarly)
        #expect(error.message.contains("in the middle of the response's head"))
    }

    @Test(arguments: [
        "Content-Length: 10\r\n\r\nhalf", "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        "Transfer-Encoding: chunked\r\n\r\n40\r\nhalf",
    ])
    func `closed inside the body`(rest: String) async throws {
        let error = try await fault { connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\n" + rest)
        }
        #expect(error.code == .closedEarly)
        #expect(error.message.contains("after 4 bytes of the body"))
        #expect(error.wire.responseHead.starts(with: "HTTP/1.1 200 OK".utf8))
    }

    @Test func `a malformed chunk`() async throws {
        let error = try await fault { connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n")
            try await connection.hold()
        }
        #expect(error.code == .malformedResponse)
        #expect(error.message.contains("chunk"))
    }

    /// Whatever a server can send for ever besides a body has an end here, and long before the request's time is over.
    @Test(arguments: [
        ("trailers", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "x-trailer: " + filler + "\r\n"),
        ("an extension", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=", filler),
        ("extensions", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1;x=" + filler + "\r\nb\r\n"),
        ("informational heads", "", "HTTP/1.1 103 Early Hints\r\nlink: " + filler + "\r\n\r\n"),
        ("fields", "HTTP/1.1 200 OK\r\n", "x-field: " + filler + "\r\n"),
    ])
    func `sending without an end`(what: String, head: String, rest: String) async throws {
        for isStreamed in [false, true] {
            let error = try await RawServer.running({ connection in
                _ = try await connection.request()
                try await connection.send(head)
                while true { try await connection.send(rest) }
            }) { server in
                try await withTransport { transport in
                    let request = TransportRequest.get(server.origin, timeouts: .init(total: .seconds(30)))
                    return isStreamed
                        ? try await streamedFailure(transport, request) : try await failure(transport, request)
                }
            }
            #expect(!error.code.isTimeout, "\(what): \(error.message)")
            #expect(error.wire.trailers.count + error.wire.responseHead.count < 1 << 20)
        }
    }

    private static let filler = String(repeating: "a", count: 4000)

    @Test func `small chunks with small extensions are taken`() async throws {
        let body = String(repeating: "1;a=b\r\nx\r\n", count: 100_000) + "0\r\nx-end: yes\r\n\r\n"
        let response = try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
            try await connection.hold()
        }) { server in
            try await withTransport { try await $0.send(.get(server.origin)) }
        }
        #expect(response.body.count == 100_000)
        #expect(String(decoding: response.wire.trailers, as: UTF8.self).hasPrefix("x-end: yes"))
    }

    @Test func `an answer that is not HTTP`() async throws {
        let error = try await fault { connection in
            _ = try await connection.request()
            try await connection.send("SSH-2.0-OpenSSH_9.2p1\r\n")
            try await connection.hold()
        }
        #expect(error.code == .malformedResponse)
    }

    @Test func `a TLS request to a plain port`() async throws {
        let error = try await fault({ TransportRequest.get("https" + $0.dropFirst(4)) }) { connection in
            _ = try await connection.more()
            try await connection.send("HTTP/1.1 400 Bad Request\r\n\r\n")
        }
        #expect(error.code == .tlsFailed)
        #expect(error.nextStep.contains("http://"))
    }

    @Test func `no first byte`() async throws {
        let error = try await fault({ .get($0, timeouts: .init(firstByte: .milliseconds(100))) }) { connection in
            _ = try await connection.request()
            try await connection.hold()
        }
        #expect(error.code == .timedOut(.waitingForResponse))
        #expect(error.message.contains("first byte"))
        #expect(error.timings?.firstByte == .zero)
    }

    @Test func `a body that stops`() async throws {
        for timeouts in [
            TransportTimeouts(total: .seconds(3)), TransportTimeouts(idle: .milliseconds(100)),
        ] {
            let error = try await fault({ .get($0, timeouts: timeouts) }) { connection in
                _ = try await connection.request()
                try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                try await connection.hold()
            }
            #expect(error.code == .timedOut(.readingResponse))
        }
    }

    @Test func `a request that is not read`() async throws {
        let error = try await fault({ origin in
            TransportRequest(
                method: "POST", origin: origin, target: "/", body: [UInt8](repeating: 1, count: 30_000_000),
                timeouts: .init(total: .seconds(1)))
        }) { _ in
            try await Task.sleep(for: .seconds(60))
        }
        #expect(error.code == .timedOut(.sendingRequest))
        #expect(error.wire.requestBody.count < 30_000_000)
    }

    @Test func `a handshake that stops`() async throws {
        let error = try await fault({ origin in
            .get("https" + origin.dropFirst(4), timeouts: .init(connect: .milliseconds(100)))
        }) { connection in
            try await connection.hold()
        }
        #expect(error.code == .timedOut(.tlsHandshake))
        #expect(error.message.contains("the connection must be ready within"))
    }

    @Test func `a connection that is never accepted`() async throws {
        // A listener whose queue is full drops the handshake: the kernel takes backlog + 1 connections.
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 0)
            .serverChannelOption(.autoRead, value: false)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = listener.localAddress?.port ?? 0
        try await withTransport { transport in
            let timeouts = TransportTimeouts(connect: .milliseconds(300), firstByte: .milliseconds(300))
            let codes = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await failure(transport, .get("http://127.0.0.1:\(port)", timeouts: timeouts)).code
                    }
                }
                return try await group.reduce(into: Set<TransportError.Code>()) { $0.insert($1) }
            }
            #expect(codes.contains(.timedOut(.connecting)))
            #expect(codes.allSatisfy { $0.isTimeout })
        }
        try await listener.close()
    }

    @Test func `waiting for a free connection counts`() async throws {
        try await RawServer.running({ connection in try await connection.hold() }) { server in
            try await withTransport(maxConnections: 1) { transport in
                let first = Task { try await failure(transport, .get(server.origin)) }
                while server.connections == 0 { try await Task.sleep(for: .milliseconds(2)) }
                let second = try await failure(
                    transport, .get(server.origin, timeouts: .init(total: .milliseconds(100))))
                #expect(second.code == .timedOut(.queued))
                first.cancel()
                #expect(try await first.value.code == .cancelled)
            }
        }
    }

    @Test func `a kept connection that the server has closed is replaced`() async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.respond()
        }) { server in
            try await withTransport { transport in
                for _ in 0..<5 {
                    let response = try await transport.send(.get(server.origin))
                    #expect(response.status == 200)
                }
            }
            #expect(server.requests.count == 5)
        }
    }
}
