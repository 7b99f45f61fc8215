import Catalog

/// Reads from a reporter's sentences where and how the call is made.
enum CircumstanceReader {
    /// What is told, each kind once.
    static func circumstances(in sentences: [ProseSentence]) -> [Circumstance] {
        var found: [Circumstance] = []
        for sentence in sentences where Assertion.isStatement(sentence) && !sentence.isQuestion {
            for kind in Circumstance.Kind.allCases where !found.contains(where: { $0.kind == kind }) {
                let stands =
                    switch kind {
                    case .regionsRestricted: isRestriction(sentence.words[...])
                    case .behindProxy: isBehindProxy(sentence.words[...])
                    case .worksAllTheSame: worksAllTheSame(sentence)
                    case .needsRestart: needsRestart(sentence.words[...])
                    }
                if stands { found.append(Circumstance(kind: kind, evidence: sentence.text, line: sentence.line)) }
            }
        }
        return found
    }

    // MARK: Regions

    private static let restricting = ["restrict", "block", "den", "limit", "disallow", "forbid", "prohibit"]
    private static let organization: Set<String> = ["scp", "scps", "tower", "organization", "organisation"]

    private static func isRestriction(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        let places = words.indices.filter { place in
            let text = words[place].text
            return restricting.contains(where: text.hasPrefix) && text != "denominator"
                && !Negation.stands(before: place, in: words)
        }
        guard let place = places.first else { return false }
        let isOrganization = words.contains { organization.contains($0.text) }
        // `restrict access to regions other than`, `block us-east-2`, `us-east-2 is blocked by`.
        let behind = words[(place + 1)...].prefix(5)
        let before = words[..<place].suffix(4)
        if behind.contains(where: isRegion) { return isOrganization || isDoing(words[place].text) }
        return before.contains(where: isRegion) && (isOrganization || behind.first?.text == "by")
    }

    private static func isRegion(_ word: ProseSentence.Word) -> Bool {
        ["region", "regions"].contains(word.text) || RegionCatalog.looksLikeRegion(word.text)
    }

    /// Whether somebody restricts, and is not refused: `we block us-east-2`, `access denied in us-east-2`.
    private static func isDoing(_ word: String) -> Bool {
        word.hasPrefix("restrict") || word.hasPrefix("limit")
            || ["block", "blocks", "blocking", "deny", "denies", "denying", "disallow", "disallows"].contains(word)
    }

    // MARK: Proxies

    private static func isBehindProxy(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.indices.contains { place in
            guard ["behind", "corporate", "company", "through"].contains(words[place].text),
                !Negation.stands(before: place, in: words)
            else { return false }
            return words[(place + 1)...].prefix(3).contains { ["proxy", "proxies"].contains($0.text) }
        }
    }

    // MARK: Restarts

    private static let starting: Set<String> = [
        "restart", "restarting", "restarted", "relaunch", "relaunching", "reopen", "exit", "quit", "kill", "reboot",
    ]
    private static let needing: Set<String> = [
        "until", "unless", "only", "have", "has", "had", "having", "need", "needs", "needed", "must", "requires",
        "require", "required", "causes", "forces", "forced", "without",
    ]

    /// `fails until I restart it`, `I have to exit it and start again`; and not what somebody is told to do.
    private static func needsRestart(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        guard !words.contains(where: { ["you", "please", "your"].contains($0.text) }) else { return false }
        return words.indices.contains { place in
            guard starting.contains(words[place].text), !Negation.stands(before: place, in: words) else { return false }
            return words[..<place].suffix(6).contains { needing.contains($0.text) }
        }
    }

    // MARK: Half a failure

    private static let all: Set<String> = [
        "everything", "overall", "otherwise", "rest", "anyway", "nevertheless", "still",
    ]

    /// Whether a sentence says that the program does what it is asked for, and names nothing in which that call differs.
    private static func worksAllTheSame(_ sentence: ProseSentence) -> Bool {
        let clauses = Clause.all(of: sentence)
        guard clauses.allSatisfy({ ContrastTerm.all(in: $0.words).isEmpty && VersionWord.all(in: $0.words).isEmpty })
        else { return false }
        return clauses.contains { clause in
            clause.outcome == .works && clause.words.contains { all.contains($0.text) }
        }
    }
}
