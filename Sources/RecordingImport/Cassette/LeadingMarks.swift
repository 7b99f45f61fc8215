/// Knows which quoted scalars begin with U+FEFF.
///
/// The YAML library makes its strings with Foundation, which takes a leading U+FEFF for a byte order mark and drops it. In a
/// JSON string it is a character like any other, so the source is asked.
struct LeadingMarks {
    /// The places of opening quotes before the escape, or nothing if the text has no such escape at all.
    private let quotes: Set<CassetteNode.Place>

    init(in text: String) {
        guard Self.hasEscape(text.utf8.span) else {
            quotes = []
            return
        }
        var quotes: Set<CassetteNode.Place> = []
        var line = 1
        var column = 1
        let scalars = text.unicodeScalars
        for place in scalars.indices {
            switch scalars[place] {
            // What the library counts as the end of a line.
            case "\n", "\u{85}", "\u{2028}", "\u{2029}":
                line += 1
                column = 1
                continue
            case "\r":
                let next = scalars.index(after: place)
                if next == scalars.endIndex || scalars[next] != "\n" {
                    line += 1
                    column = 1
                    continue
                }
            case "\"":
                let rest = String(scalars[scalars.index(after: place)...].prefix(6))
                if rest.lowercased() == #"\ufeff"# { quotes.insert(CassetteNode.Place(line: line, column: column)) }
            default: break
            }
            column += 1
        }
        self.quotes = quotes
    }

    /// Whether the escape stands anywhere; nearly always it does not.
    private static func hasEscape(_ text: borrowing Span<UInt8>) -> Bool {
        let escape = Array(#"\ufeff"#.utf8)
        guard text.count >= escape.count else { return false }
        for start in 0...(text.count - escape.count) where text[start] == escape[0] {
            if escape.indices.allSatisfy({ text[start + $0] | 0x20 == escape[$0] | 0x20 }) { return true }
        }
        return false
    }

    func begins(at place: CassetteNode.Place?) -> Bool {
        guard let place, !quotes.isEmpty else { return false }
        return quotes.contains(place)
    }
}
