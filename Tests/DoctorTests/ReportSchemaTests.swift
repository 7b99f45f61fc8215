import Codes
import JSONText
import TestSupport
import Testing

/// The JSON report, as DESIGN writes it: members and their order, statuses, the summary.
@Suite(.live) struct ReportSchemaTests {
    private static let members = [
        "schema", "tool", "command", "startedAt", "durationMs", "exitCode", "target", "findings", "models", "cases",
        "notes", "summary",
    ]

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ["check", "--mock"], ["env"], ["clock", "--mock"], ["models", "--mock"], ["sign", "--mock"],
            ["explain", FindingCode.keyWrong.spelling], ["vectors"],
        ])
    func `every command keeps to one schema`(command: [String]) async throws {
        let result = try await DoctorProcess.run(command + ["--format", "json"])
        let report = try JSONValue(parsing: result.output)
        #expect(report.objectValue?.names.map { $0 } == Self.members)
        #expect(report["schema"]?.stringValue == "bedrock-doctor.report/1")
        #expect(report["command"]?.stringValue == command[0])
        #expect(report["exitCode"]?.numberValue?.int64 == Int64(result.status))
        #expect(result.errors.isEmpty, "progress and logs are for people: \(result.errors)")
        try expectSummary(report)
    }

    private func expectSummary(_ report: JSONValue) throws {
        var counts: [String: Int64] = ["pass": 0, "warn": 0, "fail": 0, "skip": 0, "unknown": 0]
        for list in ["findings", "models", "cases"] {
            for entry in try #require(report[list]?.arrayValue) {
                let status = try #require(entry["status"]?.stringValue)
                #expect(counts[status] != nil, "\(status) is no status")
                counts[status, default: 0] += 1
            }
        }
        for (status, count) in counts {
            #expect(report["summary"]?[status]?.numberValue?.int64 == count, "\(status)")
        }
    }

    @Test func `several formats go to their own outputs`() async throws {
        let folder = try TemporaryFolder()
        let result = try await DoctorProcess.run([
            "check", "--mock", "--format", "text", "--format", "json", "--output", "-", "--output",
            folder.path + "/report.json",
        ])
        #expect(result.output.contains("Converse works"))
        let report = try JSONValue(parsing: folder.text("report.json"))
        #expect(report["summary"]?["fail"]?.numberValue?.int64 == 0)
    }

    @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "dumb"]])
    func `without a terminal there is no colour unless asked for`(environment: [String: String]) async throws {
        let result = try await DoctorProcess.run(["check", "--mock"], environment: environment)
        #expect(!result.output.contains("\u{1B}["))
        let always = try await DoctorProcess.run(["check", "--mock", "--color", "always"], environment: environment)
        #expect(always.output.contains("\u{1B}["))
    }

    @Test func `a refused credential stops the table after the first`() async throws {
        let log = try await DoctorProcess.serving(["--region", "us-east-1,us-west-2"]) { endpoint in
            let result = try await DoctorProcess.run(
                [
                    "models", "--models",
                    "amazon.nova-micro-v1:0,anthropic.claude-sonnet-4-6,meta.llama3-1-70b-instruct-v1:0",
                    "--regions", "us-east-1,us-west-2", "--concurrency", "1", "--endpoint-url", endpoint, "--format",
                    "json",
                ],
                environment: ["AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret])
            let cells = try #require(try JSONValue(parsing: result.output)["models"]?.arrayValue)
            #expect(cells.map { $0["verdict"]?.stringValue } == Array(repeating: "credential-fault", count: 6))
        }
        #expect(log.errors.contains("1 request"), "\(log.errors)")
    }
}
