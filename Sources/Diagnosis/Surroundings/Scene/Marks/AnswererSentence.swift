import Evidence
import WireText

/// What someone between client and service says in words of their own, and what is to be done about it.
///
/// The words belong to their author alone, so they tell who answered where no header does. Sentences that others use
/// too count only where a header or a host shows the author.
struct AnswererSentence: Sendable {
    /// Who says it.
    let answerer: Answerer

    /// What to do, by whom.
    let advice: String

    /// Whether it says that the name of the model leads nowhere, so that the name is what to change.
    private(set) var isOfModel = false

    /// Every one of these stands in the text.
    private let words: [String]

    /// The whole message; `nil` where words within it suffice.
    private let message: String?

    /// A sentence known by words that nobody else uses.
    init(_ answerer: Answerer, _ words: String..., say advice: String) {
        self.answerer = answerer
        self.advice = advice
        self.words = words
        message = nil
    }

    /// A sentence about the name of the model.
    static func ofModel(_ answerer: Answerer, _ words: String, say advice: String) -> AnswererSentence {
        var sentence = AnswererSentence(answerer, words, say: advice)
        sentence.isOfModel = true
        return sentence
    }

    /// A message that means this only where something else shows its author.
    init(_ answerer: Answerer, message: String, say advice: String) {
        self.answerer = answerer
        self.advice = advice
        self.message = message
        words = []
    }

    /// The first sentence that a text holds.
    ///
    /// - Parameters:
    ///   - text: Everything that was said of the call.
    ///   - message: The error's own sentence.
    ///   - author: Who answered, by other marks.
    static func first(in text: String, message: String, author: Answerer?) -> AnswererSentence? {
        let bytes = Array(text.utf8.prefix(limit))[...]
        return all.first { sentence in
            if let whole = sentence.message {
                return author == sentence.answerer && whole.lowercased() == message.lowercased()
            }
            return sentence.words.allSatisfy { bytes.range(of: $0) != nil }
        }
    }

    /// Who says what stands in a passage, and where.
    static func author(in text: ArraySlice<UInt8>) -> (answerer: Answerer, place: Range<Int>)? {
        for sentence in all where sentence.message == nil {
            let places = sentence.words.map { text.range(of: $0) }
            if let first = places.first, let place = first, places.allSatisfy({ $0 != nil }) {
                return (sentence.answerer, place)
            }
        }
        return nil
    }

    /// A page has its words at the beginning.
    private static let limit = 65_536
}
