import Foundation
import JSONText
import TestSupport
import Testing

/// `--run`, `--skip`, `--known-failing`, `--fail-on`, `--deadline` and `--list`: the same in every command that takes them.
@Suite(.live, .timeLimit(.minutes(2))) struct MannersTests {
    private static let account = ["AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret]

    private func json(
        _ arguments: [String], status: Int32, environment: [String: String] = [:]
    ) async throws -> JSONValue {
        let result = try await DoctorProcess.run(arguments + ["--format", "json"], environment: environment)
        #expect(result.status == status, "\(arguments): \(result.everything)")
        return try JSONValue(parsing: result.output)
    }

    private func names(_ report: JSONValue) -> [String] {
        let cells = (report["models"]?.arrayValue ?? []).map {
            "\($0["model"]?.stringValue ?? "") in \($0["region"]?.stringValue ?? "")"
        }
        return cells + (report["cases"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
    }

    /// Commands that give cells or cases, a pattern of some, and the status of those.
    private static let lists: [(command: [String], pattern: String, rest: [String])] = [
        (["vectors"], "converse-*", []), (["replay"], "*#0", []), (["models", "--mock"], "amazon.* in us-east-1", []),
        (["conformance", "signer"], "converse-*", ["--", DoctorProcess.binary, "conformance", "adapter", "signer"]),
    ]

    @Test(arguments: MannersTests.lists.indices)
    func `what is listed is what is run, and patterns choose from it`(_ index: Int) async throws {
        let (command, pattern, rest) = Self.lists[index]
        func list(_ options: [String]) async throws -> [String] {
            let result = try await DoctorProcess.run(command + ["--list"] + options + rest)
            #expect(result.status == 0, "\(command): \(result.everything)")
            return result.output.split(separator: "\n").map { String($0) }
        }
        let all = try await list([])
        let chosen = try await list(["--run", pattern])
        let others = try await list(["--skip", pattern])
        #expect(!chosen.isEmpty && !others.isEmpty && Set(chosen).isDisjoint(with: others))
        #expect(Set(chosen).union(others) == Set(all) && chosen.count + others.count == all.count)
        let one = try await list(["--run", pattern, "--shard", "1/2"])
        let shards = one + (try await list(["--run", pattern, "--shard", "2/2"]))
        #expect(shards.sorted() == chosen.sorted())
        let run = try await DoctorProcess.run(command + ["--run", pattern, "--format", "json"] + rest)
        #expect(names(try JSONValue(parsing: run.output)) == chosen)
        let nothing = try await DoctorProcess.run(command + ["--run", "no such thing"] + rest)
        #expect(
            nothing.status == 64 && nothing.errors.contains("--run no such thing matches none"), "\(nothing.errors)")
    }

    @Test func `a check that is left out is not made, and a listing sends nothing`() async throws {
        let log = try await DoctorProcess.serving([]) { endpoint in
            let base = ["check", "--endpoint-url", endpoint]
            let listed = try await DoctorProcess.run(base + ["--list"], environment: Self.account)
            #expect(
                listed.output.split(separator: "\n").map { String($0) } == [
                    "credentials", "region", "configuration", "endpoint", "network", "clock",
                    "amazon.nova-micro-v1:0 in us-east-1",
                ])
            let offline = try await json(base + ["--run", "region"], status: 0, environment: Self.account)
            let checks = (offline["findings"]?.arrayValue ?? []).compactMap { $0["check"]?.stringValue }
            #expect(Set(checks) == ["region"] && offline["models"]?.arrayValue?.isEmpty == true)
        }
        #expect(!log.errors.contains("1 request"), "\(log.errors)")
        let skipped = try await json(["check", "--mock", "--skip", "clock", "--skip", "*nova*"], status: 0)
        let checks = (skipped["findings"]?.arrayValue ?? []).compactMap { $0["check"]?.stringValue }
        #expect(checks.contains("network") && !checks.contains("clock"))
        #expect(skipped["models"]?.arrayValue?.isEmpty == true)
    }

    @Test func `findings are left out by their codes, and known to fail by them`() async throws {
        let folder = try TemporaryFolder()
        let list = folder.path + "/known.txt"
        let broken = Self.account.merging(["AWS_REGION": "us-east-1a"]) { $1 }
        let whole = try await json(["env"], status: 1, environment: broken)
        let codes = (whole["findings"]?.arrayValue ?? []).filter { $0["status"] == "fail" }
            .compactMap { $0["code"]?.stringValue }
        #expect(codes == ["region-availability-zone"])
        _ = try await json(["env", "--skip", "region-availability-zone"], status: 0, environment: broken)
        try folder.write("known.txt", "region-availability-zone # the zone is meant\n")
        let known = try await json(["env", "--known-failing", list], status: 0, environment: broken)
        let finding = try #require(known["findings"]?.arrayValue?.first { $0["code"] == "region-availability-zone" })
        #expect(finding["status"] == "skip")
        #expect(finding["detail"]?.stringValue?.contains("the zone is meant") == true)
        let healed = try await json(["env", "--known-failing", list], status: 1, environment: Self.account)
        #expect(healed["cases"]?[0]?["code"] == "known-failure-passes")
        try folder.write("known.txt", "region-availability-zoone # a typing error\n")
        let wrong = try await DoctorProcess.run(["env", "--known-failing", list], environment: broken)
        #expect(
            wrong.status == 65 && wrong.errors.contains("did you mean region-availability-zone?"), "\(wrong.errors)")
    }

    @Test func `a cell is known to fail, and one that passes fails`() async throws {
        let folder = try TemporaryFolder()
        let list = folder.path + "/known.txt"
        let whole = try await json(["models", "--mock"], status: 1)
        let failing = (whole["models"]?.arrayValue ?? []).filter { $0["status"] == "fail" }.map {
            "\($0["model"]?.stringValue ?? "") in \($0["region"]?.stringValue ?? "")"
        }
        try folder.write("known.txt", failing.map { $0 + " # of the demonstration\n" }.joined())
        let known = try await json(["models", "--mock", "--known-failing", list], status: 0)
        #expect(known["summary"]?["fail"]?.numberValue?.int64 == 0)
        try folder.write("known.txt", "amazon.nova-micro-v1:0 in us-east-1 # once\n")
        let stale = try await json(
            ["models", "--mock", "--known-failing", list, "--run", "amazon.nova-micro*"], status: 1)
        #expect(stale["models"]?[0]?["code"] == "known-failure-passes")
    }

    @Test(arguments: [
        (["--fail-on", "unknown"], 0), (["--fail-on", "region-availability-zone"], 1), (["--fail-on", "region-*"], 1),
        (["--fail-on", "clock-off"], 0), (["--fail-on", "warn,fail"], 1), (["--strict", "--fail-on", "clock-off"], 1),
        (["--fail-on", "clock-of"], 64), (["--fail-on", ""], 64), (["--fail-on", "pass"], 64),
    ])
    func `what fails a command is chosen, for JUnit too`(_ options: [String], _ status: Int32) async throws {
        let broken = Self.account.merging(["AWS_REGION": "us-east-1a"]) { $1 }
        let result = try await DoctorProcess.run(["env", "--format", "junit"] + options, environment: broken)
        #expect(result.status == status, "\(options): \(result.everything)")
        guard status != 64 else { return }
        let failures = try JUnitDocument(reading: result.output).failures
        #expect((failures > 0) == (status == 1), "\(options): \(result.output)")
    }

    @Test func `a failure that is explained fails by its code alone`() async throws {
        let text = "An error occurred (ThrottlingException) when calling the Converse operation: Too many requests"
        for (options, status) in [
            ([], Int32(1)), (["--fail-on", "throttl*"], 1), (["--fail-on", "clock-off"], 0), (["--skip", "*"], 2),
        ] {
            let result = try await DoctorProcess.run(["explain", text] + options)
            #expect(result.status == status, "\(options): \(result.everything)")
        }
    }

    @Test func `a deadline leaves what was not reached without a verdict, in its place`() async throws {
        // A server that answers one model, and the others never.
        let log = try await DoctorProcess.serving(["--latency", "600000"]) { endpoint in
            let models = "amazon.nova-micro-v1:0,amazon.nova-lite-v1:0,meta.llama3-1-70b-instruct-v1:0"
            let report = try await json(
                ["models", "--models", models, "--endpoint-url", endpoint, "--deadline", "1", "--shard", "1/1"],
                status: 2, environment: Self.account)
            let cells = report["models"]?.arrayValue ?? []
            #expect(cells.map { $0["model"]?.stringValue } == models.split(separator: ",").map(String.init))
            #expect(cells.allSatisfy { $0["status"] == "unknown" && $0["code"] == "deadline-reached" })
            #expect(report["shard"]?["places"]?.arrayValue?.count == 3)
            let check = try await json(
                ["check", "--endpoint-url", endpoint, "--deadline", "0.5"], status: 2, environment: Self.account)
            #expect(check["models"]?[0]?["code"] == "deadline-reached")
            #expect(check["summary"]?["fail"]?.numberValue?.int64 == 0)
        }
        #expect(log.status == 0 || log.status == 1 || log.status == 2)
        let script = #"read -r line; echo '{"name":"sh","features":["headers"]}'; sleep 100"#
        let cases = try await DoctorProcess.run([
            "conformance", "signer", "--run", "converse-*", "--deadline", "0.5", "--format", "json", "--", "/bin/sh",
            "-c", script,
        ])
        #expect(cases.status == 2, "\(cases.everything)")
        let found = try JSONValue(parsing: cases.output)["cases"]?.arrayValue ?? []
        #expect(!found.isEmpty && found.allSatisfy { ["unknown", "skip"].contains($0["status"]?.stringValue ?? "") })
        let early = try await DoctorProcess.run(["vectors", "--deadline", "600"])
        #expect(early.status == 0)
        for wrong in ["0", "-1", "nan", "x"] {
            #expect(try await DoctorProcess.run(["vectors", "--deadline=\(wrong)"]).status == 64)
        }
    }

    @Test func `shards of a conformance run are one run`() async throws {
        let folder = try TemporaryFolder()
        let adapter = ["--", DoctorProcess.binary, "conformance", "adapter", "signer"]
        let command = ["conformance", "signer", "--run", "converse-*", "--format", "json"]
        for index in 1...3 {
            let result = try await DoctorProcess.run(
                command + ["--shard", "\(index)/3", "--output", folder.path + "/\(index).json"] + adapter)
            #expect(result.status == 0, "\(result.everything)")
        }
        let whole = try await DoctorProcess.run(command + adapter)
        let parts = (1...3).map { folder.path + "/\($0).json" }
        let merged = try await DoctorProcess.run(["merge", "--format", "json"] + parts)
        #expect(merged.status == 0, "\(merged.everything)")
        #expect(names(try JSONValue(parsing: merged.output)) == names(try JSONValue(parsing: whole.output)))
        let missing = try await DoctorProcess.run(["merge", parts[0], parts[2]])
        #expect(missing.status == 65 && missing.errors.contains("shard 2/3 is missing"), "\(missing.errors)")
    }
}
