import Evidence
import WireText

/// What a person says that it is not, that is done, or that is in order: words of it are no sign of a cause.
///
/// `That rules out the agreement`, `resubmitting the form does not help`, `the key and the secret are set properly`. A program's own sentence
/// says none of these: it tells people to make sure.
enum RefutedSentence {
    private static let refuting: [WordPhrase] = [
        "rule|rules|ruled|ruling out", "not|doesnt|didnt|wont|dont fix|fixed|help|helped|helps|solve|solves",
        "not|isnt|wasnt|arent the|a cause|culprit|reason",
        "not|isnt|wasnt|arent problem|issue", "nothing to do with",
        "already accepted|submitted|granted|enabled|approved|given|subscribed",
    ]

    private static let affirming: [WordPhrase] = [
        "are|is|been|were|have|has set|configured|provided|present|valid properly|correctly|right|fine|ok",
        "are|is valid|correct|right|fine|ok|working|good", "access|agreement granted|accepted|enabled",
    ]

    /// What makes another sentence of an affirming one.
    private static let open: [WordPhrase] = [
        "not|isnt|arent|never|cannot|cant|no|without|havent|hasnt|wasnt|werent|unless|dont|doesnt|didnt",
        "make|be sure", "ensure|check|verify|please|if|whether|must|should|need|needs|confirm",
        "error|exception|failed|fails|denied|invalid|expired|missing|but|until|only",
    ]

    /// A text without such sentences; the text itself where it has none.
    static func removed(from text: String) -> String {
        let sentences = self.sentences(of: text)
        guard sentences.count > 1 || text.utf8.count < 400 else { return text }
        let kept = sentences.filter { !isRefuted($0) }
        return kept.count == sentences.count ? text : kept.joined()
    }

    private static func isRefuted(_ sentence: Substring) -> Bool {
        guard sentence.utf8.count < 600 else { return false }
        let words = WordText(sentence)
        guard OwnSentence.causes(in: words).isEmpty else { return false }
        // `Not supported, please open an issue` refutes nothing.
        let asks = words.has("open|file|create|raise|report issue|ticket")
        if !asks, refuting.contains(where: { words.has($0) }) { return true }
        return affirming.contains { words.has($0) } && !open.contains { words.has($0) }
    }

    /// Pieces of a text that together are the whole, each up to a stop with white space behind it or to an empty line.
    private static func sentences(of text: String) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        var before: Character = " "
        for place in text.indices {
            let character = text[place]
            if character.isWhitespace, ".!?".contains(before) || character.isNewline && before.isNewline {
                sentences.append(text[start..<place])
                start = place
            }
            before = character
        }
        return sentences + [text[start...]]
    }
}
