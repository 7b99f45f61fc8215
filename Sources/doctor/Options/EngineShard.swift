import Report

/// The part of a plan that falls to this job, by the variables of the engine that runs it.
///
/// | engine | number | total | documented at |
/// | --- | --- | --- | --- |
/// | AWS Batch array | `AWS_BATCH_JOB_ARRAY_INDEX`, from 0 | `AWS_BATCH_JOB_ARRAY_SIZE` | docs.aws.amazon.com/batch/latest/userguide/job_env_vars.html |
/// | Buildkite `parallelism` | `BUILDKITE_PARALLEL_JOB`, from 0 | `BUILDKITE_PARALLEL_JOB_COUNT` | buildkite.com/docs/pipelines/environment-variables |
/// | CircleCI `parallelism` | `CIRCLE_NODE_INDEX`, from 0 | `CIRCLE_NODE_TOTAL` | circleci.com/docs/variables |
/// | GitLab `parallel` | `CI_NODE_INDEX`, from 1 | `CI_NODE_TOTAL` | docs.gitlab.com/ci/variables/predefined_variables |
/// | Kubernetes indexed job | `JOB_COMPLETION_INDEX`, from 0 | none | kubernetes.io/docs/concepts/workloads/controllers/job |
/// | Slurm array | `SLURM_ARRAY_TASK_ID` | `SLURM_ARRAY_TASK_COUNT` | slurm.schedmd.com/job_array.html |
///
/// A Slurm array may begin anywhere and have a step: `SLURM_ARRAY_TASK_MIN`, `SLURM_ARRAY_TASK_MAX`,
/// `SLURM_ARRAY_TASK_STEP`.
enum EngineShard {
    private struct Engine: Sendable {
        var name: String
        var index: String
        var first: Int
        var total: String?
    }

    private static let engines = [
        Engine(name: "AWS Batch", index: "AWS_BATCH_JOB_ARRAY_INDEX", first: 0, total: "AWS_BATCH_JOB_ARRAY_SIZE"),
        Engine(name: "Buildkite", index: "BUILDKITE_PARALLEL_JOB", first: 0, total: "BUILDKITE_PARALLEL_JOB_COUNT"),
        Engine(name: "CircleCI", index: "CIRCLE_NODE_INDEX", first: 0, total: "CIRCLE_NODE_TOTAL"),
        Engine(name: "GitLab", index: "CI_NODE_INDEX", first: 1, total: "CI_NODE_TOTAL"),
        Engine(name: "Kubernetes", index: "JOB_COMPLETION_INDEX", first: 0, total: nil),
        Engine(name: "Slurm", index: "SLURM_ARRAY_TASK_ID", first: 0, total: "SLURM_ARRAY_TASK_COUNT"),
    ]

    /// The part of this job.
    ///
    /// - Parameter total: The number of parts, from `auto/N`.
    /// - Throws: ``CommandFailure`` when no engine says the number, or two do, when the total is missing or not `total`, and
    ///   when a variable is not a number of its range.
    static func position(_ environment: [String: String], total: Int?) throws -> ShardPosition {
        let present = engines.filter { environment[$0.index] != nil }
        guard let engine = present.first else {
            throw failure(
                "no engine's variable is set: \(engines.map(\.index).joined(separator: ", ")); give the part as I/N")
        }
        guard present.count == 1 else {
            throw failure(
                "\(present.map { "\($0.index) (\($0.name))" }.joined(separator: " and ")) are both set; give the part as I/N"
            )
        }
        let count = try self.total(engine, environment, given: total)
        let index =
            engine.name == "Slurm"
            ? try slurmIndex(environment, count: count)
            : try number(engine.index, environment) - engine.first
        guard let position = ShardPosition(index: index + 1, total: count) else {
            throw failure(
                "\(engine.index) is \(environment[engine.index] ?? ""), which is not one of \(count) jobs (\(engine.name) counts from \(engine.first))"
            )
        }
        return position
    }

    private static func total(_ engine: Engine, _ environment: [String: String], given: Int?) throws -> Int {
        guard let name = engine.total, environment[name] != nil else {
            guard let given else {
                throw failure(
                    engine.total.map { "\($0) is not set; give the number of jobs as --shard auto/N" }
                        ?? "\(engine.name) gives no total; give the number of jobs as --shard auto/N")
            }
            return given
        }
        let count = try number(name, environment)
        if let given, given != count {
            throw failure("--shard auto/\(given) says \(given) jobs, \(name) says \(count)")
        }
        return count
    }

    /// The place of a task in an array, whose numbers may begin anywhere and leave steps out.
    private static func slurmIndex(_ environment: [String: String], count: Int) throws -> Int {
        let id = try number("SLURM_ARRAY_TASK_ID", environment)
        let least = try number("SLURM_ARRAY_TASK_MIN", environment)
        let most = try number("SLURM_ARRAY_TASK_MAX", environment)
        let step = try number("SLURM_ARRAY_TASK_STEP", environment, orElse: 1)
        guard step >= 1, most == least + (count - 1) * step, (id - least) % step == 0 else {
            throw failure(
                "the array's numbers are not a range with one step (\(least) to \(most), \(count) of them); submit it with --array=0-\(count - 1), or give the part as I/N"
            )
        }
        return (id - least) / step
    }

    private static func number(_ name: String, _ environment: [String: String], orElse usual: Int? = nil) throws -> Int
    {
        guard let text = environment[name] else {
            if let usual { return usual }
            throw failure("\(name) is not set")
        }
        // More digits than any engine counts would overflow below.
        guard (1...9).contains(text.utf8.count), let number = Int(text), number >= 0 else {
            throw failure("\(name) is '\(VisibleText.of(String(text.prefix(40))))', which is not a job number")
        }
        return number
    }

    private static func failure(_ reason: String) -> CommandFailure {
        CommandFailure(.usage, "--shard auto: \(reason)")
    }
}
