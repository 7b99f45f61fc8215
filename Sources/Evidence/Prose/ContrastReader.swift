/// Reads from a reporter's sentences what works beside what fails.
enum ContrastReader {
    /// A clause with its sentence and what it names.
    private struct Told {
        let outcome: Outcome
        let terms: [ContrastTerm]
        let words: ArraySlice<ProseSentence.Word>
        let sentence: Int
        let text: String
        let line: Int
    }

    /// The contrasts, those of which both sides are told first.
    static func contrasts(in sentences: [ProseSentence]) -> [Contrast] {
        let told = sentences.enumerated().flatMap { index, sentence in
            Assertion.isStatement(sentence) ? Self.told(sentence, index) : []
        }
        var found: [Contrast] = []
        for works in told where works.outcome == .works {
            // Of the sentence itself, then of the next one, then of the one before.
            let partners = [0, 1, -1].flatMap { apart in
                told.filter { $0.outcome == .fails && $0.sentence == works.sentence + apart }
            }
            let pairs = self.pairs(works, partners)
            found += pairs.isEmpty ? alone(works, told) : pairs
        }
        for fails in told where fails.outcome == .fails { found += failing(fails, told, beside: found) }
        if let version = VersionContrastReader.contrast(in: sentences) { found.append(version) }
        if let feature = LeftOut.contrast(in: sentences) { found.append(feature) }
        return unique(found).map { named($0, told) }
    }

    /// With the program that fails, where another sentence names it: `Claude Code gets a 403 ... The CLI works`.
    private static func named(_ contrast: Contrast, _ told: [Told]) -> Contrast {
        guard contrast.dimension == .client, contrast.fails == nil, let works = contrast.works else { return contrast }
        let worksLabels = Set(told.filter { $0.outcome == .works }.flatMap(\.terms).map(\.label))
        let other = told.lazy.filter { $0.outcome == .fails }.flatMap(\.terms)
            .first { $0.dimension == .client && $0.label != works && !worksLabels.contains($0.label) }
        guard let other else { return contrast }
        return Contrast(
            .client, works: works, fails: other.label, evidence: contrast.evidence, line: contrast.line)
    }

    /// The clauses of success that tell of another client than the one which fails.
    static func clausesOfOthers(
        in sentences: [ProseSentence], _ contrasts: [Contrast]
    ) -> [ArraySlice<ProseSentence.Word>] {
        guard let works = contrasts.first(where: { $0.dimension == .client })?.works else { return [] }
        return sentences.filter(Assertion.isStatement).flatMap { told($0, 0) }.filter { clause in
            clause.outcome == .works && clause.terms.contains { $0.dimension == .client }
                && !clause.terms.contains { $0.label == contrasts.first { $0.dimension == .client }?.fails }
                && (clause.terms.contains { $0.label == works } || clause.terms.first?.dimension == .client)
        }.map(\.words)
    }

    private static func told(_ sentence: ProseSentence, _ index: Int) -> [Told] {
        Clause.all(of: sentence).compactMap { clause in
            guard let outcome = clause.outcome, let line = clause.words.first?.line else { return nil }
            let isOfOthers = outcome == .works && Self.isOfOtherCalls(clause.words)
            let terms = ContrastTerm.all(in: clause.words).filter {
                !isOfOthers || ![.client, .console].contains($0.dimension)
            }
            return Told(
                outcome: outcome, terms: terms, words: clause.words, sentence: index,
                text: ProseSentence.text(clause.words), line: line)
        }
    }

    /// What a program does beside the call that fails.
    private static let otherCalls: Set<String> = [
        "cases", "commands", "things", "purposes", "tasks", "operations", "services", "apis", "stuff", "actions",
        "calls",
    ]

    /// Whether a program is said to do well in something else than this call: `the CLI works for all other use cases`, `for everything else`.
    private static func isOfOtherCalls(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.indices.contains { place in
            let text = words[place].text
            guard words[max(words.startIndex, place - 2)..<place].contains(where: { $0.text == "for" }) else {
                return false
            }
            let ahead = words[(place + 1)...].prefix(3).map(\.text)
            if ["everything", "anything"].contains(text) { return ahead.first == "else" }
            return text == "other" && ahead.contains(where: otherCalls.contains)
        }
    }

    // MARK: Pairs

    /// What differs between a clause of success and one of failure beside it.
    private static func pairs(_ works: Told, _ partners: [Told]) -> [Contrast] {
        for partner in partners {
            let pairs = works.terms.compactMap { good -> Contrast? in
                guard good.side != .special,
                    let bad = partner.terms.first(where: {
                        $0.dimension == good.dimension && $0.label != good.label && $0.side != .plain
                    }),
                    !partner.terms.contains(where: { $0.label == good.label }),
                    !works.terms.contains(where: { $0.label == bad.label })
                else { return nil }
                return Contrast(
                    good.dimension, works: good.label, fails: bad.label, evidence: evidence(works, partner),
                    line: works.line)
            }
            if !pairs.isEmpty { return pairs }
        }
        return []
    }

    private static func evidence(_ works: Told, _ fails: Told) -> String {
        works.sentence == fails.sentence && works.line <= fails.line ? works.text + " ... " + fails.text : works.text
    }

    // MARK: One side

    /// What is told of success alone, where no clause of failure names the same.
    private static func alone(_ works: Told, _ all: [Told]) -> [Contrast] {
        works.terms.compactMap { term in
            let isRefuted =
                term.dimension != .chance
                && all.contains { other in
                    other.outcome == .fails && other.terms.contains { $0.label == term.label }
                }
            guard !isRefuted, standsAlone(term) else { return nil }
            return Contrast(term.dimension, works: term.label, fails: nil, evidence: works.text, line: works.line)
        }
    }

    private static func standsAlone(_ term: ContrastTerm) -> Bool {
        switch term.dimension {
        case .client, .console, .service, .region, .model, .operation: term.side != .special
        case .method, .place, .project, .network, .size, .characters, .time, .streaming, .credentials:
            term.side == .plain
        case .chance: true
        case .version, .before, .part, .feature: false
        }
    }

    /// What is told of failure alone, in a way that means that the rest goes well.
    private static func failing(_ fails: Told, _ all: [Told], beside found: [Contrast]) -> [Contrast] {
        fails.terms.compactMap { term in
            guard term.side == .special,
                [.size, .characters, .method].contains(term.dimension) || restricts(fails, term),
                ![.place, .project, .streaming].contains(term.dimension) || restricts(fails, term),
                !found.contains(where: { $0.dimension == term.dimension }),
                !all.contains(where: { $0.outcome == .works && $0.terms.contains { $0.label == term.label } })
            else { return nil }
            return Contrast(term.dimension, works: nil, fails: term.label, evidence: fails.text, line: fails.line)
        }
    }

    private static let restricting: Set<String> = ["only", "whenever", "once", "solely", "just", "specifically"]

    private static func restricts(_ fails: Told, _ term: ContrastTerm) -> Bool {
        let words = fails.text.lowercased().split(separator: " ").map(String.init)
        return term.dimension == .time || !restricting.isDisjoint(with: words)
    }

    /// Each dimension once: where both sides are told before where one is.
    private static func unique(_ found: [Contrast]) -> [Contrast] {
        let ranked = found.enumerated().sorted { one, other in
            func rank(_ contrast: Contrast) -> Int { contrast.works != nil && contrast.fails != nil ? 0 : 1 }
            return (rank(one.element), one.offset) < (rank(other.element), other.offset)
        }
        var seen: Set<Contrast.Dimension> = []
        return ranked.map(\.element).filter { seen.insert($0.dimension).inserted }
    }
}
