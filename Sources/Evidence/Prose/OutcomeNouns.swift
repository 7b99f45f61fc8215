/// Where a word of outcome says nothing of a call: `my work laptop`, `successfully installed`.
enum OutcomeNouns {
    private static let before: Set<String> = [
        "at", "from", "your", "for", "some", "make", "how", "please", "around", "actual", "of", "further", "more",
        "good",
        "great", "nice", "home", "paid",
    ]
    private static let behind: Set<String> = [
        "laptop", "computer", "machine", "network", "vpn", "account", "around", "environment", "pc", "station", "item",
        "group",
    ]

    static func isNoun(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        let last = place > words.startIndex ? words[place - 1].text : ""
        let next = words[(place + 1)...].first?.text ?? ""
        return before.contains(last) || behind.contains(next) || last == "my" && behind.contains(next)
    }

    /// What `working` belongs to where it says nothing of a call, at the head of a line.
    private static let workings: Set<String> = [
        "directory", "dir", "folder", "copy", "tree", "set", "memory", "theory", "hours", "day", "title", "with", "on",
        "as", "from", "in", "group",
    ]

    /// Whether a line such as `Working paths:` says of what stands below that it works.
    static func isHeadOfList(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.first?.text == "working" && (2...4).contains(words.count) && words.last?.ending == .colon
            && !words.contains { workings.contains($0.text) }
    }

    /// What is done before any call: that it went well says nothing of calls.
    private static let setUp: Set<String> = [
        "configured", "installed", "logged", "deployed", "built", "set", "setup", "started", "updated", "upgraded",
        "registered",
        "added", "imported", "created", "enabled", "configure", "login", "reproduced", "reproduce", "build", "deploy",
        "compiled",
        "installation", "configuration", "deployment", "granted", "subscribed", "attached", "copied", "generated",
    ]

    static func isSetUp(_ word: String) -> Bool { setUp.contains(word) }

    /// Whether a word of success is one of a preparation: `successfully installed`.
    static func isOfSetUp(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        words[max(words.startIndex, place - 2)..<min(words.endIndex, place + 3)].contains { setUp.contains($0.text) }
    }
}
