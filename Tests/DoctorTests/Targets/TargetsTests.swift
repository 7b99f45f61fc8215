import Foundation
import JSONText
import MockBedrock
import SigV4
import TestSupport
import Testing

/// `--targets`: many accounts in one run.
@Suite(.live, .timeLimit(.minutes(10)))
struct TargetsTests {
    private func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

    private func target(_ number: Int, _ more: String = "") -> String {
        #"{"name": "account-\#(number)", "roleArn": "\#(SimulatedFleet.role(number))", "models": ["test.model-\#(number)"]\#(more)}"#
    }

    private func cells(_ result: DoctorProcess.Result) throws -> [JSONValue] {
        try #require(try JSONValue(parsing: result.output)["models"]?.arrayValue, "\(result.errors)")
    }

    @Test func `credentials of one account sign nothing for another`() async throws {
        let folder = try TemporaryFolder()
        let own = (8...9).map {
            MockCredential(
                accessKeyID: "AKIAOWNPAIR00000000\($0)", secretAccessKey: Secret("own-secret-of-\($0)"),
                accountID: SimulatedFleet.digits($0))
        }
        // Seven roles and two pairs of variables; each account answers its own model only.
        let targets = (1...7).map { target($0) }
        let pairs = (8...9).map {
            #"{"name": "account-\#($0)", "accessKeyIdVariable": "ID_\#($0)", "secretAccessKeyVariable": "SECRET_\#($0)", "models": ["test.model-\#($0)"]}"#
        }
        let tenth = #"{"name": "again", "roleArn": "\#(SimulatedFleet.role(1))", "models": ["test.model-1"]}"#
        let file = try folder.write(lines(targets + pairs + [tenth]), to: "targets.jsonl")
        try await SimulatedFleet.with((1...9).map { SimulatedFleet.account($0) }, pairs: own) { fleet in
            var environment = fleet.environment
            for number in 8...9 {
                environment["ID_\(number)"] = "AKIAOWNPAIR00000000\(number)"
                environment["SECRET_\(number)"] = "own-secret-of-\(number)"
            }
            let result = try await DoctorProcess.run(
                ["models", "--targets", file, "--regions", "us-east-1", "--format", "json"], environment: environment)
            #expect(result.status == 0, "\(result.everything)")
            let cells = try cells(result)
            #expect(cells.count == 10)
            #expect(cells.allSatisfy { $0["verdict"]?.stringValue == "accessible" })
            #expect(cells.compactMap { $0["account"]?.stringValue }.count == 10)
            let calls = fleet.calls
            let assumptions = calls.filter(\.isAssumption)
            let probes = calls.filter { !$0.isAssumption }
            // Each role was asked for once, and never with the credentials of another role.
            #expect(assumptions.count == 8)
            #expect(Set(assumptions.map(\.keyID)) == [SimulatedFleet.key])
            #expect(probes.count == 10)
            #expect(!probes.contains { $0.keyID == SimulatedFleet.key })
            // Ten accounts of the file, ten keys: also the two that share a role do not share a session.
            #expect(Set(probes.map(\.keyID)).count == 10)
            for number in 1...9 {
                let keys = Set(probes.filter { $0.subject == "test.model-\(number)" }.map(\.keyID))
                #expect(keys.count == (number == 1 ? 2 : 1))
            }
        }
    }

