/// What a sentence says is in place, without saying who did it: `Models are enabled in Bedrock`, `model access: granted`.
enum DoneState {
    /// A thing, and the words by which it is said to be in place.
    private struct Row {
        let kind: Attempt.Kind
        /// One of these stands before the participle, each as words.
        let things: [[String]]
        let participles: Set<String>

        init(_ kind: Attempt.Kind, _ participles: Set<String>, _ things: String...) {
            self.kind = kind
            self.participles = participles
            self.things = things.map { $0.split(separator: " ").map(String.init) }
        }
    }

    private static let rows: [Row] = [
        Row(
            .modelAccess,
            ["enabled", "granted", "activated", "approved", "given", "allowed", "active", "available"],
            "models", "model", "model access", "access to the model", "access to claude", "access to anthropic",
            "claude", "sonnet", "haiku", "opus", "nova", "titan"),
        Row(
            .policy, ["attached", "assigned", "granted", "given"],
            "amazonbedrockfullaccess", "administratoraccess", "the policy", "policies", "permissions", "full access"),
        Row(
            .newKeys, ["regenerated", "rotated", "recreated", "re-created"],
            "keys", "access keys", "api key", "credentials", "key", "the secret"),
        Row(.clock, ["synced", "synchronized", "synchronised", "correct"], "clock", "system time", "ntp"),
    ]

    private static let being: Set<String> = ["is", "are", "was", "were", "been", "already", "all", "fully", "now"]

    /// Words behind which nothing is in place yet, and what a rule or a wish has.
    private static let open: Set<String> = [
        "if", "when", "once", "until", "unless", "whether", "must", "should", "please", "ensure", "make", "sure",
        "check",
        "verify", "only", "after", "assuming", "need", "needs", "expect", "expected", "want", "confirm", "see",
        "would", "could", "can", "before", "because", "supposed",
    ]

    /// The kinds of what is told to be in place, in a sentence that states something.
    static func kinds(in sentence: ProseSentence) -> [Attempt.Kind] {
        guard [.told, .steps].contains(sentence.part), !sentence.isQuestion else { return [] }
        let words = sentence.words[...]
        return rows.filter { row in words.indices.contains { isDone($0, of: row, in: words) } }.map(\.kind)
    }

    private static func isDone(_ place: Int, of row: Row, in words: ArraySlice<ProseSentence.Word>) -> Bool {
        guard row.participles.contains(words[place].text), place > words.startIndex,
            !Negation.stands(before: place, in: words)
        else { return false }
        let before = words[max(words.startIndex, place - 8)..<place]
        guard !before.contains(where: { open.contains($0.text) }) else { return false }
        // `Model access: granted`, `Models are enabled`.
        let last = words[place - 1]
        guard being.contains(last.text) || last.ending == .colon else { return false }
        return row.things.contains { thing in
            before.indices.contains { start in
                zip(thing, before[start...]).allSatisfy { $0 == $1.text } && before[start...].count >= thing.count
            }
        }
    }
}
