import Subprocess
import SystemPackage

/// `wrk`, which sends one request over and over again on connections that stay open.
struct LoadGenerator {
    /// A file in Lua with the request.
    let script: String

    /// Loads a server.
    ///
    /// - Parameters:
    ///   - port: where it listens on loopback.
    ///   - connections: how many are open at once.
    ///   - seconds: how long.
    func run(port: Int, connections: Int, seconds: Int) async throws -> LoadResult {
        let command = Pinning.load.command(
            "wrk",
            [
                "-t1", "-c\(connections)", "-d\(seconds)s", "--timeout", "10s", "--latency", "-s", script,
                "http://127.0.0.1:\(port)",
            ])
        let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
        do {
            result = try await Subprocess.run(
                .name(command[0]), arguments: Arguments(Array(command.dropFirst())), output: .string(limit: 1 << 20),
                error: .string(limit: 1 << 20))
        } catch {
            throw Absence(reason: "taskset (Debian: util-linux) cannot be run")
        }
        guard result.terminationStatus.isSuccess else {
            throw Absence(
                reason: "wrk (Debian: wrk) cannot be run: "
                    + (result.standardError + result.standardOutput).prefix(200))
        }
        return try LoadResult(parsing: result.standardOutput)
    }
}

/// What `wrk` says about a run.
struct LoadResult {
    let requestsPerSecond: Double
    /// How many requests were answered.
    let requests: Int
    /// The 99th percentile of the latencies, in milliseconds.
    let latencyP99: Double

    init(parsing text: String) throws(Absence) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        // A refusal is quick: its speed is none of the answers'.
        if let bad = lines.first(where: { $0.first == "Non-2xx" }) {
            throw Absence(reason: "not every answer was a success: " + bad.joined(separator: " "))
        }
        guard let rate = lines.first(where: { $0.first == "Requests/sec:" })?.last.flatMap(Double.init),
            let count = lines.first(where: { $0.count > 2 && $0[1] == "requests" && $0[2] == "in" })?.first
                .flatMap(Int.init),
            let tail = lines.first(where: { $0.first == "99%" })?.last.flatMap(Self.milliseconds), count > 0
        else { throw Absence(reason: "wrk gave no figures: \(text.prefix(200))") }
        requestsPerSecond = rate
        requests = count
        latencyP99 = tail
    }

    private static func milliseconds(_ text: String) -> Double? {
        for (unit, factor) in [("us", 0.001), ("ms", 1), ("s", 1000)] where text.hasSuffix(unit) {
            return Double(text.dropLast(unit.count)).map { $0 * factor }
        }
        return nil
    }
}
