import ArgumentParser
import Report

/// `doctor merge`: the reports of shards, as one.
struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Join the reports of all shards of a plan into the report of a whole run.",
        discussion: """
            It takes the JSON reports of runs with --shard: each part of one plan exactly once, and complete. The result \
            is written in every form, with the exit status that a whole run would have.

              doctor models --regions all --shard 1/2 --format json --output 1.json
              doctor models --regions all --shard 2/2 --format json --output 2.json
              doctor merge 1.json 2.json --output html=models.html

            \(ExitStatusGuide.report)
            """)

    @Argument(help: ArgumentHelp("Reports of shards, in any order.", valueName: "file"))
    var files: [String]

    @OptionGroup var report: ReportOptions

    func run() async throws {
        let run = CommandRun("merge", report)
        let (files, strict) = (files, report.strict)
        try await run.perform(exit: { $0.exitStatus(strict: strict, on: $0.command == "models" ? .models : .cases) }) {
            collector in
            var parts: [ReportMerge.Part] = []
            var problems: [InputProblem] = []
            for file in files {
                do throws(InputProblem) {
                    parts.append(.init(file: file, report: try ReportFile.read(file)))
                } catch {
                    problems.append(error)
                }
            }
            if !problems.isEmpty { throw InputProblems(problems: problems) }
            do throws(ShardFault) {
                let whole = try ReportMerge.merged(parts)
                collector.update { $0 = whole }
            } catch {
                throw InputProblem(error.description)
            }
        }
    }
}
