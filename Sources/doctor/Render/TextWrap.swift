/// Breaks prose into lines of a terminal.
enum TextWrap {
    /// The words of `text` in lines of at most `width` columns; a longer word stands alone and is never broken, since it
    /// is most likely something to copy.
    ///
    /// Line breaks in `text` are kept. Chinese and Japanese know no spaces: there a line may end after any character.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
            var lines: [String] = []
            var line = ""
            var columns = 0
            for word in paragraph.split(separator: " ") {
                for (index, piece) in pieces(word).enumerated() {
                    let gap = index == 0 && !line.isEmpty ? 1 : 0
                    let size = piece.columns
                    if line.isEmpty || columns + gap + size <= width {
                        line += (gap == 1 ? " " : "") + piece
                        columns += gap + size
                    } else {
                        lines.append(line)
                        line = String(piece)
                        columns = size
                    }
                }
            }
            return lines + [line]
        }
    }

    /// The same with `first` before the first line, and the others under its end.
    static func lines(_ text: String, width: Int, behind first: String) -> [String] {
        let indent = first.columns
        return lines(text, width: max(1, width - indent)).enumerated().map { index, line in
            index == 0 ? first + line : String(repeating: " ", count: indent) + line
        }
    }

    /// Phrases beside each other, two spaces apart, in as many lines as they need; no phrase is broken.
    static func flow(_ phrases: [String], width: Int) -> [String] {
        var lines: [String] = []
        for phrase in phrases where !phrase.isEmpty {
            if let last = lines.last, last.columns + 2 + phrase.columns <= width {
                lines[lines.count - 1] = last + "  " + phrase
            } else {
                lines.append(phrase)
            }
        }
        return lines
    }

    // MARK: Where a word may be broken

    /// What must not begin a line, and what must not end one (JIS X 4051, the marks of everyday text).
    private static let closing: Set<Character> = Set("、。，．！？：；）」』】〉》〕］｝ー々…")
    private static let opening: Set<Character> = Set("（「『【〈《〔［｛")

    private static func pieces(_ word: Substring) -> [Substring] {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return [word] }
        var pieces: [Substring] = []
        var start = word.startIndex
        var last: Character?
        for index in word.indices {
            let character = word[index]
            if let last, last.isWide || character.isWide, !closing.contains(character), !opening.contains(last) {
                pieces.append(word[start..<index])
                start = index
            }
            last = character
        }
        return pieces + [word[start...]]
    }
}
