import JSONText
import WireText

/// Takes a paragraph apart into sentences, and these into words.
enum SentenceSplit {
    /// What is quoted over more words is somebody else's sentence.
    private static let quotedWords = 4

    /// A sentence of more words is a dump.
    private static let wordLimit = 120

    /// Words that end in a full stop and no sentence.
    private static let abbreviations: Set<String> = [
        "e.g.", "i.e.", "etc.", "vs.", "approx.", "resp.", "ca.", "no.", "eg.", "ie.",
    ]

    static func sentences(of paragraph: [(line: Int, text: String)], part: ReportPart) -> [ProseSentence] {
        var sentences: [ProseSentence] = []
        var words: [ProseSentence.Word] = []
        func end() {
            if !words.isEmpty { sentences.append(ProseSentence(words: words, part: part)) }
            words = []
        }
        for (line, text) in paragraph {
            for piece in pieces(of: text) {
                guard let word = word(piece, line) else {
                    if let last = words.last, isDash(piece.text) {
                        words[words.count - 1] = ended(last, by: piece.text)
                    }
                    continue
                }
                words.append(word)
                if word.ending == .sentence || word.ending == .question || words.count >= wordLimit { end() }
            }
        }
        end()
        return sentences
    }

    private static func ended(_ word: ProseSentence.Word, by dash: Substring) -> ProseSentence.Word {
        ProseSentence.Word(
            text: word.text, written: word.written, line: word.line, ending: .clause, tail: word.tail + " " + dash,
            quoted: word.quoted)
    }

    /// A dash or an arrow that stands alone.
    private static func isDash(_ piece: Substring) -> Bool {
        ["-", "--", "\u{2013}", "\u{2014}", "->", "=>", "\u{2192}"].contains(String(piece))
    }

    // MARK: Words

    /// A word of a line, with the quotation that it stands for.
    private struct Piece {
        let text: Substring
        var quoted: String?
    }

    /// Of a quoted command the program and what it is to do are left.
    private static let commandWords = 3
    private static let commands: Set<String> = ["aws", "curl"]

    /// The words of a line; what is quoted over several of them is left out, but for the name of a command and its end.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var open: (mark: Character, from: Int)?
        for piece in text.split(whereSeparator: \.isWhitespace).flatMap(apart) {
            pieces.append(Piece(text: piece))
            for mark in ["`", "\"", "\u{201C}", "\u{201D}"] as [Character] {
                let count = piece.count { $0 == mark }
                guard !count.isMultiple(of: 2) else { continue }
                let kind: Character = mark == "\u{201D}" ? "\u{201C}" : mark
                if let start = open, start.mark == kind {
                    if pieces.count - start.from > quotedWords {
                        let first = pieces[start.from].text
                        let rest = piece.reversed().prefix { $0 != mark }.reversed()
                        let isCommand = kind == "`" && commands.contains(String(first.trimmed(of: around)))
                        pieces.removeSubrange((start.from + (isCommand ? commandWords : 0))...)
                        pieces.append(
                            Piece(
                                text: Substring(StandIn.mark + String(rest)),
                                quoted: String(text[first.startIndex..<piece.endIndex])))
                    }
                    open = nil
                } else if open == nil {
                    open = (kind, pieces.count - 1)
                }
            }
        }
        return pieces
    }

    /// Two words with a comma between them and no blank: `exception,but`.
    private static func apart(_ piece: Substring) -> [Substring] {
        guard let comma = piece.firstIndex(of: ","), piece.allSatisfy({ $0.isLetter || $0 == "," }) else {
            return [piece]
        }
        let rest = piece[piece.index(after: comma)...]
        return rest.isEmpty || comma == piece.startIndex ? [piece] : [piece[...comma]] + apart(rest)
    }

    private static let around = "()[]{}\"'`*_~.,;:!?\u{201C}\u{201D}\u{2018}\u{2019}\u{FF1A}\u{FF0C}\u{3002}"

    private static func word(_ piece: Piece, _ line: Int) -> ProseSentence.Word? {
        let bare = piece.text.trimmed(of: around)
        guard !bare.isEmpty, bare.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let straight = bare.lowercased().map { $0 == "\u{2019}" || $0 == "\u{2018}" || $0 == "`" ? "'" : $0 }
        return ProseSentence.Word(
            text: StandIn.meaning(of: String(straight)), written: String(bare), line: line,
            ending: ending(of: piece.text), tail: piece.text.last.map { ",;:".contains($0) ? String($0) : "" } ?? "",
            quoted: piece.quoted)
    }

    private static func ending(of piece: Substring) -> ProseSentence.Ending {
        let marks = piece.reversed().prefix { around.contains($0) }
        if abbreviations.contains(piece.lowercased()) { return .blank }
        if marks.contains("?") { return .question }
        if marks.contains(".") || marks.contains("!") { return .sentence }
        if marks.contains(";") { return .clause }
        if marks.contains(":") { return .colon }
        return marks.contains(",") ? .comma : .blank
    }
}
