import JSONText
import Report

/// What was signed above what must be signed, with a caret under the first byte in which they part.
///
/// Lines too long for the terminal are cut around that place.
struct LineDifferenceText {
    let difference: LineDifference

    /// The rows, each at most `width` columns wide.
    func lines(width: Int, _ style: TextStyle) -> [String] {
        let (signed, expected, column) = (difference.signed, difference.expected, difference.column)
        let label = 12
        let room = max(20, width - label)
        let longest = max(signed?.count ?? 0, expected?.count ?? 0)
        var start = 0
        if longest > room {
            // The place of the difference a third from the left: what follows it says more than what is before.
            start = max(0, min(column - room / 3, longest - room + 1))
        }
        func row(_ name: String, _ text: String?) -> String {
            style.dim(name.padded(to: label))
                + (text.map { $0.isEmpty ? style.dim("(empty line)") : Self.window($0, from: start, room) }
                    ?? style.dim("(absent)"))
        }
        var rows = [style.dim(difference.section), row("  signed", signed), row("  expected", expected)]
        if signed != nil, expected != nil {
            let place = column - start + (start > 0 ? 1 : 0)
            rows.append(
                String(repeating: " ", count: label + max(0, place)) + style.bold("^")
                    + style.dim(" byte \(difference.byte + 1)"))
        }
        return rows
    }

    /// The part of a long line that fits, with marks where it was cut.
    static func window(_ text: String, from start: Int, _ room: Int) -> String {
        let lead = start > 0 ? "\u{2026}" : ""
        let rest = text.dropFirst(start)
        let space = room - lead.count
        return rest.count <= space ? lead + rest : lead + rest.prefix(space - 1) + "\u{2026}"
    }
}
