import Conformance
import Foundation
import Recordings
import Report
import TestSupport
import Testing

/// The recordings that stand beside the sources.
@Suite(.live, .timeLimit(.minutes(10)))
struct BundledRecordingsTests {
    private static let folder = PackageFolder.vectors.deletingLastPathComponent().appendingPathComponent("recordings")

    private static func inputs() throws -> [ReplayInput] {
        // Simulated accounts and scenarios of clients have schemas of their own.
        try PackageFolder.files(folder).filter { file in
            file.path.hasSuffix(".json") && !["/accounts/", "/scenarios/"].contains { file.path.contains($0) }
        }.map { file in
            let name = String((file.path.split(separator: "/").last ?? "").dropLast(".json".count))
            return ReplayInput(
                name: name, file: file.path, recording: try Recording(parsing: file.bytes, file: file.path))
        }
    }

    @Test func everyOneComesThrough() async throws {
        let inputs = try Self.inputs()
        #expect(inputs.count >= 15)
        let outcome = try await ReplayExample.runner.run(inputs)
        #expect(outcome.cases.filter { $0.status == .fail }.failures == [])
        #expect(outcome.cases.count >= inputs.count)
        #expect(outcome.cases.filter { $0.status == .skip }.isEmpty)
    }
}