    @Test func `of five accounts one role is refused and one account is throttled, and the others are answered`()
        async throws
    {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            lines((1...5).map { target($0, #", "regions": ["us-east-1", "eu-west-1"]"#) })
                .replacing(#"["test.model-2"]"#, with: #"["test.model-2", "m.b", "m.c"]"#), to: "t")
        let regions = ["us-east-1", "eu-west-1"]
        let accounts = (1...5).map { number in
            SimulatedFleet.account(
                number, access: number == 4 ? .throttled(Throttling()) : .granted, regions: regions
            ) { role in
                if number == 2 { role.trust.externalID = "not-in-the-file" }
            }
        }
        try await SimulatedFleet.with(accounts, regions: Set(regions)) { fleet in
            let result = try await DoctorProcess.run(
                [
                    "models", "--targets", file, "--concurrency", "1", "--output", "json=" + folder.path + "/r.json",
                ], environment: fleet.environment)
            #expect(result.status == 1, "\(result.everything)")
            let cells = try #require(try JSONValue(parsing: folder.text("r.json"))["models"]?.arrayValue)
            let verdicts = Dictionary(grouping: cells) { $0["account"]?.stringValue ?? "" }
                .mapValues { Set($0.compactMap { $0["verdict"]?.stringValue }) }
            #expect(
                verdicts == [
                    "account-1": ["accessible"], "account-2": ["credential-fault"], "account-3": ["accessible"],
                    "account-4": ["throttled"], "account-5": ["accessible"],
                ])
            // A command of the report acts with the credentials of the shell, which are not the account's.
            for remedy in cells.flatMap({ $0["remedies"]?.arrayValue ?? [] }) {
                guard let command = remedy["command"]?.stringValue, command.hasPrefix("doctor check") else { continue }
                #expect(
                    remedy["text"]?.stringValue?.hasSuffix("with the credentials of account-4") == true, "\(remedy)")
            }
            let refused = cells.filter { $0["account"]?.stringValue == "account-2" }
            #expect(refused.count == 6)
            // None is left out for the refusal of another: what a cell says does not depend on what was asked before it.
            for cell in refused {
                #expect(cell["code"]?.stringValue == "role-denied")
                #expect(cell["errorType"]?.stringValue == "AccessDenied")
                #expect(cell["message"]?.stringValue?.contains("sts:AssumeRole") == true)
            }
            #expect(result.output.contains("models of account-2\n  FAIL  all 6  credential-fault"), "\(result.output)")
            // The role that is refused is asked for once, not once for each cell.
            #expect(fleet.calls.count { $0.subject == SimulatedFleet.role(2) } == 1)
        }
    }

    @Test func `a role that STS has no time for is asked for again`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(lines([target(1)]), to: "t")
        let account = SimulatedFleet.account(1) { $0.refusal = .init(.throttled, times: 2) }
        try await SimulatedFleet.with([account]) { fleet in
            let result = try await DoctorProcess.run(["models", "--targets", file], environment: fleet.environment)
            #expect(result.status == 0, "\(result.everything)")
            #expect(fleet.calls.filter(\.isAssumption).map(\.status) == [400, 400, 200])
        }
    }

    @Test func `an STS that fails is told as such, in the account alone`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            lines([target(1, #", "regions": ["us-east-1", "us-west-2"]"#), target(2)]), to: "t")
        let accounts = [SimulatedFleet.account(1) { $0.refusal = .init(.unavailable) }, SimulatedFleet.account(2)]
        try await SimulatedFleet.with(accounts) { fleet in
            let result = try await DoctorProcess.run(
                ["models", "--targets", file, "--output", "json=" + folder.path + "/r.json", "--output", "text=-"],
                environment: fleet.environment)
            // The other account was answered.
            #expect(result.status == 0, "\(result.everything)")
            let cells = try #require(try JSONValue(parsing: folder.text("r.json"))["models"]?.arrayValue)
            #expect(cells.map { $0["status"]?.stringValue } == ["unknown", "unknown", "pass"])
            for cell in cells.prefix(2) {
                #expect(cell["code"]?.stringValue == "role-unanswered")
                #expect(cell["httpStatus"]?.numberValue?.int64 == 503)
                #expect(
                    cell["message"]?.stringValue
                        == "asked 3 times: AWS STS did not hand out the role: status 503, ServiceUnavailable: Service is unable to handle request."
                )
            }
            #expect(result.output.contains("models of account-1\n  ?     all 2  inconclusive"), "\(result.output)")
            #expect(fleet.calls.count { $0.isAssumption && $0.status == 503 } == 3)
        }
    }

    @Test func `a variable that is not set, and no credentials at all, are rows and not the end`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            lines([
                #"{"name": "a", "accessKeyIdVariable": "NO_ID", "secretAccessKeyVariable": "NO_SECRET", "models": ["m.a"]}"#,
                target(1),
            ]), to: "t")
        try await SimulatedFleet.with([SimulatedFleet.account(1)]) { fleet in
            var environment = fleet.environment
            let some = try await DoctorProcess.run(
                ["models", "--targets", file, "--format", "json"], environment: environment)
            #expect(try cells(some).map { $0["verdict"]?.stringValue } == ["credential-fault", "accessible"])
            #expect(try cells(some).first?["message"]?.stringValue?.contains("NO_ID is not set") == true)
            environment["AWS_SECRET_ACCESS_KEY"] = nil
            let none = try await DoctorProcess.run(
                ["models", "--targets", file, "--format", "json"], environment: environment)
            #expect(none.status == 1)
            #expect(try cells(none).map { $0["verdict"]?.stringValue } == ["credential-fault", "credential-fault"])
        }
    }

