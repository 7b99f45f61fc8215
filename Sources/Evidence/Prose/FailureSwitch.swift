/// A setting, or a part of a program, of which a reporter tells that the call fails with it and works without it.
package struct FailureSwitch: Sendable, Hashable {
    /// As the reporter names it: `FEATURE_X`, `--option`, `the MCP server`.
    package let name: String

    /// Whether it is a variable of the environment.
    package let isVariable: Bool
    package let evidence: String
    package let line: Int

    // MARK: Sentences

    /// The first that the sentences tell of.
    static func first(in sentences: [ProseSentence]) -> FailureSwitch? {
        for (place, sentence) in sentences.enumerated() where Assertion.isStatement(sentence) && !sentence.isQuestion {
            let clauses = Clause.all(of: sentence)
            guard let good = clauses.first(where: { $0.outcome == .works && isOff($0.words) }) else { continue }
            // What `it` stands for was named before, with the failure.
            let before = sentences[max(0, place - reach)..<place].reversed()
            let named =
                name(in: good.words) ?? name(in: sentence.words[...])
                ?? before.lazy.compactMap { name(in: $0.words[...]) }.first
            guard let named, fails(sentence, clauses) || before.contains(where: isOn) else { continue }
            return FailureSwitch(
                name: named.name, isVariable: named.isVariable, evidence: sentence.text, line: sentence.line)
        }
        return nil
    }

    /// How many sentences before one its `it` may have been named.
    private static let reach = 3

    private static let pronouns: Set<String> = ["it", "that", "this", "the"]

    private static func isOff(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        Removal.places(in: words).contains { place in
            place.isOfSwitch || place.next.map { pronouns.contains($0.text) || setting($0) != nil } ?? false
        } || words.contains { word in ["=0", "=false", "=off"].contains { word.text.hasSuffix($0) } }
    }

    private static func fails(_ sentence: ProseSentence, _ clauses: [Clause]) -> Bool {
        clauses.contains { $0.outcome == .fails }
    }

    /// Whether a sentence names a setting as one that is in force, or tells of the failure with it.
    private static func isOn(_ sentence: ProseSentence) -> Bool {
        guard name(in: sentence.words[...]) != nil else { return false }
        let texts = sentence.words.map(\.text)
        let isInForce =
            ["enabled", "with", "when", "enable", "on"].contains(where: texts.contains)
            || texts.contains { ["=1", "=true", "=on"].contains(where: $0.hasSuffix) }
            || texts.indices.contains { texts[$0...].starts(with: ["set", "to", "1"]) }
        return isInForce || Clause.all(of: sentence).contains { $0.outcome == .fails }
    }

    // MARK: Names

    private static func name(
        in words: ArraySlice<ProseSentence.Word>
    ) -> (name: String, isVariable: Bool)? {
        if let name = words.lazy.compactMap({ setting($0) }).first { return name }
        for place in words.indices.dropFirst() where parts.contains(words[place].text) {
            let kind = words[place - 1]
            guard kind.ending == .blank, kind.text == "mcp" || !owners.contains(kind.text), kind.text.utf8.count > 2,
                kind.text.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }),
                words[place].text != "server" && words[place].text != "servers" || kind.text == "mcp"
            else { continue }
            return ("the \(kind.written) \(words[place].written)", false)
        }
        return nil
    }

    private static let parts: Set<String> = [
        "server", "servers", "tool", "tools", "plugin", "option", "flag", "setting", "feature", "hook",
    ]

    /// Words before such a noun that name nothing.
    private static let owners: Set<String> = [
        "the", "a", "an", "this", "that", "my", "our", "your", "any", "another", "other", "same", "new", "these",
        "all", "some", "which", "with", "of", "no", "each", "one",
    ]

    /// A variable or an option that says nothing of who calls, where, or which model.
    private static func setting(_ word: ProseSentence.Word) -> (name: String, isVariable: Bool)? {
        let written = word.written
        if written.hasPrefix("--"), written.utf8.count > 4 {
            let option = written.prefix { $0 != "=" }
            return isOfCaller(option.uppercased()) || option.uppercased().hasSuffix("-DEBUG")
                ? nil : (String(option), false)
        }
        let name = written.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
        guard VariableMention.isName(name), name.endIndex == written.endIndex || written[name.endIndex] == "=",
            !isOfCaller(name)
        else { return nil }
        return (String(name), true)
    }

    private static func isOfCaller(_ name: some StringProtocol) -> Bool {
        name.hasPrefix("AWS_") || name.hasSuffix("_USE_BEDROCK")
            || [
                "KEY", "TOKEN", "SECRET", "PROXY", "MODEL", "REGION", "PROFILE", "URL", "CREDENTIAL", "ENDPOINT", "CA_",
                "CERT",
            ]
            .contains(where: name.contains)
    }
}
