/// Reads what a reporter leaves out so that the call gets through: `if I do not enable compression, it succeeds`,
/// `works without the header X`, `was fine until I added the tags`.
enum LeftOut {
    /// The contrast of the call with the thing and the call without it; `nil` where none is told, or the thing is a caller's key, region or
    /// place, which have dimensions of their own.
    static func contrast(in sentences: [ProseSentence]) -> Contrast? {
        for sentence in sentences where Assertion.isStatement(sentence) && !sentence.isQuestion {
            for clause in Clause.all(of: sentence) {
                guard let outcome = clause.outcome, outcome != .fails, let found = thing(clause.words, outcome) else {
                    continue
                }
                return Contrast(
                    .feature, works: nil, fails: found, evidence: sentence.text, line: clause.words.first?.line ?? 0)
            }
        }
        return nil
    }

    // MARK: Forms

    private static func thing(_ words: ArraySlice<ProseSentence.Word>, _ outcome: Outcome) -> String? {
        if outcome == .works {
            for place in Removal.places(in: words) {
                if let name = name(words[place.end...]) { return name }
            }
            for place in words.indices {
                if let end = unused(words[place...]), let name = name(words[end...]) { return name }
            }
        }
        // `were working okay until I added the lines`.
        guard let until = words.firstIndex(where: { ["until", "till", "before"].contains($0.text) }),
            let verb = words[until...].prefix(5).firstIndex(where: { adding.contains($0.text) })
        else { return nil }
        return name(words[(verb + 1)...])
    }

    private static let adding: Set<String> = ["added", "enabled", "set", "introduced", "activated", "passed"]

    private static let using: Set<String> = [
        "enable", "set", "use", "pass", "send", "specify", "include", "add", "provide", "give", "enabling", "setting",
        "using", "passing", "sending", "specifying", "including", "adding",
    ]

    /// Where the name begins behind `do not set`, `don't use`, `not enabling`, `leave` (with `as default` or `nil` behind it).
    private static func unused(_ words: ArraySlice<ProseSentence.Word>) -> Int? {
        guard let first = words.first else { return nil }
        let isNegation = ["not", "don't", "dont", "didn't", "doesn't", "never"].contains(first.text)
        if isNegation, let verb = words.dropFirst().first, using.contains(verb.text) { return words.startIndex + 2 }
        guard ["leave", "leaving", "left", "keep", "keeping"].contains(first.text) else { return nil }
        let rest = words.dropFirst().prefix(10).map(\.text)
        let isUnset = zip(rest, rest.dropFirst()).contains { before, word in
            ["as", "the", "at", "its", "to"].contains(before)
                && ["default", "defaults", "is", "nil", "null"].contains(word)
        }
        return isUnset
            || rest.contains(where: { ["out", "unset", "empty", "blank", "nil", "null", "away"].contains($0) })
            ? words.startIndex + 1 : nil
    }

    // MARK: Names

    private static let determiners: Set<String> = [
        "the", "a", "an", "any", "my", "our", "these", "this", "those", "all", "some", "its", "following", "extra",
        "custom", "additional",
    ]

    private static let ends: Set<String> = [
        "it", "i", "we", "then", "everything", "as", "from", "in", "on", "to", "at", "with", "for", "of", "when", "if",
        "is", "are", "was", "works", "work", "worked", "by", "so", "but", "that", "which", "out", "again", "away",
        "all", "there", "request", "requests", "call", "calls", "operation", "unset", "empty", "blank", "nil",
        "null", "succeeds", "and", "goes", "go", "went", "upload", "uploads", "download", "downloads", "fine", "lines",
        "line", "things", "anything", "code",
    ]

    /// What no request can be signed without, or what another dimension has.
    private static let others = [
        "auth", "sign", "credential", "key", "token", "secret", "error", "problem", "issue", "role", "profile", "vpn",
        "proxy", "permission", "polic", "region", "sdk", "luck", "success", "account", "trouble", "change",
        "restart", "aws4", "iam",
    ]

    /// The words that name a thing at the beginning of a stretch.
    private static func name(_ words: ArraySlice<ProseSentence.Word>) -> String? {
        let rest = words.drop { determiners.contains($0.text) || using.contains($0.text) }
        var found: [ProseSentence.Word] = []
        for word in rest {
            // Two members in a row: `the logType or invocationType`.
            let isJoint = word.text == "or" && !found.isEmpty
            guard found.count < 4, !ends.contains(word.text), !word.written.hasPrefix(StandIn.mark) else { break }
            if isJoint || !determiners.contains(word.text) { found.append(word) }
            if word.ending != .blank { break }
        }
        while found.last?.text == "or" { found.removeLast() }
        guard !found.isEmpty, found.contains(where: { $0.text.utf8.count > 2 && $0.text.contains(where: \.isLetter) }),
            !found.contains(where: { word in others.contains { word.text.contains($0) } }),
            ContrastTerm.all(in: ArraySlice(found)).isEmpty
        else { return nil }
        return found.map(\.written).joined(separator: " ")
    }
}
