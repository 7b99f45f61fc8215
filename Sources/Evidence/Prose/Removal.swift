/// Words by which people say that a thing is taken away, switched off or left out.
enum Removal {
    /// What ends the having of a thing, in the forms of what has happened or goes on.
    static let ended: Set<String> = [
        "unset", "unsetting", "removed", "removing", "cleared", "clearing", "deleted", "deleting", "dropped",
        "dropping", "disabled", "disabling",
    ]

    /// The same before it is done: `if I remove it`.
    private static let verbs = ended.union(["remove", "removes", "delete", "drop", "drops", "disable", "disables"])

    private static let phrases: [[String]] = [
        ["turn", "it", "off"], ["turning", "it", "off"], ["turned", "off"], ["turning", "off"], ["switched", "off"],
        ["switching", "off"], ["set", "to", "0"], ["set", "to", "false"], ["not", "set"], ["leave", "out"],
        ["leaving", "out"], ["left", "out"], ["leave", "it", "out"],
    ]

    /// Words that say nothing without what they take away.
    private static let transitive = ["without", "remov", "delet", "drop", "clear", "leav", "left"]

    /// Words of taking away, and what stands behind them.
    struct Place {
        /// Whether they say by themselves that a thing is off, as `disabled` does and `removed` does not.
        let isOfSwitch: Bool

        /// The word behind them; `nil` at the end.
        let next: ProseSentence.Word?

        /// Where what stands behind them begins.
        let end: Int
    }

    /// Where words tell of something that is taken away; `works without errors` takes nothing away.
    static func places(in words: ArraySlice<ProseSentence.Word>) -> [Place] {
        words.indices.compactMap { place in
            let rest = words[place...]
            let phrase = phrases.first { rest.count >= $0.count && zip($0, rest).allSatisfy { $0 == $1.text } }
            guard phrase != nil || verbs.contains(words[place].text) || isWithout(rest) else { return nil }
            let text = words[place].text
            let behind = rest.dropFirst(phrase?.count ?? 1)
            return Place(
                isOfSwitch: !transitive.contains(where: text.hasPrefix), next: behind.first, end: behind.startIndex)
        }
    }

    private static func isWithout(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.first?.text == "without" && !words.dropFirst().prefix(2).contains { OutcomeWords.isTrouble($0.text) }
    }
}
