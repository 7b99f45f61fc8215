import ArgumentParser
import Report

/// `doctor diff`: what changed between two reports.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what broke, recovered or slowed down between two reports.",
        discussion: """
            Both are JSON reports of the same command. Cells are compared by model and region, vectors and recordings by \
            their names, findings by check and code. A result that takes longer is named when it takes at least \
            --slower times as long and a tenth of a second more.

            Exit status: 0 when nothing broke, 1 when something fails that did not (with --strict, when something got \
            worse, slower or lost its verdict too), 65 for a file that is no report.
            """)

    @Argument(help: ArgumentHelp("The earlier report.", valueName: "old"), completion: .file())
    var old: String

    @Argument(help: ArgumentHelp("The later report.", valueName: "new"), completion: .file())
    var new: String

    @Option(help: ArgumentHelp("How many times as long something must take to be named slower.", valueName: "factor"))
    var slower = 2.0

    @OptionGroup var choice: ChoiceOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard slower >= 1, slower.isFinite else {
            throw ValidationError("--slower takes a number from 1, found \(slower).")
        }
        if old == "-", new == "-" { throw ValidationError("Only one of the reports can come from standard input.") }
    }

    func run() async throws {
        let manners = RunManners(selection: choice.selection, failing: report.failing)
        let run = CommandRun("diff", report, on: .cases, manners)
        let (old, new, slower, rule) = (old, new, slower, report.failing)
        let text: TextRenderer = { report, style in
            let sections = [
                TextCases(cases: report.cases, style: style, verbosity: 1).lines(),
                TextReport.notes(report.notes, style),
            ]
            return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
        }
        // Nothing to say is a good answer here.
        try await run.perform(text: text, exit: { rule.fails($0) ? .failed : .success }) { collector in
            let (before, after) = (try ReportFile.read(old), try ReportFile.read(new))
            guard before.command == after.command else {
                throw InputProblem(
                    "\(old) is a report of doctor \(before.command), \(new) one of doctor \(after.command): they have nothing to compare"
                )
            }
            var difference = ReportDifference(
                from: before, to: after, slowerBy: slower, codes: RunManners.codes)
            try manners.check(among: difference.words + RunManners.checks, "names and codes of results")
            difference.keep(manners.selection)
            difference.notes.forEach(collector.note)
            collector.add(difference.changes)
            collector.note(difference.summary)
        }
    }
}
