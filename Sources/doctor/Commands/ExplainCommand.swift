import ArgumentParser
import JSONText
import Report

/// `doctor explain CODE`: what a code means, why it happens, how to mend it.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a code means, why it happens and how to mend it.",
        discussion: """
            Every finding, every cell of the model table and every refusal of the mock server carries a code. Its page \
            says what the code means, how it shows itself, why it happens, how to mend it, how it is detected and where \
            the rule is written down.
            """)

    @Argument(help: ArgumentHelp("One or more codes, such as region-default-used.", valueName: "code"))
    var codes: [String] = []

    @Flag(help: "List every code with its title.")
    var list = false

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if codes.isEmpty, !list {
            throw ValidationError("Name a code, or use --list to see all of them.")
        }
        for code in codes where CodeRegistry.page(code.lowercased()) == nil {
            let shown = PrintableText.escaped(code, limit: 60)
            let hint = CodeRegistry.nearest(to: code).map { " Did you mean '\($0.code)'?" } ?? ""
            throw ValidationError("There is no code '\(shown)'.\(hint) `doctor explain --list` shows all of them.")
        }
    }

    func run() async throws {
        let pages = list ? CodeRegistry.all : codes.compactMap { CodeRegistry.page($0.lowercased()) }
        let renderer: TextRenderer = list ? CodePageText.list : CodePageText.pages
        try await CommandRun("explain", report).perform(text: renderer) { collector in
            collector.add(pages.map(\.finding))
        }
    }
}

extension CodePage {
    /// The page in the shape of a finding, so that `--format json` keeps to the one schema.
    fileprivate var finding: Finding {
        Finding(
            code: code, check: "explain", status: .pass, title: title, detail: meaning,
            evidence: [
                "looksLike": .string(looksLike), "why": .string(why), "mend": .string(mend),
                "detection": .string(detection), "source": .string(source),
            ])
    }
}
