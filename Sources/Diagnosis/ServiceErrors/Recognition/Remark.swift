import Evidence
import WireText

/// A remark in brackets, by which a reporter explains a step or an entry of a list: it tells of a model or a setting, and not what failed.
///
/// `- anthropic.claude-opus-4-6-v1 (requires inference profile)`, `4. Disable tools (because this model doesn't support them)`,
/// `(Note: ...)`.
enum Remark {
    /// A text without such remarks; the text itself where it has none, and where it is nothing more than one line of a list.
    static func removed(from text: String) -> String {
        guard text.contains("("), text.utf8.count < 16_384 else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let hasOthers = lines.count { !$0.allSatisfy(\.isWhitespace) } > 1
        let kept = lines.map { line in
            line.contains("(") ? withoutBrackets(line, all: hasOthers && isEntry(line)) : String(line)
        }
        return kept.joined(separator: "\n")
    }

    /// Whether a line is an entry of a list or a numbered step.
    private static func isEntry(_ line: Substring) -> Bool {
        let words = line.drop { $0 == " " || $0 == "\t" }
        if ["- ", "* ", "+ ", "\u{2022} "].contains(where: words.hasPrefix) { return true }
        let number = words.prefix(while: \.isNumber)
        let mark = words.dropFirst(number.count)
        return (1...2).contains(number.count) && [". ", ") ", "- "].contains(where: mark.hasPrefix)
    }

    private static let openings = [
        "note", "because", "since", "as this", "as the", "e.g", "i.e", "which", "remember", "fyi", "btw", "ps",
    ]

    private static func withoutBrackets(_ line: Substring, all: Bool) -> String {
        var kept = ""
        var rest = line
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let inside = rest[rest.index(after: open)..<close]
            let isRemark = (all || openings.contains(where: inside.lowercased().hasPrefix)) && !isFailure(inside)
            kept += isRemark ? rest[..<open] : rest[...close]
            rest = rest[rest.index(after: close)...]
        }
        return kept + rest
    }

    /// Whether what stands in brackets names an error, a status, or quotes what somebody else said.
    private static func isFailure(_ text: Substring) -> Bool {
        if ["rror", "xception", "ailed", "enied", "40", "50", "\"", "`", "://"].contains(where: text.contains) {
            return true
        }
        return text.split(separator: " ").count < 2
    }
}
