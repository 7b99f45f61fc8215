/// How a format says its version, and which there are.
struct FormVersion: Sendable {
    /// What becomes of a version that is none of them.
    enum Unknown: Sendable, Hashable {
        /// The recorder's own reader refuses it.
        case refused
        /// It never looks.
        case passedOver
    }

    /// The way to it, by the names of members.
    let place: [String]
    /// Those that there are, in words.
    let words: String
    let isKnown: @Sendable (String) -> Bool
    let unknown: Unknown

    init(
        at place: String..., words: String, unknown: Unknown, isKnown: @escaping @Sendable (String) -> Bool
    ) {
        self.place = place
        self.words = words
        self.unknown = unknown
        self.isKnown = isKnown
    }

    /// The number that a part of a version is: digits alone, without a sign, which `Int` would take.
    static func number(_ part: some StringProtocol) -> Int? {
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
}
