/// A stretch of a sentence with one outcome.
struct Clause {
    let words: ArraySlice<ProseSentence.Word>

    /// `nil` where it names none.
    let outcome: Outcome?

    /// The clauses of a sentence, in their order.
    static func all(of sentence: ProseSentence) -> [Clause] {
        var clauses: [Clause] = []
        for words in pieces(sentence.words[...]) {
            let own = Self.clauses(words)
            // `Every request (except the first) fails`, `all but the first fail`: what is excepted goes the other way.
            if own.count == 1, let outcome = own[0].outcome, outcome != .workedBefore, let last = clauses.last,
                last.outcome == nil, isException(words, of: last.words)
            {
                clauses[clauses.count - 1] = Clause(words: last.words, outcome: outcome)
                let end = OutcomeWords.verdicts(words).first?.place ?? words.endIndex
                let excepted = end > words.startIndex ? words[..<end] : words
                clauses.append(Clause(words: excepted, outcome: outcome == .fails ? .works : .fails))
                continue
            }
            // `This works: X`, `I get the error with these: X`.
            if own.count == 1, own[0].outcome == nil, let last = clauses.last, last.words.last?.ending == .colon {
                clauses.append(Clause(words: words, outcome: last.outcome))
            } else {
                clauses += own
            }
        }
        return clauses
    }

    // MARK: Exceptions

    private static let whole: Set<String> = ["all", "every", "everything", "each", "any"]

    /// Whether a stretch takes something out of the whole that the stretch before it names.
    private static func isException(
        _ words: ArraySlice<ProseSentence.Word>, of subject: ArraySlice<ProseSentence.Word>
    ) -> Bool {
        guard let first = words.first?.text, let last = subject.last else { return false }
        if ["except", "excepting", "apart", "aside"].contains(first) {
            return subject.contains { whole.contains($0.text) }
        }
        return first == "but" && last.ending == .blank && subject.suffix(2).contains { whole.contains($0.text) }
    }

    // MARK: Boundaries

    /// Words before which another clause begins.
    private static let opposing: Set<String> = [
        "but", "however", "while", "whereas", "although", "though", "yet", "except", "unless", "meanwhile", "whilst",
        "excepting",
    ]

    /// Stretches between words that oppose one clause to another.
    private static func pieces(_ words: ArraySlice<ProseSentence.Word>) -> [ArraySlice<ProseSentence.Word>] {
        var pieces: [ArraySlice<ProseSentence.Word>] = []
        var start = words.startIndex
        func cut(before place: Int) {
            if place > start { pieces.append(words[start..<place]) }
            start = place
        }
        for place in words.indices {
            let text = words[place].text
            let isApart = text == "apart" || text == "aside"
            let isSpan = text == "while" && place > words.startIndex && words[place - 1].text == "a"
            if opposing.contains(text) && !isSpan || isApart { cut(before: place) }
            if [.clause, .colon].contains(words[place].ending) { cut(before: place + 1) }
        }
        cut(before: words.endIndex)
        return pieces
    }

    // MARK: Outcomes

    /// The clauses of a stretch, each with its outcome.
    private static func clauses(_ words: ArraySlice<ProseSentence.Word>) -> [Clause] {
        var verdicts = OutcomeWords.verdicts(words) + elliptic(words)
        verdicts.sort { $0.place < $1.place }
        guard let first = verdicts.first else {
            // `works, except for large files`.
            let isExcepted = ["except", "apart", "excepting", "aside"].contains(words.first?.text ?? "")
            return [Clause(words: words, outcome: isExcepted ? .fails : nil)]
        }
        var clauses: [Clause] = []
        var (start, last) = (words.startIndex, first)
        for verdict in verdicts.dropFirst() {
            let isOther = (verdict.outcome == .fails) != (last.outcome == .fails)
            if isOther, let place = boundary(words, between: last.place, and: verdict.place) {
                clauses.append(Clause(words: words[start..<place], outcome: last.outcome))
                start = place
                last = verdict
            } else if verdict.outcome == .workedBefore || last.outcome == .fails && verdict.outcome == .works {
                // In one breath the more telling word counts: `no error`, `stopped working`.
                last = verdict.outcome == .workedBefore ? verdict : last
            }
        }
        return clauses + [Clause(words: words[start...], outcome: last.outcome)]
    }

