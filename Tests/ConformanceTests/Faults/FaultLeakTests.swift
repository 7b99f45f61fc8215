import Converse
import Foundation
import TestSupport
import Testing

/// No fault leaves a descriptor, a thread or memory behind, in the client or in the server.
///
/// The faults are met in a process of their own, where nothing else opens files or takes memory. A task that never ended
/// would hold its client, and with it the transport's thread and descriptors.
@Suite(.liveAlone, .timeLimit(.minutes(10)))
struct FaultLeakTests {
    @Test func nothingIsLeftBehind() async {
        await #expect(processExitsWith: .success) {
            // Twice, so that what is made once and kept is there.
            for _ in 0..<2 { await Self.meetEveryFault() }
            try await Task.sleep(for: .seconds(1))
            let before = try Held.now()
            for _ in 0..<3 { await Self.meetEveryFault() }
            // The system ends the last threads and closes the last sockets in its own time.
            var after = try Held.now()
            for _ in 0..<50 where after.descriptors > before.descriptors || after.threads > before.threads {
                try await Task.sleep(for: .milliseconds(100))
                after = try Held.now()
            }
            #expect(
                after.descriptors <= before.descriptors,
                "\(after.descriptors) descriptors, \(before.descriptors) before")
            #expect(after.threads <= before.threads + 1, "\(after.threads) threads, \(before.threads) before")
            // Some fragmentation is no leak: a connection or a stream held back would be megabytes by now.
            #expect(after.kilobytes <= before.kilobytes + 8_192, "\(before.kilobytes) KB, then \(after.kilobytes)")
        }
    }

    /// Both forms of the client against every fault, whatever comes of it; the silent ones last too long.
    private static func meetEveryFault() async {
        for row in FaultTableTests.rows where row.kind != "silence" {
            try? await FaultTableTests.with(row.fault) { client in
                _ = try? await client.converse(FaultTableTests.question, modelID: FaultTableTests.model)
                _ = try? await client.converseStream(FaultTableTests.question, modelID: FaultTableTests.model).collect()
            }
        }
    }

    /// What the process holds, as Linux tells it.
    private struct Held {
        var descriptors: Int
        var threads: Int
        var kilobytes: Int

        static func now() throws -> Held {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            func number(_ name: String) throws -> Int {
                let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name + ":") })
                return try #require(line.split { !$0.isNumber }.first.flatMap { Int($0) })
            }
            return Held(
                descriptors: try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count,
                threads: try number("Threads"), kilobytes: try number("VmRSS"))
        }
    }
}
