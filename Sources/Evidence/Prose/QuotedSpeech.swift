/// Where a reporter repeats what somebody else wrote: no word of it is the reporter's own.
enum QuotedSpeech {
    private static let openings = [
        "(maintainer", "maintainer:", "(collaborator", "(contributor", "answer:", "accepted answer", "reply:",
        "comment by ", "answered by ", "from the comments",
    ]
    private static let saying: Set<String> = [
        "wrote", "commented", "replied", "answered", "asked", "suggested", "responded",
    ]
    private static let own: Set<String> = ["i", "we", "i've", "reporter", "(reporter)", "author", "op"]

    /// Whether a line opens such a paragraph: `someone asked: ...`, `(maintainer) ...`.
    static func begins(_ line: String) -> Bool {
        let text = line.prefix(80).lowercased()
        if openings.contains(where: text.hasPrefix) { return true }
        guard let colon = text.firstIndex(of: ":") else { return false }
        let label = text[..<colon].split(separator: " ").map(String.init)
        guard (2...6).contains(label.count), let last = label.last, saying.contains(last) else { return false }
        return own.isDisjoint(with: label)
    }
}
