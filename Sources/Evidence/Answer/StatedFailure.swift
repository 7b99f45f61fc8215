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
        var paragraphs: [[Line]] = [[]]
        var isFenced = false
        var told = 0
        for line in report.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = String(line.trimmedWhitespace())
            if words.hasPrefix("```") || words.hasPrefix("~~~") {
                isFenced.toggle()
                paragraphs.append([])
            } else if words.isEmpty, !isFenced {
                paragraphs.append([])
            } else {
                let line = Line(words, isFenced: isFenced)
                if line.isTold { told += 1 }
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        let stated = paragraphs.filter { paragraph in paragraph.contains { $0.states } }
        guard told > 0, !stated.isEmpty else { return nil }
        return stated.map { paragraph in
            // A sentence below the statement may go on with it, whoever seems to speak; one above it does not.
            let start = paragraph.firstIndex { $0.states || !$0.isTold } ?? 0
            return paragraph[start...].map(\.text).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// Where the first line begins that states a failure; `nil` where none does.
    package static func start(in report: String) -> String.Index? {
        report.prefix(limit).split(separator: "\n").first { Line.statesFailure(String($0.trimmedWhitespace())) }?
            .startIndex
    }

    private struct Line {
        let text: String

        /// Whether a failure is stated here in a program's form.
        let states: Bool

        /// Whether the reporter wrote the line, or set it as a heading.
        let isTold: Bool

        init(_ text: String, isFenced: Bool) {
            self.text = text
            states = Line.statesFailure(text)
            isTold = !states && !isFenced && (ProseLine.isProse(text) || Line.isHeading(text))
        }

        private static func isHeading(_ text: String) -> Bool {
            text.hasPrefix("#") || text.hasPrefix("**") && text.trimmed(of: ": ").hasSuffix("**")
        }

        /// A type of an error before a colon or in botocore's brackets, a refusal by IAM, a body's member: what no person writes.
        static func statesFailure(_ text: String) -> Bool {
            // What a frame of a stack names was called and has not failed.
            if text.hasPrefix("at ") { return false }
            if marks.contains(where: text.contains) { return true }
            return text.ranges(of: ":").contains { colon in
                // .NET sets a blank before the colon.
                let before = text[..<colon.lowerBound].trimmed(of: " ")
                let start = before.lastIndex { !$0.isLetter && !$0.isNumber }.map(before.index(after:))
                let name = before[(start ?? before.startIndex)...]
                // In small letters it is a label, which may stand above what it announces.
                let isLabel = ["error", "ERROR"].contains(name)
                return isLabel
                    ? text[colon.upperBound...].contains(where: \.isLetter) : endings.contains(where: name.hasSuffix)
            }
        }

        private static let marks = [
            "An error occurred (", "not authorized to perform", "failed to satisfy constraint",
            "Malformed input request",
            "(Service: ", "https response error",
            "operation error ",
            "\"message\"", "\"Message\"", "\"errorMessage\"", "<Message>", "<Code>",
        ]

        private static let endings = ["Error", "Exception", "Fault", "Failure"]
    }
}