    @Test func `neither the pair of the run nor what STS hands out is shown anywhere`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(lines([target(1), target(2)]), to: "t")
        try await SimulatedFleet.with([
            SimulatedFleet.account(1), SimulatedFleet.account(2) { $0.refusal = .init(.expiredToken) },
        ]) {
            fleet in
            for format in ["text", "json", "junit", "github", "html"] {
                let result = try await DoctorProcess.run(
                    ["models", "-v", "--identity", "--targets", file, "--format", format],
                    environment: fleet.environment)
                #expect(!result.everything.contains(Secrets.secret))
                // The beginning of every token of STS.
                #expect(!result.everything.contains("IQoJb3JpZ2luX2Vj"))
                // A key id that STS hands out is shown masked, and not as a whole.
                #expect(!result.everything.contains(/ASIA[A-Z0-9]{12}/))
            }
        }
    }

    @Test func `check calls one model of each account`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(lines([target(1), target(2), target(3)]), to: "t")
        let accounts = (1...3).map { number in
            SimulatedFleet.account(number) { if number == 2 { $0.refusal = .init(.accessDenied) } }
        }
        try await SimulatedFleet.with(accounts) { fleet in
            let result = try await DoctorProcess.run(
                ["check", "--targets", file, "--format", "json"], environment: fleet.environment)
            #expect(result.status == 1)
            #expect(
                try cells(result).map { $0["verdict"]?.stringValue } == [
                    "accessible", "credential-fault", "accessible",
                ])
            #expect(fleet.calls.filter { !$0.isAssumption && !$0.subject.isEmpty }.count == 2)
            let capped = try await DoctorProcess.run(
                ["check", "--targets", file, "--max-tokens", "47"], environment: fleet.environment)
            #expect(capped.status == 64)
        }
    }

    @Test func `env --identity asks who each account is`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(lines([target(1), target(2)]), to: "t")
        let accounts = [SimulatedFleet.account(1), SimulatedFleet.account(2) { $0.refusal = .init(.regionDisabled) }]
        try await SimulatedFleet.with(accounts) { fleet in
            let result = try await DoctorProcess.run(
                ["env", "--identity", "--targets", file, "--format", "json"], environment: fleet.environment)
            let findings = try #require(try JSONValue(parsing: result.output)["findings"]?.arrayValue)
                .filter { $0["check"]?.stringValue == "identity" }
            #expect(result.status == 1)
            #expect(
                Set(findings.compactMap { $0["code"]?.stringValue }) == ["identity-known", "identity-region-disabled"])
            #expect(
                findings.contains { $0["title"]?.stringValue?.hasSuffix("of account 111111111111 (account-1)") == true }
            )
        }
        #expect(try await DoctorProcess.run(["env", "--targets", file]).status == 64)
    }
}

/// Several accounts with everything that goes with plans and reports, against the embedded mock.
@Suite(.live, .timeLimit(.minutes(10)))
struct TargetsOnTheMockTests {
    private static let targets = """
        {"name": "billing", "roleArn": "arn:aws:iam::111122223333:role/Probe", "models": ["amazon.nova-micro-v1:0", "old.one"]}
        {"name": "research", "roleArn": "arn:aws:iam::444455556666:role/Probe", "externalId": "x-1", "regions": ["eu-west-1"]}
        {"name": "own", "accessKeyIdVariable": "OWN_ID", "secretAccessKeyVariable": "OWN_SECRET", "models": ["amazon.nova-micro-v1:0"]}

        """

