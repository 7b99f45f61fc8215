import TestSupport
import Testing

/// The first signal ends a run whatever it is at: here it reads what never ends.
@Suite("First signal", .live, .timeLimit(.minutes(10)))
struct FirstSignalTests {
    @Test(arguments: [
        "replay $input", "vectors $input", "merge $input", "diff $input $input", "lint $input", "explain $input",
        "sign --mock --body $input", "record $input --into out", "serve --recordings $input -- true",
    ])
    func aRunThatReads(_ arguments: String) async throws {
        let folder = try TemporaryFolder()
        let script = """
            cd '\(folder.path)'
            exec 5< <(exec sleep 300 2>/dev/null); sleeper=$!
            input=/dev/fd/5
            "$DOCTOR" \(arguments) >/dev/null 2>&1 & pid=$!
            sleep 1; kill -TERM $pid; wait $pid; echo "status $?"
            kill $sleeper
            """
        let result = try await Program.run(
            "/bin/bash", ["-c", script], environment: ["DOCTOR": DoctorProcess.binary, "PATH": "/usr/bin:/bin"])
        // By itself, at the limit, or by the signal where nothing is trapped.
        #expect(["status 130", "status 143"].contains { result.text.contains($0) }, "\(result.text)")
    }
}
