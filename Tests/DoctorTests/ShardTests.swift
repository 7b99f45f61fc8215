import Foundation
import JSONText
import Report
import TestSupport
import Testing

@testable import doctor

/// Parts of a plan on several runs, and their reports joined.
@Suite(.live) struct ShardTests {
    /// A report without what differs from run to run.
    private func essence(_ json: String) throws -> JSONValue {
        var report = try #require(try JSONValue(parsing: json).objectValue)
        for name in ["startedAt", "durationMs", "target"] { report[name] = nil }
        report["models"] = .array(
            (report["models"]?.arrayValue ?? []).map { cell in
                var cell = cell.objectValue ?? [:]
                for name in ["latencyMs", "requestId"] { cell[name] = nil }
                return .object(cell)
            })
        report["cases"] = .array(
            (report["cases"]?.arrayValue ?? []).map { result in
                var result = result.objectValue ?? [:]
                result["durationMs"] = nil
                return .object(result)
            })
        return .object(report)
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ["models", "--mock"], ["models", "--mock", "--fail-on", "credentials-*"], ["vectors"], ["replay"],
        ])
    func `four shards joined equal one run`(command: [String]) async throws {
        let folder = try TemporaryFolder()
        let whole = try await DoctorProcess.run(command + ["--format", "json"])
        var files: [String] = []
        for index in [3, 1, 4, 2] {
            let file = folder.path + "/\(index).json"
            let part = try await DoctorProcess.run(command + ["--shard", "\(index)/4", "--format", "json"])
            try part.output.write(toFile: file, atomically: true, encoding: .utf8)
            #expect([0, 1].contains(part.status), "\(part.errors)")
            files.append(file)
        }
        let merged = try await DoctorProcess.run(["merge", "--format", "json"] + files)
        #expect(merged.status == whole.status, "\(merged.errors)")
        #expect(try essence(merged.output) == essence(whole.output))

        let missing = try await DoctorProcess.run(["merge"] + files.dropLast())
        #expect(missing.status == 65)
        #expect(missing.errors.contains("shard 2/4 is missing"), "\(missing.errors)")
        let doubled = try await DoctorProcess.run(["merge"] + files + [files[0]])
        #expect(doubled.status == 65)
        #expect(doubled.errors.contains("shard 3/4 is there twice"), "\(doubled.errors)")
    }

    @Test(.timeLimit(.minutes(10)))
    func `a shard of other models is foreign`() async throws {
        let folder = try TemporaryFolder()
        let files = [folder.path + "/1.json", folder.path + "/2.json"]
        for (file, models) in zip(files, ["amazon.nova-micro-v1:0,a.b", "amazon.nova-micro-v1:0,a.c"]) {
            let shard = file == files[0] ? "1/2" : "2/2"
            _ = try await DoctorProcess.run(
                ["models", "--mock", "--models", models, "--shard", shard, "--format", "json", "--output", file])
        }
        let merged = try await DoctorProcess.run(["merge"] + files)
        #expect(merged.status == 65)
        #expect(merged.errors.contains("2.json: is a shard of another plan"), "\(merged.errors)")
    }

    @Test(.timeLimit(.minutes(10)))
    func `the plan lists what the shards ask, and sends nothing`() async throws {
        let command = ["models", "--models", "x.b,x.a", "--regions", "us-west-2,us-east-1", "--plan"]
        let whole = try JSONValue(parsing: try await DoctorProcess.run(command).output)
        let cells = try #require(whole["cells"]?.arrayValue)
        #expect(
            cells.map { "\($0["model"]?.stringValue ?? "") \($0["region"]?.stringValue ?? "")" } == [
                "x.a us-east-1", "x.a us-west-2", "x.b us-east-1", "x.b us-west-2",
            ])
        #expect(whole["requests"]?.numberValue?.int64 == 16)
        let reordered = ["models", "--models", "x.a,x.b", "--regions", "us-east-1,us-west-2", "--plan"]
        #expect(try JSONValue(parsing: try await DoctorProcess.run(reordered).output)["plan"] == whole["plan"])
        let part = try await DoctorProcess.run(command + ["--shard", "2/3"])
        #expect(
            try JSONValue(parsing: part.output)["cells"]?.arrayValue?.map { $0["region"]?.stringValue } == ["us-west-2"]
        )
    }

    @Test(.timeLimit(.minutes(10)))
    func `only what failed is asked again`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/all.json"
        _ = try await DoctorProcess.run(["models", "--mock", "--format", "json", "--output", file])
        let failed = try #require(try JSONValue(parsing: folder.text("all.json"))["models"]?.arrayValue)
            .filter { $0["status"]?.stringValue == "fail" }
        let again = try await DoctorProcess.run(["models", "--mock", "--only-failed", file, "--format", "json"])
        let cells = try #require(try JSONValue(parsing: again.output)["models"]?.arrayValue)
        #expect(!failed.isEmpty)
        #expect(cells.map { $0["model"] } == failed.map { $0["model"] })
        #expect(cells.map { $0["verdict"] } == failed.map { $0["verdict"] })
        let wrong = try await DoctorProcess.run(["vectors", "--only-failed", file])
        #expect(wrong.status == 65)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a difference fails for what broke only`() async throws {
        let folder = try TemporaryFolder()
        let (good, bad) = (folder.path + "/good.json", folder.path + "/bad.json")
        for (file, model) in [(good, "amazon.nova-micro-v1:0"), (bad, "a.b")] {
            _ = try await DoctorProcess.run(
                ["models", "--mock", "--models", model, "--regions", "us-east-1", "--format", "json", "--output", file])
        }
        #expect(try await DoctorProcess.run(["diff", good, good]).status == 0)
        let broken = try await DoctorProcess.run(["diff", good, bad])
        #expect(broken.status == 1)
        #expect(broken.output.contains("1 broke"), "\(broken.output)")
        #expect(try await DoctorProcess.run(["diff", bad, good]).status == 0)
        #expect(try await DoctorProcess.run(["diff", good, "/nonexistent"]).status == 65)
    }
}

