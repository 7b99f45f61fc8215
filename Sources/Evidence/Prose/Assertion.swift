/// Whether a clause says that something is so, and not that it should be, may be, or whether it is.
enum Assertion {
    /// How far before a word of outcome the word stands that takes it back.
    private static let reach = 4

    private static let modal: Set<String> = [
        "should", "would", "could", "might", "may", "must", "supposed", "expected", "expect", "hope", "hoping", "want",
        "wants",
        "need", "needs", "shall", "ought", "maybe", "perhaps", "wish", "shouldn't", "wouldn't", "will", "i'd",
    ]

    /// Words behind which an infinitive is a fact: `seems to work`, `used to work`, `started to fail`.
    private static let factual: Set<String> = [
        "seem", "seems", "seemed", "appear", "appears", "appeared", "used", "able", "continue", "continues", "started",
        "start",
        "starts", "began", "begin", "begins", "managed",
    ]

    private static let doubting: Set<String> = [
        "if", "whether", "until", "how", "once", "unless", "sure", "that", "so",
    ]
    private static let imperative: Set<String> = [
        "please", "make", "ensure", "verify", "check", "confirm", "let", "see", "test", "allow", "add", "support",
    ]
    private static let supposing: Set<String> = [
        "think", "thought", "believe", "believed", "suspect", "suspected", "assumed", "assume", "guess", "guessed",
    ]

    /// What somebody supposes to be the reason: that a call fails, nobody supposes.
    private static let nouns: Set<String> = ["problem", "problems", "issue", "issues", "error", "errors", "failure"]

    private static let pronouns: Set<String> = ["it", "this", "that", "everything", "they", "things", "these", "still"]

    /// - Parameters:
    ///   - place: The place of a word of outcome.
    ///   - clause: The words of its clause.
    ///   - isGood: Whether the clause would tell of success.
    static func holds(of place: Int, in clause: ArraySlice<ProseSentence.Word>, isGood: Bool) -> Bool {
        let before = clause[max(clause.startIndex, place - reach)..<place].map(\.text)
        // `it would throw` is how many tell of a failure.
        if before.contains(where: { modal.contains($0) && (isGood || !$0.hasPrefix("would")) }) { return false }
        // `I thought that the problem was boto3`, `I don't think it is a permission problem`.
        if !isGood, nouns.contains(clause[place].text),
            clause[max(clause.startIndex, place - 7)..<place].contains(where: { supposing.contains($0.text) })
        {
            return false
        }
        if clause.first?.text == "if", before.contains("previously") { return false }
        if let last = before.last, last == "to" {
            return before.dropLast().last.map(factual.contains) ?? false
        }
        if clause.first.map({ imperative.contains($0.text) }) ?? false { return false }
        // `if it works`, `how this works`.
        if let last = before.last, pronouns.contains(last), let earlier = before.dropLast().last,
            ["if", "whether", "how", "until", "once", "unless", "see", "when"].contains(earlier)
        {
            return false
        }
        // `to see if the CLI works`.
        let texts = clause[..<place].map(\.text)
        for (index, text) in texts.enumerated().dropLast()
        where ["see", "know", "check", "test", "verify", "sure"].contains(text) {
            if ["if", "whether"].contains(texts[index + 1]) { return false }
        }
        return true
    }

    private static let sources: Set<String> = [
        "documentation", "docs", "readme", "guide", "article", "tutorial", "documented", "specification", "spec",
    ]
    private static let saying: Set<String> = [
        "says", "say", "states", "claims", "shows", "suggests", "according", "documented",
    ]

    /// Whether a sentence tells what happened, and does not ask or repeat what is written somewhere.
    static func isStatement(_ sentence: ProseSentence) -> Bool {
        if sentence.part == .wished { return false }
        let texts = Set(sentence.words.map(\.text))
        if !texts.isDisjoint(with: sources), !texts.isDisjoint(with: saying) { return false }
        guard sentence.isQuestion else { return true }
        // Who asks why it works there says that it does.
        let first = sentence.words.prefix(3).map(\.text)
        return first.contains("why") || first.starts(with: ["how", "come"])
    }
}
