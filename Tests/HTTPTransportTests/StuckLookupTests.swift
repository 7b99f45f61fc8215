import Foundation
import HTTPTransport
import NIOCore
import NIOPosix
import NetworkTerms
import TestSupport
import Testing

/// A name lookup that never ends delays nobody: neither its own request, nor others, nor the shutdown.
///
/// The resolver of the system cannot be told by an option to get stuck, so the test runs itself again in a mount
/// namespace where `/etc/resolv.conf` names a server that swallows every question, for longer than the time limit.
@Suite(.live, .timeLimit(.minutes(10))) struct StuckLookupTests {
    private static let marker = "HTTP_TRANSPORT_TESTS_LOOKUPS_ARE_STUCK"
    private static let swallower = "127.0.0.153"

    static let isInside = ProcessInfo.processInfo.environment[marker] != nil

    static func isPossible() async -> Bool {
        guard !isInside, FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare") else { return false }
        return (try? await Program.run("/usr/bin/unshare", ["-m", "true"]))?.status == 0
    }

    @Test(.enabled("needs the right to make a mount namespace (root)") { await isPossible() })
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
        let program = try await Program.run("/usr/bin/unshare", command, environment: environment)
        try await silent.close()
        let output = program.text + program.errorText
        #expect(program.status == 0, "\(output)")
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
}
