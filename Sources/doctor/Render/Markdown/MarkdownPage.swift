/// Markdown that grows up to a limit, and says what had no room.
struct MarkdownPage {
    /// The most bytes.
    ///
    /// GitHub refuses the whole summary of a step above 1 MiB ("Workflow commands": job summaries); what is
    /// left over is room for the step's own words.
    static let limit = 1_000_000

    /// What the last lines may take.
    private static let reserve = 4_000

    private(set) var text = ""

    /// Adds a block, and a blank line behind it, unless it is too long for what is left.
    @discardableResult
    mutating func add(_ block: String) -> Bool {
        guard text.utf8.count + block.utf8.count + 2 <= Self.limit - Self.reserve else { return false }
        text += block + "\n\n"
        return true
    }

    /// Adds a table, row by row, and says how many rows had no room.
    ///
    /// - Parameters:
    ///   - heads: What stands over the columns.
    ///   - rows: The cells of each row, escaped.
    ///   - noun: What a row is about, in the singular.
    mutating func table(_ heads: [String], _ rows: [[String]], of noun: String) {
        list(
            rows, of: noun, before: [heads, heads.map { _ in "---" }].map(Self.row),
            entry: Self.row)
    }

    /// Adds entries, one a line, and says how many had no room.
    mutating func list<Entry>(
        _ entries: [Entry], of noun: String, before: [String] = [], entry: (Entry) -> String
    ) {
        guard !entries.isEmpty else { return }
        for line in before { text += line + "\n" }
        var written = 0
        for line in entries.lazy.map(entry) {
            guard text.utf8.count + line.utf8.count + 1 <= Self.limit - Self.reserve else { break }
            text += line + "\n"
            written += 1
        }
        text += "\n"
        let left = entries.count - written
        if left > 0 { end("\(left) more \(noun)\(left == 1 ? "" : "s"): no room is left in a summary.") }
    }

    /// Adds what must be there however long the rest is.
    mutating func end(_ words: String) { text += words + "\n\n" }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
