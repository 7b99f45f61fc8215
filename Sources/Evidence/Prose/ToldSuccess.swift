import JSONText
import WireText

/// Calls of which a reporter says that they got through: `The following APIs were accessible:`, with a list below.
///
/// Their names stand near the failure, and are none of it.
enum ToldSuccess {
    private static let good: [WordPhrase] = [
        "successfully|accessible|succeed|succeeded|succeeds|works|worked|passed", "are|is|was|were allowed|reachable",
    ]

    private static let bad: WordPhrase =
        "not|no|never|cannot|cant|doesnt|didnt|isnt|wasnt|fail|fails|failed|failing|blocked|denied|refused|error|but|except"

    /// A text without the lines that say so and the lists below them; the text itself where it has none.
    static func removed(from text: String) -> String {
        guard text.contains("\n") else { return text }
        var kept: [Substring] = []
        var isList = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let start = line.drop { $0.isWhitespace }
            let isItem = start.first.map { "-*\u{2022}".contains($0) } ?? false
            if isList, isItem || start.isEmpty { continue }
            let words = WordText(line)
            isList =
                line.trimmedWhitespace().hasSuffix(":") && good.contains { words.has($0) } && !words.has(bad)
            if !isList { kept.append(line) }
        }
        return kept.joined(separator: "\n")
    }
}
