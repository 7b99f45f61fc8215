/// What the reporter says of the failure in sentences: what works, what was done about it.
package struct ReporterWords: Sendable, Hashable {
    package let contrasts: [Contrast]

    /// Where it stands that the same keys, user or role were used for what works.
    package let sameKeys: Mention?

    /// Words of a reporter, and where they stand.
    package struct Mention: Sendable, Hashable {
        package let evidence: String
        package let line: Int
    }

    /// What was tried already.
    package let attempts: [Attempt]

    /// What the reporter says of where and how the call is made.
    package let circumstances: [Circumstance]

    /// What switches the failure on and off.
    package let failureSwitch: FailureSwitch?

    /// The models and regions that work, and those that fail.
    package let names: ToldNames

    /// The words of clauses about another client, which gets through: a program named there is not the failing one.
    package let wordsOfOthers: [ProseSentence.Word]

    /// The variables that the paste shows with a value, or with none.
    package let variables: [VariableMention]

    package init(_ excerpt: InputExcerpt) {
        self.init(
            ProseReader.sentences(of: excerpt), VariableMention.all(in: excerpt.numbered),
            CharacterContrast.contrast(in: excerpt.numbered.map { ($0.number, $0.bytes.text) }))
    }

    /// Reads a text that was cut out of another.
    package init(text: String) {
        let lines = InputLines(Array(text.utf8))
        self.init(
            ProseReader.sentences(of: Array(lines)), VariableMention.all(in: lines),
            CharacterContrast.contrast(in: lines.map { ($0.number, $0.bytes.text) }))
    }

    private init(_ sentences: [ProseSentence], _ variables: [VariableMention], _ characters: Contrast?) {
        self.variables = variables
        attempts = AttemptReader.attempts(in: sentences)
        circumstances = CircumstanceReader.circumstances(in: sentences)
        failureSwitch = FailureSwitch.first(in: sentences)
        var contrasts = ContrastReader.contrasts(in: sentences)
        if let characters {
            contrasts.removeAll { $0.dimension == .characters }
            contrasts.insert(characters, at: 0)
        }
        // Of objects a key is the name.
        if characters != nil || Self.namesObjectKeys(sentences) { contrasts.removeAll { $0.works == "another key" } }
        self.contrasts = contrasts
        let others = ContrastReader.clausesOfOthers(in: sentences, contrasts)
        names = ToldNames(sentences, besides: others)
        wordsOfOthers = others.flatMap(\.self)
        sameKeys = Self.sameKeys(in: sentences)
    }

    /// Whether a key in these sentences is the name of an object: `the object key`, `when the key contains`.
    private static func namesObjectKeys(_ sentences: [ProseSentence]) -> Bool {
        sentences.contains { sentence in
            let texts = sentence.words.map(\.text)
            return zip(texts, texts.dropFirst()).contains { first, second in
                ["key", "keys"].contains(second) && ["object", "s3", "file"].contains(first)
                    || ["key", "keys"].contains(first)
                        && ["contains", "contain", "containing", "prefix", "includes"].contains(second)
            }
        }
    }

    private static let same: Set<String> = ["same", "identical", "these", "those", "exact"]
    private static let keys: Set<String> = [
        "key", "keys", "credential", "credentials", "creds", "profile", "token", "secret", "ak/sk", "role", "user",
        "account",
        "aksk", "identity",
    ]

    private static func sameKeys(in sentences: [ProseSentence]) -> Mention? {
        for sentence in sentences where Assertion.isStatement(sentence) {
            let words = sentence.words
            for (place, word) in words.enumerated() where same.contains(word.text) {
                guard words[(place + 1)...].prefix(4).contains(where: { keys.contains($0.text) }) else { continue }
                return Mention(evidence: sentence.text, line: sentence.line)
            }
        }
        return nil
    }
}
