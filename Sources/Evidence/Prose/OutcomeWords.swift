/// Words by which a sentence says that something works, or that it does not.
enum OutcomeWords {
    /// A word of an outcome, as it is read in its sentence.
    struct Verdict: Hashable {
        let outcome: Outcome
        let place: Int
    }

    private enum Sense {
        case good, bad
        /// Good behind a form of `be`, or behind another word of outcome: `is fine`, `works fine`.
        case goodBehindBe
        /// Good behind `is` and the like, and never of a person: `it is working`, not `I am working`.
        case goodUnderWay
    }

    private static let senses: [String: Sense] = [
        "works": .good, "work": .good, "worked": .good, "working": .goodUnderWay,
        "succeed": .good, "succeeds": .good, "succeeded": .good, "succeeding": .good,
        "successful": .good, "successfully": .good, "success": .good,
        "fine": .goodBehindBe, "ok": .goodBehindBe, "okay": .goodBehindBe,
        "accepted": .goodBehindBe, "passes": .good, "passed": .good,
        "fail": .bad, "fails": .bad, "failed": .bad, "failing": .bad, "failure": .bad, "failures": .bad,
        "broken": .bad, "breaks": .bad, "broke": .bad, "breaking": .bad, "error": .bad, "errors": .bad,
        "refused": .bad, "rejected": .bad, "denied": .bad, "throws": .bad, "crashes": .bad, "hangs": .bad,
        "403": .bad, "401": .bad, "400": .bad, "500": .bad, "404": .bad, "unsuccessful": .bad, "bad": .bad,
        "issue": .bad, "issues": .bad, "problem": .bad, "problems": .bad, "interruption": .bad,
        "signaturedoesnotmatch": .bad,
        "invalidsignatureexception": .bad, "accessdenied": .bad, "accessdeniedexception": .bad, "unable": .bad,
        "200": .good, "timeout": .bad, "timeouts": .bad, "mismatch": .bad,
    ]

    /// Phrases of more than one word, each of which is good unless it is negated.
    private static let phrases: [[String]] = [
        ["able", "to"], ["goes", "through"], ["go", "through"], ["went", "through"], ["no", "longer", "fails"],
        ["does", "the", "trick"], ["returns", "the", "appropriate"], ["returns", "the", "correct"],
        ["returns", "the", "expected"], ["get", "a", "response"], ["gets", "a", "response"], ["responds", "correctly"],
    ]

    /// Verbs behind `I can` and `we can` that say that a call is made.
    private static let can: Set<String> = [
        "list", "call", "invoke", "access", "see", "get", "use", "read", "upload", "download", "connect", "reach",
        "run",
        "query", "fetch", "make", "authenticate", "login", "sign",
    ]

    /// What undoes what somebody did, and mends the failure by that.
    private static let undoing: Set<String> = [
        "pinning", "downgrading", "downgrade", "reverting", "revert", "rolling", "rollback", "going", "switching",
        "disabling",
        "removing", "bypassing", "turning", "restarting", "restart", "using", "changing", "dropping", "stripping",
        "unsetting",
        "setting", "reinstalling", "installing",
    ]

    private static let mending: Set<String> = [
        "fixes", "fixed", "resolves", "resolved", "solves", "solved", "helps", "helped", "mends", "cures",
    ]

    /// The words of outcome in a clause, in their order.
    static func verdicts(_ words: ArraySlice<ProseSentence.Word>) -> [Verdict] {
        var found: [Verdict] = []
        for place in words.indices {
            guard let sense = sense(words, place) else { continue }
            let isNegated = Negation.stands(before: place, in: words)
            // `no error`, `without errors` are as good as a word of success; that something `did not fail`, too.
            let isGood = sense != isNegated
            guard Assertion.holds(of: place, in: words, isGood: isGood) else { continue }
            found.append(Verdict(outcome: outcome(words, place, isGood: isGood, isNegated: isNegated), place: place))
        }
        return found
    }

    private static func outcome(
        _ words: ArraySlice<ProseSentence.Word>, _ place: Int, isGood: Bool, isNegated: Bool
    ) -> Outcome {
        let before = words[max(words.startIndex, place - 4)..<place].map(\.text)
        let after = words[(place + 1)...].prefix(4).map(\.text)
        let text = words[place].text
        if before.suffix(2) == ["no", "longer"] || before.last == "stopped" { return .workedBefore }
        if before.suffix(2) == ["used", "to"] { return .workedBefore }
        if isGood, text == "worked" || text == "working" || before.contains("was") || before.contains("were"),
            after.contains("until") || after.contains("before") || after.contains("previously")
                || after.contains("yesterday")
                || before.contains("previously") || before.contains("until")
        {
            return .workedBefore
        }
        return isGood ? .works : .fails
    }

    /// Whether a word speaks of success; `nil` for a word of no outcome.
    private static func sense(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool? {
        let text = words[place].text
        let before = place > words.startIndex ? words[place - 1].text : ""
        if phrases.contains(where: { phrase in words[place...].prefix(phrase.count).map(\.text) == phrase }) {
            return true
        }
        if text == "can", ["i", "we"].contains(before),
            words[(place + 1)...].prefix(2).contains(where: { can.contains($0.text) })
        {
            return true
        }
        if mending.contains(text), words[..<place].contains(where: { undoing.contains($0.text) }) { return true }
        if ["cannot", "can't", "cant", "couldn't"].contains(text) { return false }
        // `I get this with ...`.
        if text == "this", ["get", "got", "getting", "receive", "see"].contains(before) { return false }
        switch senses[text] {
        case .good:
            guard text == "work" || text == "works" else { return OutcomeNouns.isOfSetUp(words, place) ? nil : true }
            return OutcomeNouns.isNoun(words, place) ? nil : true
        case .bad: return false
        case .goodBehindBe:
            let isOf = Set(words[max(words.startIndex, place - 3)..<place].map(\.text))
            return isOf.isDisjoint(with: be) || OutcomeNouns.isOfSetUp(words, place) ? nil : true
        case .goodUnderWay:
            if before == "stopped" { return true }
            let window = words[max(words.startIndex, place - 3)..<place].map(\.text)
            guard !Set(window).isDisjoint(with: be), !window.contains("i"), !window.contains("we"),
                !window.contains("i'm"),
                !["on", "with"].contains(words[(place + 1)...].first?.text ?? "")
            else { return nil }
            return true
        case nil:
            return text.hasSuffix("exception") || text.hasSuffix("doesnotmatch") ? false : nil
        }
    }

    private static let be: Set<String> = [
        "is", "are", "was", "were", "be", "been", "it's", "isn't", "aren't", "wasn't", "works", "work", "worked",
        "goes", "runs",
        "went", "started", "keeps", "that's", "everything's", "all", "seems", "looks", "not", "stopped", "returns",
    ]
}
