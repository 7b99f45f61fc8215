import Foundation
import TestSupport
import Testing

/// Several outputs of one run: each is judged before the run has cost anything, and none takes another along.
@Suite(.live, .timeLimit(.minutes(10)))
struct OutputTests {
    private static let models = ["models", "--mock", "--models", "amazon.nova-micro-v1:0", "--regions", "us-east-1"]

    private func shell(_ script: String, _ folder: TemporaryFolder) async throws -> DoctorProcess.Result {
        DoctorProcess.Result(
            try await Program.run(
                "/bin/bash", ["-c", "cd '\(folder.path)' || exit 99\n" + script],
                environment: [
                    "DOCTOR": DoctorProcess.binary, "DOCTOR_DATA": DoctorProcess.checkout, "HOME": "/nonexistent",
                    "PATH": "/usr/bin:/bin",
                ]))
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    // MARK: Before the run

    @Test(
        arguments: [
            Self.models, ["check", "--mock"], ["env", "--mock"], ["clock", "--mock"], ["vectors"], ["replay"],
            ["sign", "--mock"], ["catalog", "--mock"], Self.models + ["--list"],
        ], ["none/x", "."])
    func `a place that cannot be written is refused before anything is done`(
        command: [String], place: String
    ) async throws {
        let folder = try TemporaryFolder()
        // Of a list only the text is written.
        let outputs =
            command.contains("--list")
            ? ["--output", "text=\(folder.path)/\(place)"]
            : ["--output", "markdown=\(folder.path)/\(place)", "--output", "jsonl=\(folder.path)/good"]
        let result = try await DoctorProcess.run(command + outputs)
        #expect(result.status == 65, "\(result.everything)")
        #expect(result.output.isEmpty && result.errors.contains("cannot be written"), "\(result.everything)")
        #expect(try names(folder).isEmpty)
    }

    @Test(
        arguments: [
            "serve --explain --output json=none/x -- touch ran", "explain --output json=none/x -- touch ran",
            "conformance client --output json=none/x -- touch ran", "models --mock --plan --output json=none/x",
            "catalog --mock --renew none/x",
        ])
    func `no program is started for a report that has no place`(command: String) async throws {
        let folder = try TemporaryFolder()
        let result = try await shell("\"$DOCTOR\" \(command)", folder)
        #expect(result.status == 65, "\(result.everything)")
        #expect(result.errors.contains("none/x: cannot be written: there is no directory"), "\(result.everything)")
        #expect(try names(folder).isEmpty)
    }

    @Test func `nothing is sent for a report that has no place`() async throws {
        let folder = try TemporaryFolder()
        let server = try await DoctorProcess.serving([]) { endpoint in
            let result = try await DoctorProcess.run(
                ["models", "--models", "a.b", "--endpoint-url", endpoint, "--output", "json=\(folder.path)/none/x"],
                environment: [
                    "AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret,
                ])
            #expect(result.status == 65, "\(result.everything)")
            #expect(!result.errors.contains("asking"))
        }
        #expect(!server.errors.contains("POST"), "\(server.errors)")
    }

    // MARK: One fails

    @Test(arguments: ["json=/dev/full", "jsonl=/dev/full", "html=/dev/full"], [0, 1])
    func `an output that fails costs no other, and the status says that it is not there`(
        full: String, status: Int32
    ) async throws {
        let folder = try TemporaryFolder()
        let command = status == 0 ? Self.models : ["models", "--mock"]
        #expect(try await DoctorProcess.run(command).status == status)
        let result = try await DoctorProcess.run(
            command + [
                "--output", full, "--output", "junit=\(folder.path)/x.xml", "--output",
                "markdown=\(folder.path)/x.md",
            ])
        #expect(result.status == 65, "\(result.everything)")
        #expect(result.errors.contains("/dev/full: cannot be written: the disk is full"), "\(result.errors)")
        #expect(result.output.contains("amazon.nova-micro-v1:0"))
        #expect(try names(folder) == ["x.md", "x.xml"])
    }

    @Test(arguments: ["text", "json", "jsonl", "junit", "html", "github", "markdown", "openmetrics"])
    func `a failure that cannot be told is no failure but a lack of the report`(form: String) async throws {
        let folder = try TemporaryFolder()
        let result = try await shell(
            "\"$DOCTOR\" models --mock --format \(form) --output \(form == "json" ? "junit" : "json")=x > /dev/full",
            folder)
        #expect(result.status == 65, "\(result.everything)")
        #expect(result.errors.contains("standard output: the result could not be written"), "\(result.errors)")
        #expect(try names(folder) == ["x"])
    }

    @Test func `a reader of standard output that leaves takes no file along`() async throws {
        let folder = try TemporaryFolder()
        // The reader has gone before the first line.
        let result = try await shell(
            "{ sleep 0.5; \"$DOCTOR\" \(Self.models.joined(separator: " ")) -o text=- -o json=x.json -o jsonl=x.jsonl; } | true;"
                + " exit ${PIPESTATUS[0]}", folder)
        #expect(result.status == 0, "\(result.everything)")
        #expect(try names(folder) == ["x.json", "x.jsonl"])
    }

    @Test(arguments: ["merge", "diff"])
    func `a report that is read may be written over`(command: String) async throws {
        let folder = try TemporaryFolder()
        let part = command == "merge" ? ["--shard", "1/1"] : []
        _ = try await DoctorProcess.run(Self.models + part + ["--output", "json=\(folder.path)/a"])
        let files = command == "merge" ? "a" : "a a"
        let result = try await shell("\"$DOCTOR\" \(command) \(files) --output jsonl=a --format text", folder)
        #expect(result.status == 0, "\(result.everything)")
        #expect(try folder.text("a").hasPrefix("{\"type\":\"start\""))
    }
}
