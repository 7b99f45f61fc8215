/// A sentence that a reporter wrote, word by word.
package struct ProseSentence: Sendable, Hashable {
    /// What stands behind a word.
    package enum Ending: Sendable, Hashable {
        case blank, comma
        /// A semicolon, a dash, an arrow: what follows is another clause.
        case clause
        /// What follows is another clause, or says more of this one.
        case colon
        /// A full stop, or the end of a paragraph.
        case sentence
        case question
    }

    /// One word of it.
    package struct Word: Sendable, Hashable {
        /// In lower case, with straight apostrophes, without the punctuation around it.
        package let text: String

        /// As it was written, without the punctuation around it.
        package let written: String

        /// The number of its line in the input.
        package let line: Int

        package let ending: Ending

        /// The comma, the colon, the semicolon or the dash behind it, as it was written.
        package let tail: String

        /// What was quoted in its place, where that is longer than a name; `nil` for a word that stands there itself.
        package let quoted: String?

        init(
            text: String, written: String, line: Int, ending: Ending, tail: String = "", quoted: String? = nil
        ) {
            self.text = text
            self.written = written
            self.line = line
            self.ending = ending
            self.tail = tail
            self.quoted = quoted
        }
    }

    package let words: [Word]

    /// The part of the report in which it stands.
    package let part: ReportPart

    package var isQuestion: Bool { words.last?.ending == .question }

    package var line: Int { words.first?.line ?? 0 }

    /// The words as they were written.
    package var text: String { Self.text(words[...]) }

    /// Words as they were written, in one line.
    package static func text(_ words: ArraySlice<Word>) -> String {
        words.enumerated().map { place, word in
            let written = word.written.hasPrefix(StandIn.mark) ? "\u{2026}" : word.written
            return place + 1 < words.count ? written + word.tail : written
        }.joined(separator: " ")
    }

    /// The sentences of a line, whoever wrote it.
    package static func all(in line: PastedLine) -> [ProseSentence] {
        SentenceSplit.sentences(of: [(line.number, line.text)], part: .told)
    }
}
