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
        "accepted": .goodBehindBe, "answered": .goodBehindBe, "passes": .good, "passed": .good,
        "fail": .bad, "fails": .bad, "failed": .bad, "failing": .bad, "failure": .bad, "failures": .bad,
        "broken": .bad, "breaks": .bad, "broke": .bad, "breaking": .bad, "error": .bad, "errors": .bad,
        "refused": .bad, "rejected": .bad, "denied": .bad, "throws": .bad, "crashes": .bad, "hangs": .bad,
        "403": .bad, "401": .bad, "400": .bad, "500": .bad, "404": .bad, "unsuccessful": .bad, "bad": .bad, "ko": .bad,
        "nok": .bad,
        "erroring": .bad, "issue": .bad, "issues": .bad, "problem": .bad, "problems": .bad, "interruption": .bad,
        "signaturedoesnotmatch": .bad,
        "invalidsignatureexception": .bad, "accessdenied": .bad, "accessdeniedexception": .bad, "unable": .bad,
        "200": .good, "timeout": .bad, "timeouts": .bad, "mismatch": .bad,
    ]

    /// Phrases of more than one word, each of which is good unless it is negated.
    private static let phrases: [[String]] = [
        ["able", "to"], ["goes", "through"], ["go", "through"], ["went", "through"], ["no", "longer", "fails"],
        ["does", "the", "trick"], ["returns", "the", "appropriate"], ["returns", "the", "correct"],
        ["returns", "the", "expected"], ["get", "a", "response"], ["gets", "a", "response"], ["responds", "correctly"],
        ["manages", "to"], ["right", "response"], ["correct", "response"], ["right", "answer"], ["proper", "response"],
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
        "setting", "reinstalling", "installing", "renaming", "renamed",
    ]

    private static let mending: Set<String> = [
        "fixes", "fixed", "resolves", "resolved", "solves", "solved", "helps", "helped", "mends", "cures", "restores",
        "restored", "recovers", "unbreaks",
    ]

    /// What becomes of an error, or not: `this error does not occur in us-west-2`.
    private static let occurring: Set<String> = [
        "occur", "occurs", "happen", "happens", "appear", "appears", "arise", "exist", "show", "come", "persist",
        "reproduce",
    ]
    private static let nouns: Set<String> = [
        "error", "errors", "issue", "issues", "problem", "problems", "failure", "exception",
    ]

    /// Whether a word is one for what went wrong, as in `without errors`.
    static func isTrouble(_ word: String) -> Bool { nouns.contains(word) }

    /// Whether what stands behind a word for an error says that there is none.
    private static func isAbsent(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        guard nouns.contains(words[place].text) else { return false }
        let behind = words[(place + 1)...].prefix(6)
        return behind.indices.contains {
            occurring.contains(words[$0].text) && Negation.stands(before: $0, in: words[(place + 1)...])
        }
    }

    /// How people mistype `working` and `works`.
    private static let misspelt: [String: String] = [
        "woking": "working", "wroking": "working", "wokring": "working", "workign": "working", "worikng": "working",
        "workin": "working", "workng": "working", "wrking": "working", "workking": "working", "woriking": "working",
        "wroks": "works", "wokrs": "works", "woks": "works", "workes": "works", "wrks": "works", "worsk": "works",
        "wroked": "worked", "wokred": "worked", "woked": "worked", "workd": "worked", "wrok": "work", "wokr": "work",
    ]

    /// The words of outcome in a clause, in their order.
    static func verdicts(_ words: ArraySlice<ProseSentence.Word>) -> [Verdict] {
        var found: [Verdict] = []
        for place in words.indices {
            guard let sense = sense(words, place) else { continue }
            let isNegated = Negation.stands(before: place, in: words)
            // `no error`, `without errors` are as good as a word of success; that something `did not fail`, too.
            let isGood = (sense != isNegated) || isAbsent(words, place)
            guard Assertion.holds(of: place, in: words, isGood: isGood) else { continue }
            found.append(Verdict(outcome: outcome(words, place, isGood: isGood, isNegated: isNegated), place: place))
        }
        return found
    }

    /// What ends the time in which something worked: `was working until yesterday`.
    private static let past: Set<String> = [
        "until", "till", "before", "previously", "yesterday", "earlier", "recently", "ago",
    ]

    private static func outcome(
        _ words: ArraySlice<ProseSentence.Word>, _ place: Int, isGood: Bool, isNegated: Bool
    ) -> Outcome {
        let before = words[max(words.startIndex, place - 4)..<place].map(\.text)
        let after = words[(place + 1)...].prefix(4).map(\.text)
        let text = misspelt[words[place].text] ?? words[place].text
        if before.suffix(2) == ["no", "longer"] || before.last == "stopped" { return .workedBefore }
        if before.suffix(2) == ["used", "to"] { return .workedBefore }
        let isPast = text == "worked" || !Set(["was", "were", "been"]).isDisjoint(with: before)
        if isGood, isPast || text == "working",
            !past.isDisjoint(with: after) || before.contains("previously") || before.contains("until")
                || isPast && words[(place + 1)...].prefix(7).contains(where: { $0.text == "ago" })
        {
            return .workedBefore
        }
        return isGood ? .works : .fails
    }

    /// Whether a clause says with nothing but a pronoun or a word for an error what happens in one case only.
    private static func isOfFailure(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        guard let first = words.first?.text, place - words.startIndex <= 3 else { return false }
        let isSubject = ["this", "it", "that"].contains(first) || words[..<place].contains { nouns.contains($0.text) }
        let isAlone = words[..<place].last?.text == "only" || words[(place + 1)...].first?.text == "only"
        return isSubject && isAlone
    }

    /// Whether a word speaks of success; `nil` for a word of no outcome.
    private static func sense(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool? {
        let text = misspelt[words[place].text] ?? words[place].text
        let before = place > words.startIndex ? words[place - 1].text : ""
        // `This only happens with`, `it occurs only when`: what, was told before.
        if occurring.contains(text), isOfFailure(words, place) { return false }
        if phrases.contains(where: { phrase in words[place...].prefix(phrase.count).map(\.text) == phrase }) {
            // `goes through the SDK` names a way, and no success.
            let isWay =
                words.count > place + 2 - words.startIndex && words[place + 1].text == "through"
                && words[place + 1].ending == .blank && articles.contains(words[place + 2].text)
            return isWay ? nil : true
        }
        if isAnswer(words, place) { return true }
        if text == "can", ["i", "we"].contains(before),
            words[(place + 1)...].prefix(2).contains(where: { can.contains($0.text) })
        {
            return true
        }
        if mending.contains(text), words[..<place].contains(where: { undoing.contains($0.text) }) || isBy(words, place)
        {
            return true
        }
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
            // `is answered with 403`, `is answered by an error page`.
            if text == "answered",
                words[(place + 1)...].prefix(4).contains(where: { senses[$0.text] == .bad || nouns.contains($0.text) })
            {
                return nil
            }
            return isOf.isDisjoint(with: be) || OutcomeNouns.isOfSetUp(words, place) ? nil : true
        case .goodUnderWay:
            if before == "stopped" { return true }
            // `Working paths:`, above a list of them.
            if place == words.startIndex, OutcomeNouns.isHeadOfList(words) { return true }
            // `permission denied in X but working with Y`, as titles have it.
            if place == words.startIndex + 1, ["but", "while", "yet", "though", "although"].contains(before),
                ways.contains(words[(place + 1)...].first?.text ?? "")
            {
                return true
            }
            // `is enabled and working`: the verb may stand further off than the person who works.
            let wide = words[max(words.startIndex, place - 5)..<place].map(\.text)
            let window = wide.suffix(3)
            guard !be.isDisjoint(with: wide), persons.isDisjoint(with: window) else { return nil }
            switch words[(place + 1)...].first?.text {
            case "on"?: return nil
            case "with"?: return things.isDisjoint(with: wide) ? nil : true
            default: return true
            }
        case nil:
            return text.hasSuffix("exception") || text.hasSuffix("doesnotmatch") ? false : nil
        }
    }

    private static let giving: Set<String> = [
        "produces", "gives", "yields", "returns", "produced", "gave", "returned", "gets", "get", "got",
    ]
    private static let rightful: Set<String> = [
        "clear", "valid", "proper", "normal", "good", "successful", "real", "full", "complete", "sensible", "clean",
    ]
    private static let answers: Set<String> = ["response", "answer", "reply", "result", "completion", "responses"]

    /// `produces a clear response`, `got proper answers`.
    private static func isAnswer(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        guard giving.contains(words[place].text) else { return false }
        let behind = words[(place + 1)...].prefix(4).map(\.text)
        guard let noun = behind.firstIndex(where: answers.contains) else { return false }
        return behind[..<noun].contains(where: rightful.contains)
    }

    /// `fixed it by setting`, `solved with`: what is named behind it is what mended the failure.
    private static func isBy(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        let behind = words[(place + 1)...].prefix(4).map(\.text)
        guard let way = behind.firstIndex(where: { $0 == "by" || $0 == "with" }) else { return false }
        return behind[..<way].allSatisfy { ["it", "this", "that", "the"].contains($0) || nouns.contains($0) }
    }

    private static let articles: Set<String> = [
        "the", "a", "an", "its", "our", "my", "their", "this", "that", "aws", "litellm", "bedrock", "boto3", "another",
    ]

    private static let persons: Set<String> = ["i", "we", "i'm", "we're"]
    private static let things: Set<String> = ["it", "it's", "this", "everything", "same", "still", "that", "which"]

    private static let ways: Set<String> = [
        "with", "in", "on", "via", "through", "using", "from", "fine", "when", "as", "for", "inside", "outside",
        "under",
    ]

    private static let be: Set<String> = [
        "is", "are", "was", "were", "be", "been", "it's", "isn't", "aren't", "wasn't", "works", "work", "worked",
        "goes", "runs", "keep", "kept", "continue", "continues",
        "went", "started", "keeps", "that's", "everything's", "all", "seems", "looks", "not", "stopped", "returns",
    ]
}
