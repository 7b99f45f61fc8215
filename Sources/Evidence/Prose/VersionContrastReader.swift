/// Reads in which version of a client it worked, and since which it does not.
struct VersionContrastReader {
    private var good: (label: String, sentence: ProseSentence)?
    private var bad: (label: String?, sentence: ProseSentence)?
    private var before: ProseSentence?

    /// The contrast of versions, or of a past that is told without one; `nil` where nothing of the kind stands there.
    static func contrast(in sentences: [ProseSentence]) -> Contrast? {
        var reader = VersionContrastReader()
        for index in sentences.indices {
            reader.read(
                sentences[index], behind: index > 0 ? sentences[index - 1] : nil,
                ahead: sentences[(index + 1)...].prefix(2))
        }
        return reader.contrast
    }

    private var contrast: Contrast? {
        if good != nil || bad != nil {
            guard let sentence = good?.sentence ?? bad?.sentence else { return nil }
            // The same name on both sides says nothing.
            if let label = good?.label, label == bad?.label { return nil }
            return Contrast(
                .version, works: good?.label, fails: bad?.label, evidence: sentence.text, line: sentence.line)
        }
        return before.map { Contrast(.before, works: nil, fails: nil, evidence: $0.text, line: $0.line) }
    }

    // MARK: Sentences

    private static let raising: Set<String> = [
        "upgrade", "upgraded", "upgrading", "upgrades", "updated", "update", "updating", "bumped", "bumping", "bump",
        "migrated",
        "migrating", "migration", "switched",
    ]
    private static let lowering: Set<String> = [
        "downgrade", "downgraded", "downgrading", "pinning", "pinned", "pin", "rollback", "rolling", "rolled", "revert",
        "reverted", "reverting",
    ]
    private static let since: Set<String> = ["after", "since", "following"]
    private static let until: Set<String> = ["until", "till", "before"]

    static func isRaiseOrFall(_ word: String) -> Bool { raising.contains(word) || lowering.contains(word) }

    private mutating func read(_ sentence: ProseSentence, behind: ProseSentence?, ahead: ArraySlice<ProseSentence>) {
        if sentence.part == .lastGood, let version = VersionWord.all(in: sentence.words[...]).first {
            good = good ?? (version.label, sentence)
            return
        }
        if sentence.part == .regression, sentence.words.first.map({ $0.text == "yes" }) ?? false {
            let version = VersionWord.all(in: sentence.words[...]).first
            if let version { good = good ?? (version.label, sentence) } else { bad = bad ?? (nil, sentence) }
            return
        }
        guard Assertion.isStatement(sentence), !Self.isOfMetadata(sentence) else { return }
        let clauses = Clause.all(of: sentence)
        for clause in clauses { read(clause, of: sentence, isAlone: clauses.count == 1) }
        readRaise(sentence, clauses, behind: behind, ahead: ahead)
    }

    /// Versions of instance metadata are no versions of a client.
    private static func isOfMetadata(_ sentence: ProseSentence) -> Bool {
        sentence.words.contains { $0.text.hasPrefix("imds") }
    }

    private mutating func read(_ clause: Clause, of sentence: ProseSentence, isAlone: Bool) {
        let versions = VersionWord.all(in: clause.words)
        let texts = clause.words.map(\.text)
        switch clause.outcome {
        case .works:
            // A raise that went well is none of the past.
            if let version = versions.last, !isState(texts) {
                good = good ?? (version.label, sentence)
            } else if isPrevious(texts) {
                bad = bad ?? (nil, sentence)
            }
        case .workedBefore:
            // `worked up to 1.2 and stopped in 1.3`.
            let end = clause.words.first { ["stopped", "longer"].contains($0.text) }
            let place = end.flatMap { clause.words.firstIndex(of: $0) } ?? clause.words.endIndex
            // `worked until we upgraded to 1.3`: the version is the one that broke it.
            let isRaise = !Self.raising.isDisjoint(with: texts) && !Self.until.isDisjoint(with: texts)
            if let version = versions.first(where: { $0.place < place }), end == nil || texts.contains("worked"),
                !isRaise
            {
                good = good ?? (version.label, sentence)
            }
            if end != nil,
                let version = versions.last(where: { $0.place > place })
                    ?? (texts.contains("worked") ? nil : versions.first)
            {
                bad = bad ?? (version.label, sentence)
            }
            if versions.isEmpty {
                if isPrevious(texts) { bad = bad ?? (nil, sentence) } else { before = before ?? sentence }
            }
        case .fails:
            guard let version = versions.first, Self.raising.isDisjoint(with: texts),
                breaks(texts, clause.words, at: version.place)
            else { return }
            bad = bad ?? (version.label, sentence)
        case nil:
            // `name@0.2.96 regression`, `Regression in 0.2.96`, as titles have it.
            guard let place = clause.words.firstIndex(where: { $0.text == "regression" }),
                let version = versions.last(where: { $0.place < place }) ?? versions.last,
                isNear(version.place, place, texts)
            else { return }
            bad = bad ?? (version.label, sentence)
        }
    }

