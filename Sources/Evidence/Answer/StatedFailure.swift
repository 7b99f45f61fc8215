import JSONText
import WireText

/// The lines of a report in which a program states the failure, without the words of its reporter.
///
/// Somebody who asks for help tells what he did, quotes an error, and goes on telling. What he tells are circumstances: his words belong
/// to no message, and a name among them, of a profile or a model, is not one that was refused.
package enum StatedFailure {
    /// A longer text is a log, of which every line is a program's.
    private static let limit = 16_384

    /// The paragraphs that state a failure, without what the reporter says above it; `nil` where none does, where nothing
    /// else stands beside it, and where an echo of what was signed needs its empty lines.
    static func text(in report: String) -> String? {
        guard report.utf8.count < limit, report.contains("\n"),
            !report.contains("should have been"), !report.contains("AWS4-HMAC-SHA256")
        else { return nil }
        let blocks = ReportBlock.all(of: ReportLine.all(in: report)).map { $0.lines.map(Line.init) }
        let stated = blocks.filter { block in block.contains { $0.states } }
        guard blocks.contains(where: { block in block.contains { $0.isTold } }), !stated.isEmpty else { return nil }
        return stated.map { block in
            // A sentence below the statement may go on with it, whoever seems to speak; one above it does not.
            let start = block.firstIndex { $0.states || !$0.isTold } ?? 0
            return block[start...].map(\.text).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// Where the first line begins that states a failure; `nil` where none does.
    package static func start(in report: String) -> String.Index? {
        report.prefix(limit).split(separator: "\n").first {
            FailureStatement.stands(in: String($0.trimmedWhitespace()))
        }?
        .startIndex
    }

    private struct Line {
        let text: String

        /// Whether a failure is stated here in a program's form.
        let states: Bool

        /// Whether the reporter wrote the line, or set it as a heading.
        let isTold: Bool

        init(_ line: ReportLine) {
            text = line.text
            states = FailureStatement.stands(in: line.text)
            isTold = !states && ReportBlock.isTold(line)
        }
    }
}
