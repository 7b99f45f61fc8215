import ArgumentParser
import Conformance
import Report

/// `doctor vectors`: signing vectors, ours or AWS's.
struct VectorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vectors",
        abstract: "Run signing vectors: ours, or any directory in the layout of AWS's signing suite.",
        discussion: """
            The stages of each vector are compared in order (canonical request, string to sign, signature, signed request), \
            and the first wrong one is reported. Vectors that must be refused go to the verifier, which must give the \
            right reason. Without a path, the bundled vectors are run.

            \(ExitStatusGuide.report)
            """)

    @Argument(
        help: ArgumentHelp("Vector files, directories of them, or directories in AWS's layout.", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(help: ArgumentHelp("Where the bundled vectors are.", valueName: "directory"), completion: .directory)
    var vectors: String?

    @OptionGroup var shard: ShardOptions
    @OptionGroup var again: OnlyFailedOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("vectors", report, on: .cases, manners)
        let (paths, vectors) = (paths, vectors)
        let part = PlanPart(position: try shard.position(run.facts.environment), terms: ["vectors"], manners: manners)
        let earlier = try again.earlier(of: "vectors")
        try await run.perform { collector in
            let named = paths.isEmpty ? [try vectors ?? DataLocation.current(run.facts).directory("vectors")] : paths
            let runner = VectorRunner(stopwatch: { Stopwatch.elapsed })
            var problems: [InputProblem] = []
            var cases: [VectorCase] = []
            for path in named {
                do throws(InputProblem) {
                    let set = try VectorFiles.load(path)
                    cases += set.cases
                    set.notes.forEach(collector.note)
                } catch {
                    problems.append(error)
                }
            }
            let places = cases.isEmpty ? [] : try part.places(of: cases.map(\.id), after: earlier, collector)
            for place in places where !Task.isCancelled { collector.add([runner.run(cases[place])]) }
            if !problems.isEmpty { throw InputProblems(problems: problems) }
        }
    }
}