    /// Whether a version is the one in which a regression is: it stands before the word, or behind `in`, `since`, `with`.
    private func isNear(_ version: Int, _ place: Int, _ texts: [String]) -> Bool {
        abs(version - place) <= 6 && Self.raising.isDisjoint(with: texts) && !texts.contains("no")
            && !texts.contains("not")
    }

    /// `worked in a previous version`, `the old version works`.
    private func isPrevious(_ texts: [String]) -> Bool {
        zip(texts, texts.dropFirst()).contains { first, second in
            ["previous", "older", "earlier", "old", "prior", "last"].contains(first)
                && ["version", "versions", "release", "releases", "build"].contains(second)
        }
    }

    /// Whether a clause tells what is installed, beside what works: `Python 3.8 works` is one, `we are on 1.2 and it works` too.
    private func isState(_ texts: [String]) -> Bool {
        texts.starts(with: ["environment"]) || texts.contains("latest")
    }

    /// Whether a clause of failure blames the version: `since 1.2`, `1.2 breaks it`, `stopped in 1.2`; one that merely names it does not.
    private func breaks(_ texts: [String], _ words: ArraySlice<ProseSentence.Word>, at place: Int) -> Bool {
        let position = place - words.startIndex
        let before = texts[max(0, position - 4)..<position]
        if !Self.since.isDisjoint(with: before) { return true }
        let behind = texts[(position + 1)...]
        let breaking: Set<String> = ["breaks", "broke", "breaking", "introduced", "introduces"]
        if behind.prefix(2).contains(where: breaking.contains) || texts.contains("stopped") { return true }
        // The subject of the clause, with what was put in between: `name@0.2.96 (which the action brings) broke it`.
        guard position <= 2, let verb = behind.prefix(14).firstIndex(where: breaking.contains) else { return false }
        let subject = texts[(position + 1)..<verb]
        return !subject.contains { ["and", "i", "we", "it", "everything", "something", "then"].contains($0) }
    }

    // MARK: Raises

    /// `We upgraded to 1.79. Since then ... fails`, `after the last update`.
    private mutating func readRaise(
        _ sentence: ProseSentence, _ clauses: [Clause], behind: ProseSentence?, ahead: ArraySlice<ProseSentence>
    ) {
        let texts = sentence.words.map(\.text)
        guard let place = texts.firstIndex(where: Self.raising.contains), isDone(texts, place) else { return }
        let fails = clauses.contains { $0.outcome == .fails || $0.outcome == .workedBefore }
        let opening = texts[max(0, place - 4)..<place]
        let isUntil = !Self.until.isDisjoint(with: opening) && clauses.contains { $0.outcome == .workedBefore }
        // `When I upgraded to 1.3, it failed`; without a version it may be anything that was updated.
        let isMoment =
            opening.contains("when") && texts[place].hasSuffix("ed")
            && VersionWord.all(in: sentence.words[...]).contains { $0.place > place }
        let isBefore = !Self.since.isDisjoint(with: opening) || isUntil || isMoment
        let isFollowed = ahead.contains { next in
            let first = next.words.prefix(4).map(\.text)
            return first.contains("since") || first.contains("now") || first.contains("then")
                || first.starts(with: ["after", "that"])
        }
        guard isBefore && fails || isFollowed || isBefore && clauses.allSatisfy({ $0.outcome != .works }) else {
            return
        }
        let versions = VersionWord.all(in: sentence.words[...]).filter { $0.place > place }
        if versions.count > 1, texts[place...].contains("from") {
            good = good ?? (versions[0].label, sentence)
            bad = bad ?? (versions[1].label, sentence)
        } else {
            bad = bad ?? (versions.first?.label, sentence)
        }
    }

    /// Whether a raise was made, and did not help: `updated, still fails` is none.
    private func isDone(_ texts: [String], _ place: Int) -> Bool {
        let before = texts[max(0, place - 3)..<place]
        if ["to", "please", "should", "not", "tried", "can", "try", "will"].contains(where: before.contains) {
            return false
        }
        return !texts.contains("still") && !texts.contains("even")
            && !["keys", "policy", "key", "token", "credentials", "permissions", "config", "code"].contains {
                texts[place...].prefix(4).contains($0)
            }
    }
}
