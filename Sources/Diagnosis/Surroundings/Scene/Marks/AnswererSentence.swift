import Evidence
import JSONText
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

    /// The same in the form of ``plain(_:)``.
    private let plainWords: [String]

    /// The whole message; `nil` where words within it suffice.
    private let message: String?

    /// Where a whole message counts.
    private let place: Place

    private enum Place: Sendable {
        /// Where something else shows its author.
        case ofAuthor
        /// As the message of a body without a type of AWS's, whoever sent it.
        case body
        /// As all that there is.
        case text
    }

    /// A sentence known by words that nobody else uses.
    init(_ answerer: Answerer, _ words: String..., say advice: String) {
        self.init(answerer, words, say: advice)
    }

    private init(_ answerer: Answerer, _ words: [String], say advice: String) {
        self.answerer = answerer
        self.advice = advice
        self.words = words
        plainWords = words.map { Self.plain($0) }
        message = nil
        place = .ofAuthor
    }

    /// A sentence about the name of the model.
    static func ofModel(_ answerer: Answerer, _ words: String..., say advice: String) -> AnswererSentence {
        var sentence = AnswererSentence(answerer, words, say: advice)
        sentence.isOfModel = true
        return sentence
    }

    /// The whole message of a body, which no service of AWS's writes without a type beside it.
    static func ofBody(_ answerer: Answerer, _ message: String, say advice: String) -> AnswererSentence {
        AnswererSentence(answerer, message: message, at: .body, say: advice)
    }

    /// All that an answer says.
    static func ofText(_ answerer: Answerer, _ message: String, say advice: String) -> AnswererSentence {
        AnswererSentence(answerer, message: message, at: .text, say: advice)
    }

    /// A message that means this only where something else shows its author.
    init(_ answerer: Answerer, message: String, say advice: String) {
        self.init(answerer, message: message, at: .ofAuthor, say: advice)
    }

    private init(_ answerer: Answerer, message: String, at place: Place, say advice: String) {
        self.answerer = answerer
        self.advice = advice
        self.message = message
        self.place = place
        words = []
        plainWords = []
    }

    /// The first sentence that an answer holds.
    ///
    /// - Parameters:
    ///   - read: The answer.
    ///   - author: Who answered, by other marks.
    static func first(in read: ReadAnswer, author: Answerer?) -> AnswererSentence? {
        let text = IndexedText(Array(plain(read.whole).utf8.prefix(limit))[...])
        let message = read.message.lowercased()
        // Of a failure that an answer itself shows as a server's, either may be the one that failed.
        let isServers = read.hasToldStatus && (read.status ?? 0) >= 500
        let isBody = read.messageKey != nil && !isServers && !(read.errorType.map(ErrorTypeName.isFromAWS) ?? false)
        return all.first { sentence in
            guard let whole = sentence.message?.lowercased() else {
                return sentence.plainWords.allSatisfy(text.contains)
            }
            switch sentence.place {
            case .ofAuthor: return author == sentence.answerer && whole == message
            case .body: return isBody && whole == message
            // A client may write its own name and the status before it.
            case .text:
                let said = read.whole.trimmedWhitespace()
                return read.messageKey == nil && said.utf8.count < whole.utf8.count + 60
                    && said.lowercased().hasSuffix(whole)
            }
        }
    }

    /// A text in one form for comparing: Python's quotes are JSON's, and a blank stands behind each colon and comma of a member.
    private static func plain(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            let next = byte == UInt8(ascii: "'") ? UInt8(ascii: "\"") : byte
            if let last = result.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ","),
                result.dropLast().last == UInt8(ascii: "\""), next != UInt8(ascii: " ")
            {
                result.append(UInt8(ascii: " "))
            }
            result.append(next)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Who says what stands in a passage, and where.
    static func author(in text: IndexedText) -> (answerer: Answerer, place: Range<Int>)? {
        for sentence in all where sentence.message == nil && sentence.words.allSatisfy(text.mayHold) {
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
