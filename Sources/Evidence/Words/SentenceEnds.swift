import WireText

/// Where sentences end in a paste, in which some lines are wrapped and others are not.
enum SentenceEnds {
    /// A line that was wrapped is hardly shorter than this many bytes.
    private static let wrapped = 60

    /// Behind these a stop ends no sentence.
    private static let abbreviations = ["e.g", "i.e", "etc", "vs", "cf"]

    /// The places behind the ends, in their order: a stop with white space behind it, an empty line, the break behind a short line.
    static func places(in text: ByteText) -> [Int] {
        var places: [Int] = []
        var line = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            let next = index + 1
            if byte == UInt8(ascii: "\n") {
                if index - line < wrapped { places.append(next) }
                line = next
            } else if ".!?".utf8.contains(byte), isEnd(text, behind: next), !isAbbreviated(text, before: index) {
                places.append(next)
            }
            index = next
        }
        return places
    }

    /// Whether white space stands behind a stop, or behind what closes a quotation after it.
    private static func isEnd(_ text: ByteText, behind place: Int) -> Bool {
        var cursor = place
        while cursor < text.endIndex, "\"'`)]*".utf8.contains(text[cursor]) { cursor += 1 }
        return cursor == text.endIndex || text[cursor] == 0x20 || (0x09...0x0D).contains(text[cursor])
    }

    private static func isAbbreviated(_ text: ByteText, before stop: Int) -> Bool {
        abbreviations.contains { text[..<stop].suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
}
