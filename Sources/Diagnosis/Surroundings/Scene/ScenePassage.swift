import Evidence
import Report
import WireText

/// A stretch of an input in which parts of a scene are looked for.
struct ScenePassage: Sendable {
    let text: IndexedText
    var bytes: ArraySlice<UInt8> { text.bytes }

    /// The number of the line in which a byte stands, where it is known.
    private let number: @Sendable (Int) -> Int?

    /// All of an excerpt.
    init(_ excerpt: InputExcerpt) {
        text = IndexedText(excerpt.bytes[...])
        number = { excerpt.line(at: $0)?.number }
    }

    /// All of an excerpt but some words of its prose, in whose place blanks stand.
    init(_ excerpt: InputExcerpt, without words: [ProseSentence.Word]) {
        text = IndexedText(words.isEmpty ? excerpt.bytes[...] : Self.blanked(excerpt, words)[...])
        number = { excerpt.line(at: $0)?.number }
    }

    private static func blanked(_ excerpt: InputExcerpt, _ words: [ProseSentence.Word]) -> [UInt8] {
        var bytes = excerpt.bytes
        let wanted = Dictionary(grouping: words, by: \.line)
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var from = start
            for word in excerpt.line(at: start).flatMap({ wanted[$0.number] }) ?? [] {
                guard let place = bytes[from..<end].range(of: word.quoted ?? word.written) else { continue }
                bytes.replaceSubrange(place, with: repeatElement(0x20, count: place.count))
                from = place.upperBound
            }
            start = end + 1
        }
        return bytes
    }

    /// What was said of one call: its place in the excerpt is looked up, since readers join and cut lines.
    init(_ text: String, line: Int?, in excerpt: InputExcerpt?) {
        let bytes = Array(text.utf8)[...]
        self.text = IndexedText(bytes)
        number = { place in
            guard let excerpt else { return line }
            let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
            let words = bytes[max(start, place - 24)..<min(bytes.endIndex, place + 24)].prefix { $0 != 0x0A }
            let wanted = String(decoding: words, as: UTF8.self)
            var rest = excerpt.bytes[...]
            while let found = rest.range(of: wanted) {
                if let at = excerpt.line(at: found.lowerBound)?.number, at >= line ?? 0 { return at }
                rest = excerpt.bytes[found.upperBound...]
            }
            return line
        }
    }

    /// What a place shows, with the words around it.
    func fact(_ value: String, at place: Range<Int>) -> Scene.Fact {
        Scene.Fact(SafeMessage.text(value, limit: 300), evidence: words(around: place), line: number(place.lowerBound))
    }

    func line(of place: Int) -> Int? { number(place) }

    /// The words around a place, secrets masked: a line is masked before it is cut, since half of a secret looks like none.
    private func words(around place: Range<Int>) -> String {
        let start = bytes[..<place.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
        let end = bytes[place.upperBound...].firstIndex(of: 0x0A) ?? bytes.endIndex
        var from = max(start, place.lowerBound - 1_000)
        var to = min(end, place.upperBound + 1_000)
        // Cut at blanks only.
        while from > start, from < place.lowerBound, bytes[from - 1] != 0x20 { from += 1 }
        while to < end, to > place.upperBound, bytes[to] != 0x20 { to -= 1 }
        let shown = SafeMessage.text(String(decoding: bytes[from..<to], as: UTF8.self), limit: 4_000)
        guard shown.count > 120 else { return shown }
        let mark = String(decoding: bytes[place].prefix(24), as: UTF8.self)
        let middle = shown.firstRange(of: mark)?.lowerBound ?? shown.startIndex
        let first = shown.index(middle, offsetBy: -40, limitedBy: shown.startIndex) ?? shown.startIndex
        let last = shown.index(middle, offsetBy: 80, limitedBy: shown.endIndex) ?? shown.endIndex
        return (first > shown.startIndex ? "\u{2026}" : "") + shown[first..<last]
            + (last < shown.endIndex ? "\u{2026}" : "")
    }
}
