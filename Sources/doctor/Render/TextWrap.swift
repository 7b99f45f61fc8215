/// Breaks prose into lines of a terminal.
enum TextWrap {
    /// The words of `text` in lines of at most `width` characters; a longer word stands alone and is never broken,
    /// since it is most likely something to copy.
    ///
    /// Line breaks in `text` are kept.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
            var lines: [String] = []
            var line = ""
            for word in paragraph.split(separator: " ") {
                if line.isEmpty {
                    line = String(word)
                } else if line.count + 1 + word.count <= width {
                    line += " " + word
                } else {
                    lines.append(line)
                    line = String(word)
                }
            }
            return lines + [line]
        }
    }
}
