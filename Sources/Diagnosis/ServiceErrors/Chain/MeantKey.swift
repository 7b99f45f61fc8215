/// Whether somebody tells that an API key of Bedrock's is what they use, and not that they have none.
enum MeantKey {
    private static let names = [
        "bedrock api key", "api key for bedrock", "api key bearer token", "bedrock bearer token",
    ]

    /// Words of having; the last of them before the name decides.
    private static let having: Set<Substring> = [
        "use", "using", "used", "with", "have", "has", "set", "gave", "pasted", "created", "generated", "added", "my",
        "just", "only", "our", "via", "provided", "configured", "entered", "the",
    ]
    private static let lacking: Set<Substring> = [
        "no", "not", "never", "without", "don't", "dont", "doesn't", "either", "or", "provide", "instead", "than",
        "invalid", "haven't", "didn't", "want", "support", "supports",
    ]

    /// How many words before the name are looked at.
    private static let reach = 5

    /// - Parameter text: In small letters.
    static func isTold(in text: String) -> Bool {
        names.contains { name in
            text.ranges(of: name).contains { place in
                let before = text[..<place.lowerBound].suffix(80).split { $0 == "\n" || $0 == "." }.last ?? ""
                let words = before.split { !($0.isLetter || $0 == "'") }.suffix(reach)
                return words.contains(where: having.contains) && !words.contains(where: lacking.contains)
            }
        }
    }
}
