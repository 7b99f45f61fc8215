import JSONText

/// A line that a tick or a cross begins or ends: `✅ AWS CLI`, `- Claude Code: ❌`.
struct TickedLine {
    private static let ticks = ["\u{2705}", "\u{2714}\u{FE0F}", "\u{2714}", "\u{2713}", "\u{2611}\u{FE0F}", "\u{2611}"]
    private static let crosses = ["\u{274C}", "\u{2716}\u{FE0F}", "\u{2716}", "\u{2717}", "\u{2718}", "\u{26D4}"]

    /// A longer line is no entry of a list.
    private static let wordLimit = 25

    /// The line as a sentence, with the outcome as a word where its own words tell none; `nil` for a line without a mark, and for
    /// one of what was merely prepared.
    let told: String?

    init(_ line: String) {
        guard let (outcome, rest) = Self.split(line) else {
            told = nil
            return
        }
        let words = SentenceSplit.sentences(of: [(0, rest)], part: .told)
        let count = words.reduce(0) { $0 + $1.words.count }
        guard (1...Self.wordLimit).contains(count) else {
            told = nil
            return
        }
        if words.contains(where: { Clause.all(of: $0).contains { $0.outcome != nil } }) {
            told = rest
        } else {
            let isPrepared = outcome == .works && words.contains { $0.words.contains { OutcomeNouns.isSetUp($0.text) } }
            told = isPrepared ? nil : "\(StandIn.word(for: outcome)) \(rest)"
        }
    }

    private static func split(_ line: String) -> (Outcome, String)? {
        for (marks, outcome) in [(ticks, Outcome.works), (crosses, .fails)] {
            for mark in marks {
                if line.hasPrefix(mark) { return (outcome, String(line.dropFirst(mark.count).trimmedWhitespace())) }
                if line.hasSuffix(mark) { return (outcome, String(line.dropLast(mark.count).trimmed(of: " :|"))) }
            }
        }
        return nil
    }
}
