import JSONText
import Report

/// What to do next after a run: the first advice, and never a command of a later one, which may work against it.
struct NextAdvice: Sendable, Hashable {
    /// What to do, in a sentence or a few.
    let words: String?

    /// What to type, on one or several lines.
    let command: String?

    /// No more of an advice stands in the last line; the findings have it whole.
    private static let limit = 240

    init(words: String? = nil, command: String? = nil) {
        self.words = words
        self.command = command
    }

    /// The first of several remedies; `nil` where there is none.
    init?(_ remedies: [Remedy]) {
        // A text that only says what its command is for has nothing to say without it.
        guard let first = remedies.first(where: { $0.command != nil || $0.step == nil || !$0.isPointer }) else {
            return nil
        }
        command = first.command
        // What is to be changed comes before a command of ours, which only looks whether it was.
        let isOurs = first.command?.hasPrefix("doctor ") ?? true
        words =
            isOurs && (command == nil || !first.isPointer || AdvisedAct(in: first.text) == .change)
            ? Self.lead(first.text) : nil
    }

    /// An advice, whole where it fits; else its sentences from the first that says what to do, one at least.
    private static func lead(_ text: String) -> String {
        let text = text.trimmedWhitespace()
        guard text.count > limit else { return String(text) }
        let sentences = Self.sentences(of: text)
        // Why it is so stands in the finding; an advice that names no act in words known here is shown from its beginning.
        var start = sentences.prefix { AdvisedAct(in: $0) == nil }.count
        // What a pronoun stands for is in the sentence before.
        if start > 0, start < sentences.count, Self.hasBarePronoun(sentences[start]),
            sentences[start - 1].count + sentences[start].count < limit
        {
            start -= 1
        }
        var lead = ""
        for sentence in sentences[(start < sentences.count ? start : 0)...] {
            let longer = lead.isEmpty ? String(sentence) : lead + " " + sentence
            if longer.count > limit { break }
            lead = longer
        }
        return lead.isEmpty ? cut(sentences[start < sentences.count ? start : 0]) : lead
    }

    /// Whether a sentence begins with an act on something that it does not name: `Take it away`, `Give them a role`.
    private static func hasBarePronoun(_ sentence: Substring) -> Bool {
        let words = sentence.split { !($0.isLetter || $0 == "'") }.prefix(3).map { $0.lowercased() }
        return words.dropFirst().contains {
            ["it", "them", "those", "that", "these", "this", "its", "their"].contains($0)
        }
            && words.dropFirst().first.map { !["that", "whether"].contains($0) } ?? false
    }

    private static func sentences(of text: some StringProtocol) -> [Substring] {
        var sentences: [Substring] = []
        var rest = Substring(text)
        while let mark = rest.firstRange(of: ". ") {
            sentences.append(rest[..<rest.index(after: mark.lowerBound)])
            rest = rest[mark.upperBound...]
        }
        return rest.isEmpty && !sentences.isEmpty ? sentences : sentences + [rest]
    }

    /// A long sentence up to where a clause of it ends, or a word.
    private static func cut(_ sentence: Substring) -> String {
        let head = sentence.prefix(limit)
        if let clause = head.ranges(of: "; ").last { return head[..<clause.lowerBound] + "." }
        let word = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<word] + "\u{2026}"
    }
}
