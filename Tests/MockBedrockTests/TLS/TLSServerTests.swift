import Codes
import MockBedrock
import SigV4
import Synchronization
import TestSupport
import Testing

/// The server behind TLS, seen from its socket; real clients are in Tests/RealClients.
@Suite(.live, .timeLimit(.minutes(10)))
struct TLSServerTests {
    private func withTLS(
        _ change: (inout MockServerConfiguration) -> Void = { _ in }, _ body: (TestServer) async throws -> Void
    ) async throws -> (failures: [HandshakeFailure], summary: MockSummary) {
        let book = FailureBook()
        let identity = try CertificateAuthority(now: TestRequest.now).identity(for: CertificateName.loopback)
        let summary = try await TestServer.with { configuration in
            configuration.identity = identity
            configuration.handshakeFailed = { book.add($0) }
            change(&configuration)
        } _: { (test) async throws -> MockSummary in
            #expect(test.server.endpoint == "https://127.0.0.1:\(test.port)")
            try await body(test)
            return await test.server.shutdown()
        }
        return (book.all, summary)
    }

    @Test func `a plain request gets a readable answer`() async throws {
        let (failures, summary) = try await withTLS { test in
            let answer = try await test.send(TestRequest())
            #expect(answer.status == 400)
            #expect(answer.message?.contains("https://") == true)
            #expect(test.log.last?.target == "/model/amazon.nova-micro-v1:0/converse")
        }
        #expect(failures.isEmpty)
        #expect(summary.malformed == 1)
    }

    @Test func `a preface of HTTP 2 in plain is no way around TLS`() async throws {
        _ = try await withTLS { test in
            let answer = try await test.exchange(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8))
            #expect(answer.status == 400)
        }
    }

    @Test func `what is neither ends with an explanation`() async throws {
        let (failures, summary) = try await withTLS { test in
            try await RawConnection.with(port: test.port) { connection in
                try await connection.send([0x16, 0x03, 0x01, 0x00, 0x05] + Array("hello".utf8))
                connection.finish()
                _ = try await connection.rest()
            }
        }
        #expect(failures.map(\.code) == [.networkTLSFailed])
        #expect(summary.failedHandshakes == 1)
        #expect(summary.requests == 0)
    }

    @Test func `a handshake is bounded in bytes`() async throws {
        let (failures, _) = try await withTLS({ $0.limits.handshakeBytes = 100 }) { test in
            try await RawConnection.with(port: test.port) { connection in
                // The beginning of a long ClientHello whose end never comes.
                try await connection.send(
                    [0x16, 0x03, 0x01, 0x3F, 0x00, 0x01, 0x00, 0x3E, 0xFC, 0x03, 0x03] + Array(repeating: 0, count: 200)
                )
                _ = try await connection.rest()
            }
        }
        #expect(failures.first?.summary.contains("more for a handshake") == true)
    }

    @Test func `a handshake is bounded in time`() async throws {
        let (failures, _) = try await withTLS({ $0.limits.handshake = .milliseconds(50) }) { test in
            try await RawConnection.with(port: test.port) { connection in
                try await connection.send([0x16, 0x03, 0x01])
                _ = try await connection.rest()
            }
        }
        #expect(failures.first?.summary.contains("in time") == true)
    }

    @Test func `a connection without a byte is nothing to explain`() async throws {
        let (failures, summary) = try await withTLS { test in
            try await RawConnection.with(port: test.port) { connection in connection.finish() }
        }
        #expect(failures.isEmpty)
        #expect(summary.failedHandshakes == 0)
    }
}

/// Keeps failures, in order.
private final class FailureBook: Sendable {
    private let failures = Mutex<[HandshakeFailure]>([])

    func add(_ failure: HandshakeFailure) { failures.withLock { $0.append(failure) } }

    var all: [HandshakeFailure] { failures.withLock { $0 } }
}
