import ArgumentParser
import Report

/// The options that every command takes: where its result goes, in which form, and how much of it.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the result: \(ReportFormat.listed). May repeat; see --output.", valueName: "form"))
    var format: [ReportFormat] = []

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "A file for the result; - is standard output. Several: one for each --format in their order, or FORM=FILE.",
            valueName: "file"), completion: .file())
    var output: [String] = []

    @Option(help: ArgumentHelp("Colour in text output: auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Flag(name: .shortAndLong, help: "Show the evidence behind each finding, and what passed.")
    var verbose: Int

    @Option(help: ArgumentHelp("The longest a single call may take, in seconds.", valueName: "seconds"))
    var timeout: Double = 30

    @Flag(help: "Let warnings and missing verdicts fail the command (exit status 1).")
    var strict = false

    @Option(
        help: ArgumentHelp(
            """
            What fails the command (exit status 1), in place of everything that failed: fail, warn, unknown, and codes, with \
            * and ?, separated by commas. May repeat.
            """, valueName: "list"), completion: Completions.failures)
    var failOn: [String] = []

    func validate() throws {
        guard timeout > 0, timeout <= 86_400 else {
            throw ValidationError("--timeout takes a number of seconds above 0 and up to 86400, found \(timeout).")
        }
        _ = try ReportDestinations(formats: format, outputs: output)
        _ = try FailureWords.rule(failOn, isStrict: strict)
    }

    /// What fails the command, where something is said of it.
    var chosenRule: FailureRule? {
        // Checked by `validate`.
        try? FailureWords.rule(failOn, isStrict: strict)
    }

    /// What fails the command.
    var failing: FailureRule { chosenRule ?? .usual }

    /// The time limit of one call.
    var timeLimit: Duration { .milliseconds(Int64((timeout * 1000).rounded())) }

    /// Each format with the file it goes to; `-` is standard output.
    var destinations: [(format: ReportFormat, path: String)] {
        // Checked by `validate`.
        (try? ReportDestinations(formats: format, outputs: output))?.pairs ?? []
    }
}
