import ArgumentParser
import Conformance
import Report

/// The options of the commands that drive an adapter, and the adapter itself: which cases, how many at once, what is known to
/// fail.
struct AdapterOptions: ParsableArguments {
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var shard: ShardOptions

    @Option(help: ArgumentHelp("How many cases may be open at once.", valueName: "count"))
    var jobs: Int?

    @Argument(parsing: .postTerminator, help: ArgumentHelp("The adapter.", valueName: "command"))
    var command: [String] = []

    func validate() throws {
        // A list is made without it.
        if command.isEmpty, !listing.isListing {
            throw ValidationError("Give the adapter's command after --, such as -- python3 adapter.py.")
        }
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs takes 1 to 256, found \(jobs).")
        }
    }

    /// What the options ask of a run.
    func manners(_ report: ReportOptions) throws -> RunManners {
        try selection.manners(failing: report.failing, isListing: listing.isListing)
    }
}
