import HTTPTransport
import NIOCore
import NetworkTerms
import Synchronization
import TestSupport
import Testing

/// A streamed response: head first, chunks as they arrive, and an end that says what it was.
@Suite(.live, .timeLimit(.minutes(10))) struct StreamingTests {
    private static let chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-A: 1\r\n\r\n"

    private func with(
        _ script: @escaping RawServer.Script, _ body: (HTTPTransport, RawServer) async throws -> Void
    ) async throws {
        try await RawServer.running(script) { server in
            try await withTransport { try await body($0, server) }
        }
    }

    /// Reads to the end, which must be an error.
    private func failure(_ body: ResponseBody) async -> (bytes: [UInt8], error: TransportError?) {
        var bytes: [UInt8] = []
        do throws(TransportError) {
            for try await chunk in body { bytes += chunk.bytes }
            return (bytes, nil)
        } catch {
            return (bytes, error)
        }
    }

    @Test func `the head comes before the body does`() async throws {
        let gate = AsyncStream.makeStream(of: Void.self)
        try await with { connection in
            _ = try await connection.request()
            try await connection.send(Self.chunkedHead)
            for await _ in gate.stream { break }
            try await connection.send("3\r\nabc\r\n")
            for await _ in gate.stream { break }
            try await connection.send("2\r\nde\r\n0\r\n\r\n")
        } _: { transport, server in
            let response = try await transport.stream(.get(server.origin))
            #expect(response.head.status == 200)
            #expect(response.head.header("x-a") == "1")
            #expect(response.head.body.isEmpty)
            #expect(response.head.wire.requestHead.starts(with: "GET / HTTP/1.1\r\n".utf8))
            #expect(response.body.completion == nil)
            var chunks = response.body.makeAsyncIterator()
            gate.continuation.yield()
            #expect(try await chunks.next()?.bytes == Array("abc".utf8))
            gate.continuation.yield()
            let last = try await chunks.next()
            #expect(last?.bytes == Array("de".utf8))
            #expect((last?.time ?? .zero) > .zero)
            #expect(try await chunks.next() == nil)
            #expect(response.body.completion?.timings.total != .zero)
        }
    }

    @Test func `a response without a body ends at once`() async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 204 No Content\r\n\r\n")
        } _: { transport, server in
            let response = try await transport.stream(.get(server.origin))
            #expect(response.head.status == 204)
            #expect(try await response.body.collect(limit: 0).isEmpty)
        }
    }

    @Test func `nothing is read beyond a bound while nobody reads, and nothing is lost`() async throws {
        let size = 24 * 1024 * 1024
        let sent = Mutex(0)
        let piece = (0..<65_536).map { UInt8(truncatingIfNeeded: $0 % 251) }
        try await with { connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            for _ in 0..<(size / piece.count) {
                try await connection.send(piece)
                sent.withLock { $0 += piece.count }
            }
            try await connection.hold()
        } _: { transport, server in
            let response = try await transport.stream(
                .get(server.origin, timeouts: TransportTimeouts(idle: .seconds(2))))
            // The server is stuck once the buffers between are full, which takes it some time.
            var before = -1
            while before != sent.withLock({ $0 }) {
                before = sent.withLock { $0 }
                try await Task.sleep(for: .milliseconds(300))
            }
            #expect(before < size / 2)
            // Longer than the silence that is allowed: it is not the server's.
            try await Task.sleep(for: .milliseconds(2200))
            var count = 0
            var isRight = true
            for try await chunk in response.body {
                let start = count % piece.count
                isRight = isRight && chunk.bytes.elementsEqual((piece + piece)[start...].prefix(chunk.bytes.count))
                count += chunk.bytes.count
            }
            #expect(count == size)
            #expect(isRight)
        }
    }

    @Test(arguments: [
        ("2\r\nab\r\n", TransportError.Code.closedEarly), ("zz\r\n", .malformedResponse), ("40\r\nab", .closedEarly),
    ])
    func `a body that does not end well`(rest: String, code: TransportError.Code) async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.send(Self.chunkedHead + rest)
        } _: { transport, server in
            let response = try await transport.stream(.get(server.origin))
            let (bytes, error) = await failure(response.body)
            #expect(error?.code == code)
            #expect(bytes == Array((code == .malformedResponse ? "" : "ab").utf8))
            #expect(response.body.completion == nil)
        }
    }

    @Test func `a reset in the middle`() async throws {
        let gate = AsyncStream.makeStream(of: Void.self)
        try await with { connection in
            _ = try await connection.request()
            try await connection.send(Self.chunkedHead + "2\r\nab\r\n")
            for await _ in gate.stream { break }
            try await connection.reset()
        } _: { transport, server in
            let response = try await transport.stream(.get(server.origin))
            var chunks = response.body.makeAsyncIterator()
            #expect(try await chunks.next()?.bytes == Array("ab".utf8))
            gate.continuation.yield()
            #expect(await failure(response.body).error?.code == .connectionReset)
        }
    }

    @Test(arguments: [
        TransportTimeouts(idle: .milliseconds(100)), TransportTimeouts(total: .seconds(3)),
    ])
    func `silence in the middle`(timeouts: TransportTimeouts) async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.send(Self.chunkedHead + "2\r\nab\r\n")
            try await connection.hold()
        } _: { transport, server in
            let response = try await transport.stream(.get(server.origin, timeouts: timeouts))
            let (bytes, error) = await failure(response.body)
            #expect(bytes == Array("ab".utf8))
            #expect(error?.code == .timedOut(.readingResponse))
        }
    }

    @Test func `no head`() async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.hold()
        } _: { transport, server in
            do throws(TransportError) {
                _ = try await transport.stream(
                    .get(server.origin, timeouts: TransportTimeouts(firstByte: .milliseconds(100))))
                Issue.record("a response came")
            } catch {
                #expect(error.code == .timedOut(.waitingForResponse))
            }
        }
    }

    @Test func `a cancelled reader ends the transfer`() async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.send(Self.chunkedHead + "2\r\nab\r\n")
            try await connection.hold()
        } _: { transport, server in
            let response = try await transport.stream(.get(server.origin))
            let reading = Task { await failure(response.body).error?.code }
            try await Task.sleep(for: .milliseconds(20))
            reading.cancel()
            #expect(await reading.value == .cancelled)
            while !OpenDescriptors.ofTransport(to: server.port).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        }
    }

    @Test func `a task that is cancelled before its head gets none`() async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.hold()
        } _: { transport, server in
            let asking = Task { () -> TransportError.Code? in
                do throws(TransportError) {
                    _ = try await transport.stream(.get(server.origin))
                    return nil
                } catch {
                    return error.code
                }
            }
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            asking.cancel()
            #expect(await asking.value == .cancelled)
        }
    }

    @Test func `a dropped body closes its connection`() async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.send(Self.chunkedHead + "2\r\nab\r\n")
            try await connection.hold()
        } _: { transport, server in
            func readOne() async throws {
                let response = try await transport.stream(.get(server.origin))
                var chunks = response.body.makeAsyncIterator()
                _ = try await chunks.next()
            }
            try await readOne()
            while !OpenDescriptors.ofTransport(to: server.port).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        }
    }

    @Test func `a body that was read leaves its connection to the next request`() async throws {
        try await with { connection in
            while try await connection.request() != nil {
                try await connection.send(Self.chunkedHead + "2\r\nab\r\n0\r\n\r\n")
            }
        } _: { transport, server in
            for _ in 0..<3 {
                let response = try await transport.stream(.get(server.origin))
                #expect(try await response.body.collect(limit: 10) == Array("ab".utf8))
            }
            #expect(server.connections == 1)
        }
    }

    @Test func `more than the limit is an error`() async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.respond("abcdef")
        } _: { transport, server in
            let response = try await transport.stream(.get(server.origin))
            let error = await #expect(throws: TransportError.self) { try await response.body.collect(limit: 5) }
            #expect(error?.code == .responseTooLarge)
        }
    }

    @Test func `a hundred streams at once`() async throws {
        try await with { connection in
            _ = try await connection.request()
            try await connection.send(Self.chunkedHead)
            for _ in 0..<50 { try await connection.send("1\r\na\r\n") }
            try await connection.send("0\r\n\r\n")
        } _: { transport, server in
            let origin = server.origin
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<100 {
                    group.addTask { try await transport.stream(.get(origin)).body.collect(limit: 1000).count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == Array(repeating: 50, count: 100))
        }
    }
}
