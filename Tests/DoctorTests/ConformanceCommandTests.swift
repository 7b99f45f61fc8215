import Foundation
import JSONText
import TestSupport
import Testing

/// `doctor conformance` with adapters that are processes: good ones, and ones that go wrong as processes do.
@Suite(.live, .timeLimit(.minutes(10))) struct ConformanceCommandTests {
    private static let signer = ["conformance", "signer"]

    /// A shell script as an adapter, behind the options.
    private func shell(_ script: String, _ options: [String] = []) async throws -> DoctorProcess.Result {
        try await DoctorProcess.run(Self.signer + options + ["--", "/bin/sh", "-c", script])
    }

    private static let hello = #"read -r line; echo '{"name":"sh","features":["headers"]}'; "#

    @Test(arguments: [("signer", 279), ("verifier", 157)])
    func `doctor's own software passes through the same door`(_ role: String, _ count: Int) async throws {
        let result = try await DoctorProcess.run(
            ["conformance", role, "--format", "json", "--", DoctorProcess.binary, "conformance", "adapter", role])
        #expect(result.status == 0, "\(result.everything)")
        let report = try JSONValue(parsing: result.output)
        #expect(report["command"]?.stringValue == "conformance")
        #expect(report["summary"]?["pass"]?.numberValue?.int64 == Int64(count))
        #expect(report["notes"]?[0]?.stringValue == "adapter: bedrock-doctor \(role) 0.1.0 (Swift)")
    }

    @Test func `a wrong signature is named with its code in every form`() async throws {
        let folder = try TemporaryFolder()
        // It signs with another secret, through the same adapter.
        let script = """
            sed -u 's/wJalrXUtnFEMI/another/' | exec "\(DoctorProcess.binary)" conformance adapter signer
            """
        let result = try await shell(
            script,
            [
                "--run", "converse-no-colon", "--run", "converse-colon-raw", "--format", "text", "--format", "json",
                "--format", "junit", "--output", "-", "--output", folder.path + "/report.json", "--output",
                folder.path + "/report.xml",
            ])
        #expect(result.status == 1, "\(result.everything)")
        #expect(result.output.contains("2 failed"))
        let report = try JSONValue(parsing: folder.text("report.json"))
        let code = report["cases"]?[0]?["code"]?.stringValue
        #expect(code?.hasPrefix("key-") == true, "\(code ?? "none")")
        #expect(try folder.text("report.xml").contains("type=\"\(code ?? "")\""))
        #expect(!result.everything.contains("K7MDENG"))
    }

    @Test func `an adapter that dies is shown with its last words, and nothing passes`() async throws {
        let result = try await shell(Self.hello + "echo 'ModuleNotFoundError: x' >&2; exit 3")
        #expect(result.status == 1, "\(result.everything)")
        #expect(result.output.contains("ModuleNotFoundError: x"))
        #expect(result.output.contains("ended with exit status 3"))
        #expect(result.output.contains("first failure: adapter at the stage “ending”"))
        #expect(!result.output.contains("passed"))
    }

    @Test(arguments: [
        ("an adapter that says nothing", "sleep 100", "sent nothing for 1.0 seconds"),
        ("one that does not read", Self.hello + "exec sleep 100", "sent nothing for 1.0 seconds"),
        ("one that floods", Self.hello + "yes", "found no JSON"),
        (
            "one whose line has no end",
            Self.hello + "head -c 12000000 /dev/zero | tr '\\0' x; sleep 100",
            "expected at most 8388608 bytes"
        ),
        ("one that closes its output", Self.hello + "exec >&-; sleep 100", "closed its standard output"),
        ("one that is killed", Self.hello + "kill -9 $$", "signal SIGKILL"),
        ("one that is no adapter", "cat", "line 1 of the adapter's output"),
    ])
    func `a broken adapter fails the run`(_ name: String, _ script: String, _ words: String) async throws {
        let result = try await shell(script, ["--timeout", "1"])
        #expect(result.status == 1, "\(name): \(result.everything)")
        #expect(result.output.contains(words), "\(name): \(result.everything)")
    }

    @Test func `one that ends badly after its last answer is noted with its last words`() async throws {
        let result = try await shell(
            "\"\(DoctorProcess.binary)\" conformance adapter signer; echo 'Traceback: x' >&2; exit 3",
            ["--run", "converse-no-colon"])
        #expect(result.status == 0, "\(result.everything)")
        let words = result.everything.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("ended with exit status 3, and its standard error"))
        #expect(result.everything.contains("Traceback: x"))
    }

    @Test func `cases are listed without an adapter`() async throws {
        let result = try await DoctorProcess.run(["conformance", "client", "--list", "--run", "transport/http2*"])
        #expect(result.status == 0, "\(result.everything)")
        #expect(result.output.contains("transport/http2-goaway\n"))
    }

    @Test func `a program that is not there is wrong usage`() async throws {
        for arguments in [
            ["--", "/nonexistent/adapter"], [], ["--run", "no-such-*", "--", "/bin/cat"], ["--jobs", "0"],
        ] {
            let result = try await DoctorProcess.run(Self.signer + arguments)
            #expect(result.status == 64, "\(arguments): \(result.everything)")
        }
    }

    @Test func `a list of known failures must be true`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("known.txt", "converse-colon-raw # passes by now\n")
        let arguments = ["--run", "converse-c*", "--known-failing", folder.path + "/known.txt"]
        let adapter = ["--", DoctorProcess.binary, "conformance", "adapter", "signer"]
        let passes = try await DoctorProcess.run(Self.signer + arguments + adapter)
        #expect(passes.status == 1, "\(passes.everything)")
        // Where the line is wrapped depends on the length of the path.
        let words = passes.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("lists it as failing, and it passes"), "\(passes.output)")
        try folder.write("known.txt", "no-such-case # nowhere\n")
        let matchesNothing = try await DoctorProcess.run(Self.signer + arguments + adapter)
        #expect(matchesNothing.status == 65, "\(matchesNothing.everything)")
    }

    @Test func `a list of known failures excuses no broken adapter`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("known.txt", "* # everything\n")
        let list = ["--known-failing", folder.path + "/known.txt"]
        for arguments in [[], ["--strict"]] {
            for script in ["exit 1", Self.hello + "read line; exit 0"] {
                let adapter = arguments + ["--", "/bin/sh", "-c", script]
                let result = try await DoctorProcess.run(Self.signer + list + adapter)
                #expect(result.status == 1, "\(arguments) \(script): \(result.everything)")
                #expect(result.output.contains("ended with exit status"), "\(result.output)")
            }
        }
    }

    @Test func `an entry of which every case was skipped fails the run`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("known.txt", "converse-colon-raw # it cannot\n")
        let script = #"""
            read hello; echo '{"name":"x","features":[]}'; read line; exit 0
            """#
        let result = try await DoctorProcess.run(
            Self.signer + ["--known-failing", folder.path + "/known.txt", "--", "/bin/sh", "-c", script])
        #expect(result.status == 1, "\(result.everything)")
        #expect(
            result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "nothing in this run fails by it: take it off"),
            "\(result.output)")
    }

    @Test func `credentials of the environment do not reach an adapter`() async throws {
        let script = #"env | grep ^AWS_SECRET >&2; exit 1"#
        let result = try await DoctorProcess.run(
            Self.signer + ["--", "/bin/sh", "-c", script],
            environment: ["AWS_SECRET_ACCESS_KEY": Secrets.secret, "PATH": "/usr/bin:/bin"])
        #expect(result.status == 1)
        #expect(!result.output.contains("AWS_SECRET"), "\(result.everything)")
    }

    @Test func `an interrupt ends the adapter and what it started`() async throws {
        let folder = try TemporaryFolder()
        let script = Self.hello + "sleep 1000 & echo $! > \(folder.path)/pid; echo here >&2; wait"
        let result = try await DoctorProcess.interrupted(Self.signer + ["--", "/bin/sh", "-c", script]) { _ in
            while (try? folder.text("pid"))?.hasSuffix("\n") != true { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(result.status == 130, "\(result.everything)")
        #expect(result.output.contains("interrupted"))
        let pid = try folder.text("pid").trimmingCharacters(in: .whitespacesAndNewlines)
        // It was sent a signal; whoever is told to end may take a moment.
        while ((try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ") Z ").contains(") S ") {
            try await Task.sleep(for: .milliseconds(20))
        }
        let state = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        #expect(state.isEmpty || state.contains(") Z "), "\(state)")
    }
}
