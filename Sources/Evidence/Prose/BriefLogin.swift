/// Whether a sentence says that a login holds for a time only: it helps, or it has to be made again before its time.
enum BriefLogin {
    static func isTold(in sentence: ProseSentence) -> Bool {
        let texts = sentence.words.map(\.text)
        guard texts.contains(where: isLogin) else { return false }
        return helpsBriefly(texts) || endsEarly(sentence.words[...])
    }

    private static func isLogin(_ word: String) -> Bool {
        ["login", "logging", "sso", "log-in"].contains(word) || renewals.contains(word)
    }

    // MARK: Help

    private static let brief: [[String]] = [
        ["for", "a", "while"], ["for", "some", "time"], ["for", "an", "hour"], ["for", "a", "bit"], ["temporarily"],
        ["comes", "back"], ["came", "back"], ["for", "about"], ["every", "hour"], ["every", "time"],
        ["again", "after"],
        ["for", "a", "few"], ["each", "time"],
    ]
    private static let helping: Set<String> = ["fixes", "fix", "fixed", "helps", "resolves", "solves", "works", "help"]

    /// `Running aws sso login fixes it for a while`.
    private static func helpsBriefly(_ texts: [String]) -> Bool {
        guard texts.contains(where: helping.contains) else { return false }
        return texts.indices.contains { place in brief.contains { texts[place...].starts(with: $0) } }
    }

    // MARK: Periods

    private static let renewals: Set<String> = [
        "re-authenticate", "reauthenticate", "re-authentication", "reauthentication", "re-authenticating",
        "reauthenticating", "re-login", "relogin", "re-logging",
    ]
    private static let ending: Set<String> = ["expire", "expires", "expired", "expiring", "invalid", "prematurely"]
    private static let having: Set<String> = [
        "have", "need", "must", "requires", "requiring", "forced", "needs", "has",
    ]

    private static let units: Set<String> = [
        "hour", "hours", "minute", "minutes", "min", "mins", "h", "hr", "hrs", "day", "days",
    ]

    /// `SSO credentials expire hourly`, `after about 1 hour we have to log in again`.
    private static func endsEarly(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        let texts = words.map(\.text)
        let isEnd = words.indices.contains { place in
            let text = words[place].text
            let isWord =
                renewals.contains(text) || ending.contains(text)
                || text == "again" && words[..<place].suffix(6).contains { having.contains($0.text) }
            return isWord && !Negation.stands(before: place, in: words)
        }
        return isEnd && texts.indices.contains { isPeriod(texts[$0...]) }
    }

    /// Whether words begin with a span of time after which something is over.
    private static func isPeriod(_ texts: ArraySlice<String>) -> Bool {
        switch texts.first {
        case "hourly", "prematurely": return true
        case "after", "every", "each", "within":
            let behind = texts.dropFirst().prefix(5)
            guard let unit = behind.firstIndex(where: { units.contains($0.withoutFigure) }) else { return false }
            // `after the hour` is no span of time.
            return ["every", "each"].contains(texts.first)
                || behind[...unit].contains {
                    $0.contains(where: \.isNumber) || ["an", "one", "a", "few", "some", "several"].contains($0)
                }
        default: return false
        }
    }
}

extension String {
    /// The unit in `1h`, `60min`, `1-hour`.
    fileprivate var withoutFigure: String { String(drop { $0.isNumber || $0 == "~" || $0 == "-" }) }
}
