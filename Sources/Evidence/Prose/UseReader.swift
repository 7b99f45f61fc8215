/// Reads what a report says of the use of a thing.
package enum UseReader {
    /// What is said of a thing, one for each time that it is named and something is said of it.
    ///
    /// - Parameters:
    ///   - names: Each as words in small letters; `*` at the end of a word stands for any ending, at its beginning for any beginning.
    ///   - text: A report, with what was pasted.
    package static func uses(of names: String..., in text: String) -> [Use] {
        let spellings = names.map { $0.split(separator: " ").map(String.init) }
        let sentences = sentences(in: text)
        var uses: [Use] = []
        for (place, sentence) in sentences.enumerated() where Assertion.isStatement(sentence) {
            let before = place > 0 && !mentions(of: spellings, in: sentences[place - 1].words[...]).isEmpty
            let named = mentions(of: spellings, in: sentence.words[...])
            guard !named.isEmpty || before else { continue }
            if isPassedBy(sentence.words[...], named, isNamedBefore: before) {
                uses.append(.passedBy)
                continue
            }
            for clause in Clause.all(of: sentence).map(\.words) {
                uses += mentions(of: spellings, in: clause).compactMap { use(of: $0, in: clause, sentence) }
            }
        }
        return uses
    }

    // MARK: Sentences

    /// A line that was wrapped is hardly shorter than this many bytes.
    private static let wrapped = 60

    /// All sentences, those of programs among them: what a program says of its own setting counts as well.
    private static func sentences(in text: String) -> [ProseSentence] {
        var paragraphs: [[(line: Int, text: String)]] = []
        var isOpen = false
        for line in ReportLine.all(in: text) where line.form != .blank && !line.text.isEmpty {
            let isWords = line.form == .words || line.form == .fenced
            if isOpen, isWords {
                paragraphs[paragraphs.count - 1].append((line.number, line.text))
            } else {
                paragraphs.append([(line.number, line.text)])
            }
            isOpen = line.text.utf8.count >= wrapped
        }
        return paragraphs.flatMap { SentenceSplit.sentences(of: $0, part: .told) }
    }

    private static func mentions(
        of names: [[String]], in words: ArraySlice<ProseSentence.Word>
    ) -> [Range<Int>] {
        words.indices.compactMap { place in
            let name = names.first { name in
                words.endIndex - place >= name.count && zip(name, words[place...]).allSatisfy { fits($0, $1.text) }
            }
            return name.map { place..<(place + $0.count) }
        }
    }

    private static func fits(_ wanted: String, _ word: String) -> Bool {
        let bare = wanted.filter { $0 != "*" }
        switch (wanted.hasPrefix("*"), wanted.hasSuffix("*")) {
        case (true, true): return word.contains(bare)
        case (true, false): return word.hasSuffix(bare)
        case (false, true): return word.hasPrefix(bare)
        case (false, false): return word == wanted
        }
    }

    // MARK: Used or absent

    private static let reach = 5

    /// Words of having, before the name.
    private static let having: Set<String> = [
        "use", "uses", "using", "used", "with", "have", "has", "set", "gave", "pasted", "created", "generated", "added",
        "my", "just", "only", "our", "via", "provided", "configured", "entered", "the", "made", "exported", "through",
    ]

    /// Words behind which a name is one of several ways, or of a wish.
    private static let doubting: Set<String> = [
        "either", "or", "provide", "instead", "than", "invalid", "support", "supports",
    ]

    /// What ends the use of a thing.
    private static let ending = Removal.ended.union(["lack", "lacks", "lacking"])
    private static let missing: Set<String> = ["unset", "empty", "missing", "absent", "blank", "undefined"]
    private static let present: Set<String> = [
        "set", "configured", "used", "there", "present", "defined", "exported", "involved", "needed", "given",
    ]

    private static func use(
        of name: Range<Int>, in words: ArraySlice<ProseSentence.Word>, _ sentence: ProseSentence
    ) -> Use? {
        guard !sentence.isQuestion else { return nil }
        let near = max(words.startIndex, name.lowerBound - reach)..<name.lowerBound
        let before = words[near].map(\.text)
        if Negation.stands(before: name.lowerBound, in: words) || before.suffix(3).contains(where: ending.contains)
            || isMissing(behind: name.upperBound, in: words)
        {
            return .absent
        }
        guard let held = near.first(where: { having.contains(words[$0].text) }),
            !before.contains(where: doubting.contains),
            [held, name.lowerBound].allSatisfy({ Assertion.holds(of: $0, in: words, isGood: true) })
        else { return nil }
        return .used
    }

    /// `is not set`, `is empty`.
    private static func isMissing(behind end: Int, in words: ArraySlice<ProseSentence.Word>) -> Bool {
        let behind = words[end...].prefix(4)
        return behind.indices.contains { place in
            missing.contains(words[place].text)
                || present.contains(words[place].text) && Negation.stands(before: place, in: words[end...])
        }
    }

    // MARK: Passed by

    private static let ignoring: Set<String> = [
        "ignore", "ignores", "ignoring", "ignored", "bypass", "bypasses", "bypassing", "bypassed", "skip", "skips",
        "disregards", "disregarded", "neglects",
    ]
    private static let taking: Set<String> = [
        "honor", "honors", "honoring", "honored", "honour", "honours", "honouring", "honoured", "respect", "respects",
        "respecting", "respected", "use", "uses", "using", "used", "read", "reads", "reading", "support", "supports",
        "supported", "pick", "picks", "picking", "picked", "take", "takes", "taken", "follow", "follows", "know",
        "knows", "see", "sees", "apply", "applies", "applied", "recognize", "recognizes", "consult", "consults",
        "inherit", "inherits",
    ]
    private static let offering: Set<String> = ["know", "knows", "support", "supports", "take", "takes", "offers"]
    private static let persons: Set<String> = ["i", "we", "you", "i'm", "we're"]
    private static let auxiliaries: Set<String> = [
        "do", "does", "did", "not", "never", "am", "are", "is", "have", "had", "can", "cannot", "could", "don't",
        "didn't", "can't", "couldn't", "haven't", "aren't", "also",
    ]
    private static let pronouns: Set<String> = ["it", "them", "this", "that", "these", "one"]

    /// Whether a program leaves the thing aside that the sentence, or the one before it, names.
    private static func isPassedBy(
        _ words: ArraySlice<ProseSentence.Word>, _ named: [Range<Int>], isNamedBefore: Bool
    ) -> Bool {
        words.indices.contains { place in
            let text = words[place].text
            let isNegated = Negation.stands(before: place, in: words)
            let isNone = Self.isNone(named, around: place, in: words)
            let isObject = named.contains { Self.isObject($0, of: place, text) }
            if text == "support" || text == "supports", isObject, isNegated || isNone { return true }
            guard
                ignoring.contains(text) && !isNegated || taking.contains(text) && isNegated
                    || offering.contains(text) && isNone,
                !isDoneByPerson(place, in: words)
            else { return false }
            let isNamed = isNamedBefore || named.contains { $0.lowerBound < place }
            return isObject || isNamed && words[(place + 1)...].prefix(3).contains { pronouns.contains($0.text) }
        }
    }

    /// Whether a thing is what a verb is done to: behind it, or before a participle, or before the noun `support`.
    private static func isObject(_ name: Range<Int>, of place: Int, _ verb: String) -> Bool {
        if name.lowerBound > place { return name.lowerBound - place <= reach + 1 }
        if verb == "support" { return name.upperBound == place }
        return place - name.upperBound <= reach && (verb.hasSuffix("ed") || verb == "taken")
    }

    /// Whether a name near a word is one of nothing: `knows no proxy`, `no proxy support`.
    private static func isNone(
        _ named: [Range<Int>], around place: Int, in words: ArraySlice<ProseSentence.Word>
    ) -> Bool {
        named.contains { name in
            abs(name.lowerBound - place) <= 3 && name.lowerBound > words.startIndex
                && ["no", "without"].contains(words[name.lowerBound - 1].text)
        }
    }

    private static func isDoneByPerson(_ place: Int, in words: ArraySlice<ProseSentence.Word>) -> Bool {
        let subject = words[..<place].last { !auxiliaries.contains($0.text) }
        return subject.map { persons.contains($0.text) } ?? false
    }
}
