import Foundation
import HTTPTransport
import NIOCore
import NIOPosix
import Testing

/// A name lookup that never ends delays nobody: neither its own request, nor others, nor the shutdown.
///
/// The resolver of the system cannot be told by an option to get stuck, so the test runs itself again in a mount
/// namespace where `/etc/resolv.conf` names a server that swallows every question, for longer than the time limit.
@Suite(.timeLimit(.minutes(1))) struct StuckLookupTests {
    private static let marker = "HTTP_TRANSPORT_TESTS_LOOKUPS_ARE_STUCK"
    private static let swallower = "127.0.0.153"

    static let isInside = ProcessInfo.processInfo.environment[marker] != nil

    static let isPossible: Bool = {
        guard !isInside, FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare") else { return false }
        return (try? run(["-m", "true"], environment: [:]))?.status == 0
    }()

    @Test(.enabled(if: isPossible, "needs the right to make a mount namespace (root)"))
    func `with a resolver that never answers`() async throws {
        let silent = try await DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: Self.swallower, port: 53).get()
        let file = FileManager.default.temporaryDirectory.appending(path: "resolv-\(UUID().uuidString)")
        try Data("nameserver \(Self.swallower)\noptions timeout:30 attempts:5\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let command = [
            "-m", "sh", "-c", "mount --bind \"$1\" /etc/resolv.conf && shift && exec \"$@\"", "sh", file.path,
            ProcessInfo.processInfo.arguments[0], "--testing-library", "swift-testing", "--filter",
            "StuckLookupTests",
        ]
        let environment = ProcessInfo.processInfo.environment.merging([Self.marker: "1"]) { $1 }
        let (status, output) = try await Blocking.run { try Self.run(command, environment: environment) }
        try await silent.close()
        #expect(status == 0, "\(output)")
        #expect(output.contains("\"its request ends, others go on\" passed"), "\(output)")
    }

    @Test(.enabled(if: isInside, "run by the test above"))
    func `its request ends, others go on`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let transport = try HTTPTransport(TransportConfiguration(environment: [:]))
            let cancelled = Task { try await failure(transport, .get("http://first.stuck-lookup.example")) }
            let timeouts = TransportTimeouts(connect: .milliseconds(300))
            let late = try await failure(transport, .get("http://second.stuck-lookup.example", timeouts: timeouts))
            #expect(late.code == .timedOut(.nameLookup))
            #expect(late.nextStep.contains("getent hosts second.stuck-lookup.example"))
            cancelled.cancel()
            let error = try await cancelled.value
            #expect(error.code == .cancelled)
            #expect(error.message.contains("while looking up the name"))
            #expect(try await transport.send(.get(server.origin)).status == 200)
            // Past curl's own limit for the lookup too (the request's and half a second): it must not end the wait.
            try await Task.sleep(for: .seconds(1))
            let response = try await transport.send(.get(server.origin))
            #expect(response.timings.connectionReused)
            await transport.shutdown()
        }
    }

    private static func run(
        _ arguments: [String], environment: [String: String]
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = arguments
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
