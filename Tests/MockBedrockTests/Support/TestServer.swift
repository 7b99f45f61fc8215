import MockBedrock
import SigV4
import Synchronization
import TestSupport

/// A mock server with a clock that stands still, and its log.
struct TestServer {
    let server: MockServer
    let log: LogBook

    var port: Int { server.port }

    /// Starts a server, lets `body` talk to it, and shuts it down.
    static func with<Result: Sendable>(
        _ change: (inout MockServerConfiguration) -> Void = { _ in },
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        LiveTrait.expect()
        let log = LogBook()
        var configuration = MockServerConfiguration(
            credentials: [
                MockCredential(accessKeyID: TestRequest.key, secretAccessKey: Secret(TestRequest.secret)),
                MockCredential(
                    accessKeyID: TestRequest.temporaryKey, secretAccessKey: Secret(TestRequest.secret),
                    sessionToken: Secret(TestRequest.token),
                    expiration: TestRequest.now.advanced(bySeconds: 3600)),
            ],
            clock: { TestRequest.now })
        configuration.account = .demonstration
        // What the verifier says by itself; the tests of the examination put an examiner in.
        configuration.examiner = nil
        // What is found must not depend on how busy the machine is.
        configuration.limits.search = .seconds(3600)
        configuration.log = { log.add($0) }
        change(&configuration)
        let test = TestServer(server: try await MockServer.start(configuration), log: log)
        do {
            let result = try await body(test)
            _ = await test.server.shutdown()
            return result
        } catch {
            _ = await test.server.shutdown()
            throw error
        }
    }

    /// Sends bytes on a connection of their own and reads one answer.
    func exchange(_ bytes: [UInt8], method: String = "POST") async throws -> RawAnswer {
        try await RawConnection.with(port: port) { connection in
            try await connection.send(bytes)
            return try await connection.answer(to: method)
        }
    }

    /// Signs and sends a request on a connection of its own and reads the answer.
    func send(
        _ request: TestRequest, body: String? = nil, framing: TestRequest.Framing = .length,
        alter: ([String]) -> [String] = { $0 }
    ) async throws -> RawAnswer {
        try await exchange(request.wire(body: body, framing: framing, alter: alter), method: request.method)
    }
}

/// Keeps log entries, in order.
final class LogBook: Sendable {
    private let entries = Mutex<[MockLogEntry]>([])

    func add(_ entry: MockLogEntry) { entries.withLock { $0.append(entry) } }

    var all: [MockLogEntry] { entries.withLock { $0 } }

    var last: MockLogEntry? { all.last }
}
