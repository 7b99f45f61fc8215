import WireText

/// A message as a row of lower-case words, so that rules do not depend on punctuation, apostrophes, case, line breaks,
/// or on which model, beta, account or host the message names.
package struct WordText: Sendable {
    package let words: [String]

    /// Where each word stands.
    private let places: [String: [Int]]

    /// Of each word, which of the text's messages it stands in (see ``MessageSplit``).
    private let messages: [Int]

    /// Of each word, which of the text's sentences it stands in (see ``SentenceEnds``).
    private let sentences: [Int]

    /// Longer texts are read no further: what went wrong is said at the start, and hostile input costs nothing.
    private static let limit = 16_384

    /// A word that comes again and again is looked at in its first places only.
    private static let placeLimit = 48

    /// How many words the parts of one rule may be apart: more than a sentence or two have.
    package static let span = 24

    package init(_ text: some StringProtocol) {
        let bytes = Self.straightened(text)
        let starts = MessageSplit.starts(in: bytes)
        let ends = SentenceEnds.places(in: bytes[...])
        let reader = WordReader(bytes)
        words = reader.words
        var messages: [Int] = []
        var sentences: [Int] = []
        messages.reserveCapacity(words.count)
        sentences.reserveCapacity(words.count)
        var (message, sentence) = (0, 0)
        for place in reader.places {
            while message < starts.count, starts[message] <= place { message += 1 }
            while sentence < ends.count, ends[sentence] <= place { sentence += 1 }
            messages.append(message)
            sentences.append(sentence)
        }
        self.messages = messages
        self.sentences = sentences
        var places: [String: [Int]] = [:]
        for (place, word) in words.enumerated() { places[word, default: []].append(place, upTo: Self.placeLimit) }
        self.places = places
    }

    // MARK: Phrases

    /// Whether the words of the phrase stand close together in the text.
    package func has(_ phrase: WordPhrase) -> Bool { !found(phrase).isEmpty }

    /// Whether phrases stand together, in one message and not further apart than a sentence or two, and none of others stands
    /// in that message.
    ///
    /// - Parameter isOneSentence: Whether they must stand in one sentence.
    package func has(all: [WordPhrase], none: [WordPhrase] = [], isOneSentence: Bool = false) -> Bool {
        if all.isEmpty { return !none.contains { has($0) } }
        var found: [[Range<Int>]] = []
        for phrase in all {
            let some = self.found(phrase)
                .filter { !isOneSentence || sentences[$0.lowerBound] == sentences[$0.upperBound - 1] }
            if some.isEmpty { return false }
            found.append(some)
        }
        if found.count == 1, none.isEmpty { return true }
        var refused: Set<Int>?
        for range in found.joined() {
            let (start, message) = (range.lowerBound, messages[range.lowerBound])
            let isTogether = found.allSatisfy { others in
                others.contains {
                    $0.lowerBound >= start && $0.upperBound <= start + Self.span && messages[$0.lowerBound] == message
                        && (!isOneSentence || sentences[$0.lowerBound] == sentences[start])
                }
            }
            guard isTogether else { continue }
            let banned = refused ?? Set(none.flatMap { self.found($0) }.map { messages[$0.lowerBound] })
            refused = banned
            if !banned.contains(message) { return true }
        }
        return false
    }

    /// Where the words of a phrase stand together within one message.
    private func found(_ phrase: WordPhrase) -> [Range<Int>] {
        phrase.ranges(in: places).filter { messages[$0.lowerBound] == messages[$0.upperBound - 1] }
    }

    /// Whether words stand in the text one behind the other.
    package func holds(_ sentence: [String]) -> Bool {
        guard let first = sentence.first, let starts = places[first] else { return false }
        return starts.contains { start in
            start + sentence.count <= words.count && words[start..<(start + sentence.count)].elementsEqual(sentence)
        }
    }

    // MARK: Words

    /// The beginning of a text, with an apostrophe where somebody typed an accent in its place, between two letters: ``doesn`t``.
    private static func straightened(_ text: some StringProtocol) -> [UInt8] {
        var bytes = Array(text.utf8.prefix(limit))
        if bytes.allSatisfy({ $0 < 0x80 }) {
            for place in bytes.indices.dropFirst().dropLast() where bytes[place] == UInt8(ascii: "`") {
                if bytes[place - 1].isLetter, bytes[place + 1].isLetter { bytes[place] = UInt8(ascii: "'") }
            }
            return bytes
        }
        var scalars = Array(text.unicodeScalars.prefix(limit))
        for place in scalars.indices.dropFirst().dropLast() where scalars[place] == "`" || scalars[place] == "\u{B4}" {
            let isWithin = scalars[place - 1].properties.isAlphabetic && scalars[place + 1].properties.isAlphabetic
            if isWithin { scalars[place] = "'" }
        }
        var straight = ""
        straight.unicodeScalars.append(contentsOf: scalars)
        return Array(straight.utf8)
    }
}

extension [Int] {
    /// Adds a number, unless the list is full.
    fileprivate mutating func append(_ number: Int, upTo limit: Int) {
        if count < limit { append(number) }
    }
}
