/// Whether a word is negated in its clause.
enum Negation {
    private static let reach = 4

    private static let words: Set<String> = [
        "not", "never", "no", "without", "nothing", "neither", "nor", "none", "hardly", "cannot", "isnt", "dont",
        "doesnt",
        "didnt", "wont", "cant", "nobody", "unable",
    ]

    /// Words that are no negation of what follows: `not only`, `no matter`.
    private static let harmless: Set<String> = ["only", "matter", "longer", "just", "doubt", "idea"]

    static func stands(before place: Int, in clause: ArraySlice<ProseSentence.Word>) -> Bool {
        let isNeither = clause.first?.text == "neither"
        let start = isNeither ? clause.startIndex : max(clause.startIndex, place - reach)
        var count = 0
        for index in start..<place {
            let text = clause[index].text
            guard words.contains(text) || text.hasSuffix("n't") else { continue }
            let next = index + 1 < clause.endIndex ? clause[index + 1].text : ""
            // `without errors` is negated, and `without the proxy it works` is not.
            if ["without", "no"].contains(text), next != "longer", !isNext(index, place, clause) { continue }
            if text == "nor", clause[..<index].contains(where: { $0.text == "neither" }) { continue }
            if text == "no", next == "longer" { count += 1; continue }
            if harmless.contains(next) { continue }
            // A comma ends what a negation reaches.
            if clause[index..<place].dropFirst().contains(where: { $0.ending == .comma }), text != "neither" {
                continue
            }
            count += 1
        }
        return !count.isMultiple(of: 2)
    }

    /// Whether nothing stands between but an article: `without any errors`.
    private static func isNext(_ index: Int, _ place: Int, _ clause: ArraySlice<ProseSentence.Word>) -> Bool {
        place - index == 1
            || place - index == 2
                && ["any", "a", "an", "the", "further", "such", "single"].contains(clause[index + 1].text)
    }
}
