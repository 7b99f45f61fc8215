import Glibc
import Report

/// The deadline of a run that serves or runs a program: it ends as by SIGTERM, which the program is sent too.
enum DeadlineSignal {
    /// Does the work, and sends this process SIGTERM when the time is up before it is done.
    static func during<Value: Sendable>(
        _ limit: Duration?, _ work: () async throws -> Value
    ) async rethrows -> Value {
        let timer = limit.map { limit in
            Task {
                guard (try? await Task.sleep(for: limit)) != nil else { return }
                StandardStreams.log("doctor: the deadline of \(limit.words) was reached (--deadline)")
                kill(getpid(), SIGTERM)
            }
        }
        defer { timer?.cancel() }
        return try await work()
    }
}
