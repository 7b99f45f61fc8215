import JSONText
import WireText

/// Whether a report tells of a failure and does not show what was said of it: its words are a person's, and so are the names in
/// them.
///
/// "It fails with IMDS" names a part of the setup, not the part that failed; what was answered has to be asked for.
package enum UnshownMessage {
    /// A report is not looked at further.
    private static let limit = 16_384

    /// Whether a text is a person's sentences, with settings and code at most, and none of its lines or quotations is of a failure.
    package static func isOfWordsAlone(_ text: String) -> Bool {
        var sentences = 0
        for line in text.prefix(limit).split(whereSeparator: \.isNewline) {
            let words = line.trimmedWhitespace()
            if words.isEmpty || words.hasPrefix("#") { continue }
            guard ProseLine.isProse(String(words)) else {
                if tellsFailure(words) { return false }
                continue
            }
            sentences += 1
            if quotations(in: words).contains(where: tellsFailure) { return false }
        }
        return sentences > 2
    }

    /// Whether its reporter says that the message cannot be handed on, or that there was none.
    package static func isWithheld(_ text: String) -> Bool {
        let words = WordText(text)
        return withholding.contains { words.has($0) }
    }

    private static let withholding: [WordPhrase] = [
        "cant|cannot|couldnt|unable|not copy|share|paste|post error|errors|message|log|logs|trace|traceback|output",
        "no error message shown|displayed|given|printed|logged", "without any|an error message",
    ]

    private static func tellsFailure(_ text: some StringProtocol) -> Bool {
        [
            "rror", "xception", "ailed", "denied", "ERR", "refused", "timed out", "imeout", "nable to", "not found",
            "nvalid", "orbidden", "nauthorized", "ould not", "annot ", "issing", "xpired", "hrottl",
        ].contains { text.contains($0) }
    }

    /// What stands in backticks or in double quotes.
    private static func quotations(in line: Substring) -> [Substring] {
        ["`", "\""].flatMap { (mark: Character) in
            line.split(separator: mark, omittingEmptySubsequences: false).enumerated()
                .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        }
    }
}
