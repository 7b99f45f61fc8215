import WireText

/// Words that stand near each other in a text, as they are written: those of one sentence, and not of a whole paste.
package enum NearWords {
    /// A sentence with what a program writes around it, in bytes.
    static let reach = 400

    /// A word that comes again and again is looked at in its first places only.
    private static let placeLimit = 64

    /// Whether of each group one stands in a text, all of them within ``reach``.
    ///
    /// - Parameter isOneSentence: Whether no sentence may end between them: people tell in one what they did, in the next what was said.
    package static func stand(_ groups: [[String]], in text: ByteText, isOneSentence: Bool = false) -> Bool {
        guard groups.allSatisfy({ group in group.contains { text.range(of: $0) != nil } }) else { return false }
        if groups.count < 2 { return true }
        let places = groups.map { group in group.flatMap { Self.places(of: $0, in: text) } }
        let ends = isOneSentence ? SentenceEnds.places(in: text) : []
        return places.joined().contains { first in
            let limit = first.lowerBound + reach
            let end = ends.first { $0 > first.lowerBound }.map { min($0, limit) } ?? limit
            return places.allSatisfy { others in
                others.contains { $0.lowerBound >= first.lowerBound && $0.upperBound <= end }
            }
        }
    }

    private static func places(of word: String, in text: ByteText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var rest = text
        while found.count < placeLimit, let place = rest.range(of: word) {
            found.append(place)
            rest = text[place.upperBound...]
        }
        return found
    }
}
