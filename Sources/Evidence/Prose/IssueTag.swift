import JSONText

/// The word in brackets before the title of an issue: `[BUG] It fails`, `[Bug]: It fails`.
enum IssueTag {
    private static let longest = 20

    /// The levels of logs, which stand in brackets before no title.
    private static let levels: Set<String> = [
        "info", "warn", "warning", "debug", "error", "trace", "notice", "fatal", "critical",
    ]

    /// A title without its tag; any other line as it is.
    static func removed(from line: String) -> String {
        guard line.first == "[", let close = line.prefix(longest + 2).firstIndex(of: "]") else { return line }
        let tag = line[line.index(after: line.startIndex)..<close]
        guard !tag.isEmpty, tag.allSatisfy({ $0.isLetter || $0 == " " }),
            !levels.contains(tag.lowercased()) || !tag.allSatisfy(\.isUppercase)
        else { return line }
        let title = line[line.index(after: close)...].drop { ": ".contains($0) }
        return title.isEmpty ? line : String(title)
    }
}
