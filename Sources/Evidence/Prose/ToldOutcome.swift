/// What a text says became of calls, clause by clause, by the words by which a reporter's sentences are read.
package struct ToldOutcome: Sendable, Hashable {
    package let outcome: Outcome

    /// Whether it became so without a thing: `it works without the header`, `when I remove the '*' the call goes through`.
    package let isWithout: Bool

    /// Those of a line, or of a few, in their order; what only asks, hopes or denies has none.
    package static func all(in text: some StringProtocol) -> [ToldOutcome] {
        // Lines of a paste hardly ever go on in the next one, and what an answer says is no part of the reporter's sentence.
        let sentences = text.split(whereSeparator: \.isNewline).flatMap { line in
            SentenceSplit.sentences(of: [(line: 0, text: String(line))], part: .told)
        }
        return sentences.filter(Assertion.isStatement).flatMap { sentence in
            let clauses = Clause.all(of: sentence).filter { $0.outcome != nil }
            return clauses.compactMap { clause in
                clause.outcome.map {
                    let words = clauses.count == 1 ? sentence.words[...] : clause.words
                    return ToldOutcome(outcome: $0, isWithout: !Removal.places(in: words).isEmpty)
                }
            }
        }
    }
}
