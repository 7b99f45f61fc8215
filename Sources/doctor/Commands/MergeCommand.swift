import ArgumentParser
import Report
import Synchronization

/// `doctor merge`: the reports of shards, as one.
struct MergeCommand: AsyncParsableCommand {
    static let name = "merge"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Join the reports of all shards of a plan, or those of several adapters into a matrix.",
        discussion: """
            It takes the JSON reports of runs with --shard: each part of one plan exactly once, and complete. The result \
            is written in every form, with the exit status that a whole run would have.

              doctor models --regions all --shard 1/2 --format json --output 1.json
              doctor models --regions all --shard 2/2 --format json --output 2.json
              doctor merge 1.json 2.json --output html=models.html

            Reports of doctor conformance about several adapters of one role make a matrix of scenarios and adapters, with the \
            command that shows each failure again; shards among them are joined first.

              doctor merge boto3.json aws-cli.json --output html=matrix.html --output markdown=matrix.md

            \(ExitStatusGuide.report)
            """)

    @Argument(help: ArgumentHelp("Reports, in any order.", valueName: "file"), completion: .file())
    var files: [String]

    @OptionGroup var choice: ChoiceOptions
    @OptionGroup var known: KnownFailingOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let manners = RunManners(
            selection: choice.selection, known: try known.read(), failing: report.failing,
            isListing: listing.isListing)
        // Cells or cases are what patterns choose, as in the runs that are joined.
        let run = CommandRun(Self.name, report, on: .cases, manners)
        let (files, asked) = (files, report.chosenRule)
        let shared = Mutex<FailureRule?>(nil)
        try await run.perform(exit: { whole in
            let rule = shared.withLock { $0 } ?? .usual
            return whole.exitStatus(failing: rule, on: whole.command == "models" ? .models : .cases)
        }) { collector in
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
            // What fails the whole is what was to fail its parts, which have it in common.
            let words = parts.compactMap { $0.report.shard?.settings["--fail-on"] }.first
            let rule = asked ?? words.flatMap { try? FailureWords.rule([$0], isStrict: false) } ?? .usual
            shared.withLock { $0 = rule }
            collector.judge(by: rule)
            try Self.take(try Self.whole(parts), manners, collector)
        }
    }

    /// The results of the whole that are wanted, each held against the list of known failures.
    private static func take(_ whole: Report, _ manners: RunManners, _ collector: ReportCollector) throws {
        let cells = whole.models.map(\.name)
        // Of several adapters a case has its own name, and one with that of its adapter.
        let names = cells + whole.cases.map(\.name)
        let own = cells + whole.cases.map(\.id)
        let (_, choice) = try manners.chosen(
            among: names + own, "results, checks and codes", others: RunManners.findingNames)
        let selection = manners.selection
        let run = ResultChoice(ResultSelection(run: selection.run), among: names + own, others: RunManners.checks)
        let skip = ResultChoice(ResultSelection(skip: selection.skip), among: names + own, others: RunManners.checks)
        let places = names.indices.filter { place in
            let both = [names[place], own[place]]
            return both.contains(where: run.asks) && both.allSatisfy(skip.asks)
        }
        collector.choose(by: choice)
        if manners.isListing {
            // As the runs of the plan list them.
            let keys = whole.models.map(\.planKey) + whole.cases.map { [$0.name] }
            throw Listing(places, by: keys) { names[$0] }
        }
        let (models, cases, findings) = (whole.models, whole.cases, whole.findings)
        collector.update { report in
            report = whole
            (report.models, report.cases, report.findings) = ([], [], [])
        }
        collector.add(findings)
        for place in places {
            if place < cells.count { collector.add(models[place]) } else { collector.add([cases[place - cells.count]]) }
        }
    }

    /// One report: of the shards of a plan, or of several adapters.
    private static func whole(_ parts: [ReportMerge.Part]) throws(InputProblem) -> Report {
        let plans = Set(parts.map { $0.report.shard?.plan })
        let isMatrix = parts.allSatisfy { $0.report.command == "conformance" } && (plans.count > 1 || plans == [nil])
        guard isMatrix else { return try joined(parts) }
        var runs: [ReportMerge.Part] = []
        var seen: Set<String> = []
        for part in parts {
            guard let plan = part.report.shard?.plan else {
                runs.append(part)
                continue
            }
            guard seen.insert(plan).inserted else { continue }
            runs.append(.init(file: part.file, report: try joined(parts.filter { $0.report.shard?.plan == plan })))
        }
        do throws(ReportMatrix.Fault) {
            return try ReportMatrix.joined(runs)
        } catch {
            throw InputProblem(error.description)
        }
    }

    private static func joined(_ shards: [ReportMerge.Part]) throws(InputProblem) -> Report {
        do throws(ShardFault) {
            return try ReportMerge.merged(shards)
        } catch {
            throw InputProblem(error.description)
        }
    }
}
