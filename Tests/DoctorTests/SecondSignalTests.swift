import TestSupport
import Testing

/// A second signal ends what the first one has not ended yet.
@Suite("Second signal", .live, .timeLimit(.minutes(10)))
struct SecondSignalTests {
    @Test(arguments: [("TERM", 143), ("INT", 130)])
    func aServerThatWaitsForARequest(_ signal: String, _ status: Int) async throws {
        // A request that never becomes whole, then the signal twice.
        let script = """
            exec 4< <(exec "$DOCTOR" serve 2>/dev/null); pid=$!
            read -r line <&4; port=${line##*:}
            exec 3<>/dev/tcp/127.0.0.1/$port
            printf 'POST /model/m/converse HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: 9\\r\\n\\r\\n' >&3
            sleep 0.2; kill -\(signal) $pid; sleep 0.2; kill -\(signal) $pid
            wait $pid; echo "status $?"
            """
        let result = try await Program.run(
            "/bin/bash", ["-c", script], environment: ["DOCTOR": DoctorProcess.binary, "PATH": "/usr/bin:/bin"])
        #expect(result.text.contains("status \(status)"), "\(result.text) \(result.errorText)")
    }
}
