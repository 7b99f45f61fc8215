import Conformance
import Glibc
import Recordings
import Report
import SigV4
import Synchronization

/// A replay whose exchanges are counted: what `doctor replay` does with a recording, less the program around it.
///
/// The recording is made here, which is a ninth of what is counted. How often threads wait for each other depends on the
/// machine, and so does the number of calls of the system: that has no threshold.
enum CountedReplay {
    static let name = "replay"

    /// Replays a recording of so many exchanges.
    ///
    /// It runs on other threads, and this one waits as ``CountedWork/run(_:_:)`` has to.
    static func run(_ count: Int) throws(Absence) {
        let bytes = MockProcess.recording(count).bytes()
        let replay = Replay()
        replay.begin(bytes)
        while replay.passed == nil { usleep(10_000) }
        guard replay.passed == count else { throw Absence(reason: "not every exchange passed its replay") }
    }

    private final class Replay: Sendable {
        private let found = Mutex<Int?>(nil)

        /// How many exchanges passed; nil until it is over.
        var passed: Int? { found.withLock { $0 } }

        func begin(_ bytes: [UInt8]) {
            Task.detached {
                let passed = (try? await Self.replay(bytes)) ?? 0
                self.found.withLock { $0 = passed }
            }
        }

        private static func replay(_ bytes: [UInt8]) async throws -> Int {
            let recording = try Recording(parsing: bytes, file: "many.json")
            let runner = ReplayRunner { SigningTime(unixSeconds: LoadedRequest.now()) }
            return try await runner.run([ReplayInput(name: "many", recording: recording)]).cases
                .count { $0.status == .pass }
        }
    }
}
