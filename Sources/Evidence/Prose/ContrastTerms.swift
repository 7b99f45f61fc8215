/// The names that reporters have for what differs between two calls.
///
/// `*` at the end of a word stands for any ending. A row whose first word is `in` takes any word of place before it.
enum ContrastTerms {
    struct Entry: Sendable {
        let dimension: Contrast.Dimension
        let label: String
        let side: ContrastTerm.Side
        /// The spellings, each as words in lower case.
        let spellings: [[String]]

        init(
            _ dimension: Contrast.Dimension, _ label: String, _ side: ContrastTerm.Side = .either,
            _ spellings: String...
        ) {
            self.init(dimension, label, side, spellings)
        }

        init(_ dimension: Contrast.Dimension, _ label: String, _ side: ContrastTerm.Side, _ spellings: [String]) {
            self.dimension = dimension
            self.label = label
            self.side = side
            self.spellings = spellings.map { $0.split(separator: " ").map(String.init) }
        }
    }

    /// The entry whose words begin at a place, and how many words it takes; the longest spelling wins.
    static func entry(at place: Int, in words: ArraySlice<ProseSentence.Word>) -> (Entry, Int)? {
        var best: (Entry, Int)?
        for entry in candidates[key(words[place].text)] ?? [] {
            for spelling in entry.spellings where spelling.count > best?.1 ?? 0 {
                if fits(spelling, words[place...]) { best = (entry, spelling.count) }
            }
        }
        return best
    }

    private static func fits(_ spelling: [String], _ words: ArraySlice<ProseSentence.Word>) -> Bool {
        guard words.count >= spelling.count else { return false }
        return zip(spelling, words).allSatisfy { wanted, word in
            if wanted == "IN" { return inside.contains(word.text) }
            return wanted.hasSuffix("*") ? word.text.hasPrefix(wanted.dropLast()) : word.text == wanted
        }
    }

    private static let inside: Set<String> = ["in", "on", "from", "inside", "within", "at", "into", "under"]

    /// The entries by the first letter of their spellings.
    private static let candidates: [Character: [Entry]] = {
        var candidates: [Character: [Entry]] = [:]
        for entry in all {
            let keys = Set(
                entry.spellings.compactMap(\.first).flatMap { first in first == "IN" ? Array("iofwau") : [key(first)] })
            for key in keys { candidates[key, default: []].append(entry) }
        }
        return candidates
    }()

    private static func key(_ word: String) -> Character { word.first ?? " " }

    private static let all =
        clients + ways + places + projects + networks + sizes + characters + identities + times + models + services
        + parts
}
