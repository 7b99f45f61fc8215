/// What a sentence of advice tells somebody to do, by the verb with which one of its clauses begins.
///
/// Advice may say first why it is so. In the last line of a report there is room for what to do.
enum AdvisedAct: Sendable, Hashable {
    /// To look at something, which a command may do.
    case look
    /// To change something, which no command of ours does: each of them only reads.
    case change

    /// The act that a sentence names, a change before a look; `nil` where it names none by a verb that is known here.
    init?(in sentence: some StringProtocol) {
        let acts = Substring(sentence).split { ":,;.".contains($0) }.compactMap { Self.act(of: $0) }
        guard let first = acts.first else { return nil }
        self = acts.contains(.change) ? .change : first
    }

    /// The act that a clause begins with: "raise the limit", "or raise it".
    private static func act(of clause: Substring) -> AdvisedAct? {
        let words = clause.split(separator: " ").prefix(2).map { $0.lowercased() }
        let isJoined = words.first.map(["or", "and", "then", "so"].contains) ?? false
        guard let verb = isJoined ? words.dropFirst().first : words.first else { return nil }
        if changes.contains(verb) { return .change }
        return looks.contains(verb) ? .look : nil
    }

    private static let looks = Set(
        "ask check compare explain find look measure print prove read run see try".split(separator: " ").map(
            String.init))

    private static let changes = Set(
        """
        add allow annotate apply associate attach begin bring call change choose copy correct create cut drop enable encode \
        end exchange export fetch fill get give go hand install join keep leave let log lower make mend merge mount move name \
        open pass pin point presign put raise remove rename renew replace reset restart retry rewrite save send set shorten \
        sign split start strip submit switch take turn unset update upgrade use wait write
        """.split(separator: " ").map(String.init))
}
