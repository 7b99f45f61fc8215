/// Words that say that the same call gets through at some times and not at others.
package enum Chance {
    /// Each as words in small letters; `*` at the end stands for any ending.
    static let spellings = [
        "sometime*", "other times", "intermittent*", "inconsisten*", "randomly", "at random", "occasional*",
        "sporadic*", "now and then", "from time to time", "at times", "once in a while", "most of the time",
        "some of the time", "not always", "some invocations", "flaky", "rarely", "once in",
    ]

    private static let words = spellings.map { $0.split(separator: " ").map(String.init) }

    private static let denying: Set<String> = ["not", "isnt", "never", "no"]

    /// Whether a text says so.
    package static func isTold(in text: WordText) -> Bool {
        text.words.indices.contains { place in
            let rest = text.words[place...]
            let stands = words.contains { spelling in
                rest.count >= spelling.count
                    && zip(spelling, rest).allSatisfy { wanted, word in
                        wanted.hasSuffix("*") ? word.hasPrefix(wanted.dropLast()) : word == wanted
                    }
            }
            return stands && (place == 0 || !denying.contains(text.words[place - 1]))
        }
    }
}
