import WireText

/// Words that stand near each other in a text, as they are written: those of one sentence, and not of a whole paste.
package enum NearWords {
    /// A sentence with what a program writes around it, in bytes.
    static let reach = 400

    /// A word that comes again and again is looked at in its first places only.
    private static let placeLimit = 64

    /// Whether of each group one stands in a text, all of them within ``reach``.
    package static func stand(_ groups: [[String]], in text: ByteText) -> Bool {
        guard groups.allSatisfy({ group in group.contains { text.range(of: $0) != nil } }) else { return false }
        if groups.count < 2 { return true }
        let places = groups.map { group in group.flatMap { Self.places(of: $0, in: text) } }
        return places.joined().contains { first in
            let end = first.lowerBound + reach
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
