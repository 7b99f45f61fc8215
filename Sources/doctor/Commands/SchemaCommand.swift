import ArgumentParser
import Report

/// `doctor schema`: what a program may rely on in a report.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of reports, of their lines (--format jsonl), or of serve's admin endpoint.",
        discussion: """
            The schemas are of draft 2020-12. Members are added to a report and none is renamed, so they are open to members \
            that they do not name.

              doctor schema > report.schema.json
            """)

    @Argument(help: "Which one: report, lines or admin.")
    var schema: ReportSchema = .report

    func run() throws {
        try StandardStreams.writeResult(schema.text)
    }
}

extension ReportSchema: ExpressibleByArgument {}