/// `--shard auto` by the variables that engines set.
@Suite struct EngineShardTests {
    @Test(
        arguments: [
            (["AWS_BATCH_JOB_ARRAY_INDEX": "0", "AWS_BATCH_JOB_ARRAY_SIZE": "4"], nil, "1/4"),
            (["BUILDKITE_PARALLEL_JOB": "2", "BUILDKITE_PARALLEL_JOB_COUNT": "3"], nil, "3/3"),
            (["CIRCLE_NODE_INDEX": "1", "CIRCLE_NODE_TOTAL": "4"], nil, "2/4"),
            (["CI_NODE_INDEX": "4", "CI_NODE_TOTAL": "4"], nil, "4/4"),
            (["JOB_COMPLETION_INDEX": "5"], 6, "6/6"),
            (
                [
                    "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "1",
                    "SLURM_ARRAY_TASK_MAX": "7", "SLURM_ARRAY_TASK_STEP": "2",
                ], nil, "4/4"
            ),
            (["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "2"], 2, "1/2"),
        ] as [([String: String], Int?, String)])
    func `each engine's variables give the part`(variables: [String: String], total: Int?, part: String) throws {
        #expect(try EngineShard.position(variables, total: total).description == part)
    }

    @Test(
        arguments: [
            ([:], nil, "no engine's variable"),
            (["CI_NODE_INDEX": "1"], nil, "CI_NODE_TOTAL is not set"),
            (["JOB_COMPLETION_INDEX": "1"], nil, "Kubernetes gives no total"),
            (["JOB_COMPLETION_INDEX": "6"], 6, "not one of 6 jobs"),
            (["CI_NODE_INDEX": "0", "CI_NODE_TOTAL": "2"], nil, "not one of 2 jobs"),
            (["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "2"], 3, "CI_NODE_TOTAL says 2"),
            (["CI_NODE_INDEX": "one", "CI_NODE_TOTAL": "2"], nil, "CI_NODE_INDEX is 'one'"),
            (["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "2", "JOB_COMPLETION_INDEX": "0"], nil, "both set"),
            (
                [
                    "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "1",
                    "SLURM_ARRAY_TASK_MAX": "9", "SLURM_ARRAY_TASK_STEP": "1",
                ], nil, "not a range"
            ),
        ] as [([String: String], Int?, String)])
    func `what is missing or contradicts itself is said`(variables: [String: String], total: Int?, words: String) throws
    {
        let failure = try #require(throws: CommandFailure.self) {
            try EngineShard.position(variables, total: total)
        }
        #expect(failure.status == .usage)
        #expect(failure.messages.joined().contains(words), "\(failure.messages)")
    }

    @Test(arguments: ["0/2", "3/2", "1", "a/2", "1/0", "auto/", "auto/0", "+1/2", "1/2/3", "AUTO"])
    func `a part that cannot be is refused`(text: String) {
        #expect(ShardRequest(argument: text) == nil)
    }
}
