import ArgumentParser

/// The options that every command takes: where its result goes, in which form, and how much of it.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the result: text, json, junit, github or html. May repeat, each with an --output.",
            valueName: "form"
        ))
    var format: [OutputFormat] = []

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "A file for the result, in the order of --format; - is standard output.", valueName: "file"))
    var output: [String] = []

    @Option(help: ArgumentHelp("Colour in text output: auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Flag(name: .shortAndLong, help: "Show the evidence behind each finding, and what passed.")
    var verbose: Int

    @Option(help: ArgumentHelp("The longest a single call may take, in seconds.", valueName: "seconds"))
    var timeout: Double = 30

    @Flag(help: "Let warnings fail the command (exit status 1).")
    var strict = false

    func validate() throws {
        guard timeout > 0, timeout <= 86_400 else {
            throw ValidationError("--timeout takes a number of seconds above 0 and up to 86400, found \(timeout).")
        }
        guard output.count <= max(format.count, 1) else {
            throw ValidationError(
                "There are \(output.count) --output for \(max(format.count, 1)) --format: each output belongs to one format."
            )
        }
        guard !output.contains("") else {
            throw ValidationError("--output takes a file's name or -, found an empty one.")
        }
        let places = destinations.map { $0.path == "-" ? "-" : FileSystem.canonical($0.path) }
        guard Set(places).count == places.count else {
            throw ValidationError("Two formats would go to the same place: give each --format an --output of its own.")
        }
    }

    /// The time limit of one call.
    var timeLimit: Duration { .milliseconds(Int64((timeout * 1000).rounded())) }

    /// Each format with the file it goes to; `-` is standard output.
    var destinations: [(format: OutputFormat, path: String)] {
        let formats = format.isEmpty ? [.text] : format
        return formats.enumerated().map { index, format in (format, index < output.count ? output[index] : "-") }
    }
}
