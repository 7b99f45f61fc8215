import Foundation
import JSONText
import TestSupport
import Testing

/// A run that ended before it had everything: its report says so, and what was cut off is taken up again.
@Suite(.live, .timeLimit(.minutes(10)))
struct CutRunTests {
    private static let credentials = [
        "AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret,
    ]
    private static let models = ["amazon.nova-micro-v1:0", "amazon.nova-lite-v1:0", "amazon.nova-pro-v1:0"]

    private func cells(_ report: String) throws -> [JSONValue] {
        try #require(try JSONValue(parsing: report)["models"]?.arrayValue)
    }

    @Test func `what a signal cut off is in the report, and is asked again`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/cut.json"
        // No answer comes.
        let server = try await DoctorProcess.serving(["--latency", "600000"]) { endpoint in
            let cut = try await DoctorProcess.interrupted(
                [
                    "models", "--models", Self.models.joined(separator: ","), "--endpoint-url", endpoint, "--output",
                    "json=" + file,
                ], environment: Self.credentials
            ) { try await $0.waitForLog("asking 3 cells") }
            #expect(cut.status == 130, "\(cut.everything)")
            #expect(cut.output.contains("interrupted"))
        }
        #expect(server.status == 0)
        let left = try cells(folder.text("cut.json"))
        #expect(left.map { $0["model"]?.stringValue } == Self.models)
        #expect(left.allSatisfy { $0["status"]?.stringValue == "unknown" })
        #expect(left.allSatisfy { $0["message"]?.stringValue == "not reached: the run was interrupted" })
        let again = try await DoctorProcess.run(["models", "--mock", "--only-failed", file, "--format", "json"])
        #expect(try cells(again.output).map { $0["model"]?.stringValue } == Self.models)
    }

    @Test(
        arguments: [
            // Everything that is there is well, and the rest is not there.
            (["models", "--mock", "--models", "amazon.nova-micro-v1:0"], "models", 130, true),
            (["models", "--mock", "--models", "amazon.nova-micro-v1:0"], "models", 2, false),
            (["models", "--mock", "--models", "amazon.nova-micro-v1:0"], "models", 1, false),
            (["models", "--mock", "--models", "amazon.nova-micro-v1:0"], "models", 65, true),
            (["vectors"], "cases", 130, true), (["vectors"], "cases", 2, false), (["replay"], "cases", 65, true),
        ] as [([String], String, Int, Bool)])
    func `a report that does not say what was left out is not taken for a good one`(
        command: [String], member: String, status: Int, hasResults: Bool
    ) async throws {
        let folder = try TemporaryFolder()
        let whole = try await DoctorProcess.run(command + ["--format", "json"])
        #expect(whole.status == 0, "\(whole.errors)")
        var report = try #require(try JSONValue(parsing: whole.output).objectValue)
        report["exitCode"] = .number(JSONNumber(status))
        report["notes"] = .array(["the reason\u{1B}"])
        if !hasResults { report[member] = .array([]) }
        let file = try folder.write(JSONValue.object(report).text(.compact), to: "cut.json")
        let subject = command.filter { $0 != "--models" && $0 != "amazon.nova-micro-v1:0" }
        for list in [[], ["--list"]] {
            let again = try await DoctorProcess.run(subject + ["--only-failed", file] + list)
            #expect(again.status == 65, "\(again.everything)")
            #expect(again.errors.contains("cut.json") && again.errors.contains("the reason"), "\(again.errors)")
            #expect(!again.errors.contains("\u{1B}"))
        }
    }

    @Test func `a report of a good run that had nothing to do is whole`() async throws {
        let folder = try TemporaryFolder()
        let models = ["models", "--mock", "--models", "amazon.nova-micro-v1:0", "--regions", "us-east-1"]
        let part = try await DoctorProcess.run(models + ["--shard", "2/2", "--format", "json"])
        let file = try folder.write(part.output, to: "part.json")
        let again = try await DoctorProcess.run(["models", "--mock", "--only-failed", file])
        #expect(again.status == 0, "\(again.everything)")
        #expect(again.errors.contains("nothing failed"))
    }
}