    private static let auxiliaries: Set<String> = ["does", "do", "did", "is", "are"]
    private static let joining: Set<String> = ["and", "or", "so", "then", "where", "not", "only"]
    private static let circumstances: Set<String> = [
        "when", "if", "once", "as", "with", "in", "on", "from", "after", "using", "via", "through", "for", "under",
        "inside",
    ]

    /// Where the clause of the second of two words of outcome begins: at a word that joins, or behind a comma.
    private static func boundary(
        _ words: ArraySlice<ProseSentence.Word>, between first: Int, and second: Int
    ) -> Int? {
        var places: [Int] = []
        for place in (first + 1)..<max(first + 1, second + 1) where place <= second {
            // In `axios does not` the negation ends its clause, and begins none.
            let isEnd = words[place].text == "not" && auxiliaries.contains(words[place - 1].text)
            let isJoined = joining.contains(words[place].text) && !isEnd
            if isJoined || words[place - 1].ending == .comma { places.append(place) }
        }
        // `fails only in Lambda, not locally`: the fragment is the clause, whatever joins before it.
        if words[second].text == "not", places.contains(second) { return second }
        // `works with curl, and when I use boto3, it fails`.
        return places.first { place in
            let next = joining.contains(words[place].text) ? place + 1 : place
            return next < words.endIndex && circumstances.contains(words[next].text)
        } ?? places.last
    }

    private static let negators: Set<String> = [
        "doesn't", "don't", "didn't", "isn't", "aren't", "won't", "doesnt", "dont", "didnt",
    ]

    /// Words of a place in which it does not fail.
    private static let rest: Set<String> = ["locally", "in", "on", "from", "elsewhere", "outside", "when", "at"]

    /// A negation that stands for the word of outcome it takes back: `X works, Y does not`, `works with X, not with Y`.
    private static func elliptic(_ words: ArraySlice<ProseSentence.Word>) -> [OutcomeWords.Verdict] {
        let verdicts = OutcomeWords.verdicts(words)
        return words.indices.compactMap { place in
            let text = words[place].text
            let before = place > words.startIndex ? words[place - 1] : nil
            let isNegator =
                negators.contains(text)
                || text == "not" && auxiliaries.contains(before?.text ?? "")
            let isFragment =
                text == "not" && (before?.ending == .comma || ["and", "but"].contains(before?.text ?? ""))
                && verdicts.contains { $0.place < place && $0.outcome != .fails }
                && words[(place + 1)...].first.map {
                    circumstances.contains($0.text) || $0.text.first?.isNumber ?? false
                } ?? false
            // `fails only in Lambda, not locally`.
            let isOfRest =
                text == "not" && (before?.ending == .comma || ["and", "but"].contains(before?.text ?? ""))
                && words[..<place].contains { $0.text == "only" }
                && verdicts.contains { $0.place < place && $0.outcome == .fails }
                && words[(place + 1)...].first.map { rest.contains($0.text) } ?? false
            if isOfRest { return OutcomeWords.Verdict(outcome: .works, place: place) }
            let isAlone = isNegator && !words[(place + 1)...].prefix(3).contains { isVerb($0) }
            let opposed = text == "not" && place == words.startIndex + 1 && words[words.startIndex].text == "but"
            guard isAlone || isFragment || opposed && !verdicts.contains(where: { $0.place > place }) else {
                return nil
            }
            return OutcomeWords.Verdict(outcome: .fails, place: place)
        }
    }

    /// Whether a word may be the verb that a negation takes back.
    private static func isVerb(_ word: ProseSentence.Word) -> Bool {
        !circumstances.contains(word.text) && !["and", "it", "the", "but", "either"].contains(word.text)
            && word.text.first?.isLetter ?? false
    }
}
