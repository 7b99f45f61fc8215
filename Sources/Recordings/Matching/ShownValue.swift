import JSONText

/// Values as a line of a diff shows them: as JSON, cut to what a reader needs.
enum ShownValue {
    private static let longest = 100

    static func of(_ value: JSONValue) -> String { cut(value.text(.spaced), from: 0) }

    /// Both values; of two long strings the part around their first difference.
    static func pair(_ expected: JSONValue, _ found: JSONValue) -> (expected: String, found: String) {
        guard case .string(let left) = expected, case .string(let right) = found,
            max(left.utf8.count, right.utf8.count) > longest
        else { return (of(expected), of(found)) }
        let same = zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.count
        let start = max(0, same - 30)
        return (cut(left, around: start), cut(right, around: start))
    }

    private static func cut(_ text: String, around start: Int) -> String {
        let part = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(longest)))
        let shown = JSONValue.string(part).text()
        let hasMore = text.unicodeScalars.count > start + longest
        return (start > 0 ? "…" : "") + shown + (hasMore ? "…" : "") + " (\(text.utf8.count) bytes)"
    }

    private static func cut(_ text: String, from start: Int) -> String {
        guard text.utf8.count > longest else { return text }
        return String(text.prefix(longest)) + "… (\(text.utf8.count) bytes)"
    }
}