    private func essence(_ json: String) throws -> [String] {
        try #require(try JSONValue(parsing: json)["models"]?.arrayValue).map { cell in
            ["account", "region", "model", "verdict", "code"].map { cell[$0]?.stringValue ?? "-" }.joined(
                separator: " ")
        }
    }

    @Test func `any targets file can be tried without an account`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.targets, to: "t")
        let result = try await DoctorProcess.run(["models", "--mock", "--targets", file, "--format", "json"])
        let cells = try essence(result.output)
        #expect(result.status == 1)
        #expect(cells.first == "billing us-east-1 amazon.nova-micro-v1:0 accessible -")
        #expect(cells.contains("own us-west-2 amazon.nova-micro-v1:0 accessible -"))
        #expect(cells.contains { $0.hasPrefix("research eu-west-1 anthropic.claude-opus-4-6-v1 no-access") })
        #expect(!cells.contains { $0.contains("credential-fault") })
    }

    @Test func `shards of several accounts joined equal one run, and another file is another plan`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.targets, to: "t")
        let command = ["models", "--mock", "--targets", file, "--format", "json"]
        let whole = try await DoctorProcess.run(command)
        var files: [String] = []
        for index in 1...3 {
            let part = try await DoctorProcess.run(command + ["--shard", "\(index)/3"])
            files.append(try folder.write(part.output, to: "\(index).json"))
        }
        let merged = try await DoctorProcess.run(["merge", "--format", "json"] + files)
        #expect(try essence(merged.output) == essence(whole.output))
        #expect(merged.status == whole.status)
        let other = try folder.write(Self.targets.replacing("x-1", with: "x-2"), to: "other")
        let foreign = try await DoctorProcess.run(
            ["models", "--mock", "--targets", other, "--format", "json", "--shard", "3/3"])
        let last = try folder.write(foreign.output, to: "3.json")
        let refused = try await DoctorProcess.run(["merge"] + files.dropLast() + [last])
        #expect(refused.status == 65)
        #expect(refused.errors.contains("3.json: is a shard of another plan"), "\(refused.errors)")
    }

    @Test func `files that name the same accounts in other orders make one plan`() async throws {
        let folder = try TemporaryFolder()
        let lines = Self.targets.split(separator: "\n").map { $0 + "\n" }
        let files = try [lines, lines.reversed()].enumerated().map {
            try folder.write($1.joined(), to: "t\($0)")
        }
        var parts: [String] = []
        for (index, file) in files.enumerated() {
            let part = try await DoctorProcess.run(
                ["models", "--mock", "--targets", file, "--format", "json", "--shard", "\(index + 1)/2"])
            parts.append(try folder.write(part.output, to: "\(index).json"))
        }
        let whole = try await DoctorProcess.run(["models", "--mock", "--targets", files[0], "--format", "json"])
        let merged = try await DoctorProcess.run(["merge", "--format", "json"] + parts)
        #expect(merged.status == whole.status, "\(merged.errors)")
        #expect(try essence(merged.output).sorted() == essence(whole.output).sorted())
    }

    @Test func `the plan is sorted by model, region and account, and counts a request for each role`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            {"name": "b", "roleArn": "arn:aws:iam::111122223333:role/Probe", "models": ["x.a", "x.b"]}
            {"name": "a", "models": ["x.a"]}

            """, to: "t")
        let plan = try JSONValue(
            parsing: try await DoctorProcess.run(
                ["models", "--targets", file, "--regions", "us-west-2,us-east-1", "--plan"]
            ).output)
        let cells = try #require(plan["cells"]?.arrayValue).map { cell in
            ["model", "region", "account"].map { cell[$0]?.stringValue ?? "-" }.joined(separator: " ")
        }
        #expect(
            cells == [
                "x.a us-east-1 a", "x.a us-east-1 b", "x.a us-west-2 a", "x.a us-west-2 b", "x.b us-east-1 b",
                "x.b us-west-2 b",
            ])
        // Four for each cell, and one for the role.
        #expect(plan["requests"]?.numberValue?.int64 == 25)
    }

    @Test func `what failed is asked again in its account, and needs the file`() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.targets, to: "t")
        let report = folder.path + "/all.json"
        _ = try await DoctorProcess.run(["models", "--mock", "--targets", file, "--format", "json", "--output", report])
        let all = try #require(try JSONValue(parsing: folder.text("all.json"))["models"]?.arrayValue)
        let again = try await DoctorProcess.run(
            ["models", "--mock", "--targets", file, "--only-failed", report, "--format", "json"])
        let failed = all.filter { ["fail", "unknown"].contains($0["status"]?.stringValue) }
        let asked = try #require(try JSONValue(parsing: again.output)["models"]?.arrayValue)
        #expect(!failed.isEmpty)
        #expect(asked.map { $0["account"] } == failed.map { $0["account"] })
        #expect(asked.map { $0["model"] } == failed.map { $0["model"] })
        let without = try await DoctorProcess.run(["models", "--mock", "--only-failed", report])
        #expect(without.status == 64)
        #expect(without.errors.contains("give their file with --targets"), "\(without.errors)")
        let difference = try await DoctorProcess.run(["diff", report, report])
        #expect(difference.status == 0)
    }

    @Test(arguments: [("{\"name\": }", 65), ("", 65)])
    func `a file that is wrong ends the run before anything is sent`(text: String, status: Int32) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: "t")
        let result = try await DoctorProcess.run(["models", "--mock", "--targets", file])
        #expect(result.status == status)
        #expect(
            result.output.isEmpty && result.errors.contains("t:") || result.errors.contains("t: "), "\(result.errors)")
        #expect(try await DoctorProcess.run(["models", "--mock", "--targets", file, "--discover"]).status == 64)
    }
}
