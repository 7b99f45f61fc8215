import Catalog
import JSONText
import WireText

/// A message as a row of lower-case words, so that rules do not depend on punctuation, apostrophes, case, line breaks,
/// or on which model, account or host the message names.
package struct WordText: Sendable {
    package let words: [String]

    /// Where each word stands.
    private let places: [String: [Int]]

    /// Longer texts are read no further: what went wrong is said at the start, and hostile input costs nothing.
    private static let limit = 16_384

    /// A word that comes again and again is looked at in its first places only.
    private static let placeLimit = 48

    package init(_ text: some StringProtocol) {
        var words: [String] = []
        for chunk in text.unicodeScalars.prefix(Self.limit).split(whereSeparator: Self.endsChunk) {
            let piece = String(String.UnicodeScalarView(chunk))
            if let name = Self.placeholder(for: piece) {
                words.append(name)
                continue
            }
            var word = ""
            for scalar in piece.unicodeScalars {
                if Self.isApostrophe(scalar) { continue }
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    word.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                } else if !word.isEmpty {
                    words.append(word)
                    word = ""
                }
            }
            if !word.isEmpty { words.append(word) }
        }
        self.words = words
        var places: [String: [Int]] = [:]
        for (place, word) in words.enumerated() where places[word, default: []].count < Self.placeLimit {
            places[word, default: []].append(place)
        }
        self.places = places
    }

    /// Whether the words of the phrase stand close together in the text.
    package func has(_ phrase: WordPhrase) -> Bool { phrase.matches(words, places) }

    /// Whether words stand in the text one behind the other.
    package func holds(_ sentence: [String]) -> Bool {
        guard let first = sentence.first, let starts = places[first] else { return false }
        return starts.contains { start in
            start + sentence.count <= words.count && words[start..<(start + sentence.count)].elementsEqual(sentence)
        }
    }

    private static func endsChunk(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "\"`()[]{}<>,;".unicodeScalars.contains(scalar)
    }

    package static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}" || scalar == "\u{FF07}"
    }

    /// ARNs, hosts and model ids hold words that mean nothing for the cause (`provisioned-model`, `access`): one word
    /// stands for each.
    private static func placeholder(for piece: String) -> String? {
        let text = piece.lowercased()
        if text.contains("arn:aws") { return "xarn" }
        if text.contains("://") || text.hasSuffix(".amazonaws.com") || text.contains(".amazonaws.com:") {
            return "xurl"
        }
        let bare = String(text.filter { $0 != "'" }.trimmed(of: ".:"))
        return ModelName.looksLikeID(bare) ? "xmodel" : nil
    }
}
