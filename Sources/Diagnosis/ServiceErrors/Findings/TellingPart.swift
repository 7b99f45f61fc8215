import Codes
import Evidence
import JSONText
import WireText

/// The part of a long text that is shown as what was said: where the error itself stands, and not a person's words around it.
enum TellingPart {
    /// What is shown of a message; behind it the rest is cut.
    private static let shown = 400

    /// The text from the line of its error on, where that would be cut off else; the whole text otherwise.
    ///
    /// - Parameter code: The cause that was found, whose words tell the line.
    static func of(_ message: String, _ code: FindingCode) -> String {
        let text = withoutTemplate(message)
        guard text.utf8.count > shown else { return text }
        if let place = StatedFailure.start(in: text) {
            let isFar = text.utf8.distance(from: text.startIndex, to: place) > shown / 2
            return isFar ? String(text[place...]) : text
        }
        return passage(in: text, code) ?? text
    }

    /// Without headings, check boxes and rules of tables: a form's words, which no program said.
    private static func withoutTemplate(_ text: String) -> String {
        guard text.contains("\n") else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { line in
            let bare = line.trimmedWhitespace()
            return
                !(bare.hasPrefix("# ") || bare.hasPrefix("## ") || bare.hasPrefix("### ") || bare.hasPrefix("#### ")
                || bare.hasPrefix("- [") && bare.dropFirst(4).hasPrefix("]") || bare.hasPrefix("|--")
                || bare.hasPrefix("```"))
        }
        return kept.contains { !$0.allSatisfy(\.isWhitespace) } && kept.count < lines.count
            ? kept.joined(separator: "\n") : text
    }

    /// What a line of an error has besides its words: a program's word for one, a status, or a sentence's own form.
    private static let marks = [
        "rror", "xception", "ailed", "ailure", "enied", " 40", "40", "50", "429", "aximum", "said", "must", "not ",
        "n't", "imeout",
    ]

    /// From the first line that has the words of the cause to the end of its paragraph.
    private static func passage(in text: String, _ code: FindingCode) -> String? {
        guard let rules = ErrorCause.of(code)?.rules else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard
            let start = lines.firstIndex(where: { line in
                guard line.utf8.count < 2_000, marks.contains(where: line.contains) else { return false }
                let words = WordText(line)
                return OwnSentence.causes(in: words).contains(code) || !MemberRefusal.all(in: String(line)).isEmpty
                    || rules.contains { $0.strength == .peculiar && words.has(all: $0.all, none: $0.none) }
            })
        else { return nil }
        let passage = lines[start...].prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
        return String(passage.drop { $0.isWhitespace || ",;|".contains($0) })
    }
}
