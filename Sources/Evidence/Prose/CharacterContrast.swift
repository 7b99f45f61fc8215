import JSONText
import WireText

/// Characters of which a reporter says that a call fails with them: `fails when the prefix contains '{' or '}'`.
///
/// A sentence's words have no punctuation, so that the line itself is read.
enum CharacterContrast {
    private static let verbs = [
        "contains", "contain", "containing", "contained", "includes", "including", "with", "has", "have", "having",
    ]

    private static let articles: Set<String> = [
        "a", "an", "the", "any", "character", "characters", "symbol", "symbols", "like", "one",
    ]

    /// Characters that stand in a sentence for themselves; others do where they are quoted.
    private static let plain = "{}[]+&=@!$~#%^|;"

    private static let quotes = "'\"`\u{2018}\u{2019}\u{201C}\u{201D}"

    /// No more of a paste is a person's own text.
    private static let limit = 200

    /// The first such line; `nil` where none is.
    static func contrast(in lines: [(number: Int, text: String)]) -> Contrast? {
        for line in lines.prefix(limit) where line.text.utf8.count < 400 {
            let found = characters(in: line.text)
            guard !found.isEmpty, ToldOutcome.all(in: line.text).contains(where: { $0.outcome == .fails }) else {
                continue
            }
            let names = found.map { "'\($0)'" }.joined(separator: " or ")
            return Contrast(
                .characters, works: nil, fails: "names with \(names) in them",
                evidence: String(line.text.trimmedWhitespace()),
                line: line.number)
        }
        return nil
    }

    /// The characters behind the first verb that has some, four at most.
    private static func characters(in line: String) -> [Character] {
        let words = line.split(separator: " ")
        for (place, word) in words.enumerated() where verbs.contains(word.lowercased()) {
            var found: [Character] = []
            for next in words[(place + 1)...].prefix(8) {
                let text = next.trimmed(of: ".,)").isEmpty ? next : next.trimmed(of: ".,)")
                if articles.contains(text.lowercased()) || ["or", "and", "/"].contains(text) { continue }
                guard let character = character(text) else { break }
                found.append(character)
                if found.count == 4 { break }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The one character that a word is, in quotes or alone.
    private static func character(_ word: Substring) -> Character? {
        if word.count == 3, let first = word.first, quotes.contains(first), let last = word.last, quotes.contains(last)
        {
            let inner = word[word.index(after: word.startIndex)]
            return inner.isLetter || inner.isNumber ? nil : inner
        }
        guard word.count == 1, let only = word.first, plain.contains(only) else { return nil }
        return only
    }
}
