import ArgumentParser
import Conformance

/// The options of the commands that drive an adapter, and the adapter itself: which cases, how many at once, what is known to
/// fail.
struct AdapterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Run only cases whose id fits this pattern, such as 'path-*'. May repeat.", valueName: "glob"))
    var run: [String] = []

    @Option(help: ArgumentHelp("Leave out cases whose id fits this pattern. May repeat.", valueName: "glob"))
    var skip: [String] = []

    @Option(
        help: ArgumentHelp(
            "A list of cases that are known to fail, a pattern a line, a reason behind #. One that passes fails the run.",
            valueName: "file"))
    var knownFailing: String?

    @Option(help: ArgumentHelp("How many cases may be open at once.", valueName: "count"))
    var jobs: Int?

    @Argument(parsing: .postTerminator, help: ArgumentHelp("The adapter.", valueName: "command"))
    var command: [String] = []

    func validate() throws {
        if command.isEmpty {
            throw ValidationError("Give the adapter's command after --, such as -- python3 adapter.py.")
        }
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs takes 1 to 256, found \(jobs).")
        }
        if knownFailing?.isEmpty == true {
            throw ValidationError("--known-failing takes a file, found an empty name.")
        }
    }

    var selection: CaseSelection {
        CaseSelection(run: run.map { NamePattern($0) }, skip: skip.map { NamePattern($0) })
    }
}
