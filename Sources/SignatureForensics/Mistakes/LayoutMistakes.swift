import Codes

/// What signers do wrong with the form of the canonical request as a whole: what stands between its lines, and their order.
enum LayoutMistakes {
    static let all: [Mistake] =
        separators.map { separator, words in
            mistake(.textLineEnds, "a canonical request with \(words) between its lines", .separated(separator))
        }
        + orders.map { parts, words in mistake(.textForm, "a canonical request \(words)", .parts(parts)) }

    /// What stands between lines in place of a line feed.
    static let separators: [([UInt8], String)] = [
        (Array("\\n".utf8), "a backslash and an n"), ([0x0D], "CR"), ([0x20], "a blank"), ([], "nothing"),
        ([0x20, 0x0A], "a blank and a line feed"), ([0x0A, 0x0A], "two line feeds"),
        (Array("\n  ".utf8), "line feeds and two blanks"), (Array("\n    ".utf8), "line feeds and four blanks"),
        (Array("\n\t".utf8), "line feeds and a tab"),
    ]

    private static let orders: [([RequestLayout.Part], String)] = [
        ([.method, .path, .query, .lines, .payload], "without the list of signed headers"),
        ([.method, .path, .query, .lines, .list], "without the hash of the body"),
        ([.method, .path, .query, .list, .payload], "without the headers"),
        ([.path, .query, .lines, .list, .payload], "without the method"),
        ([.method, .query, .lines, .list, .payload], "without the path"),
        ([.method, .path, .lines, .list, .payload], "without the line of the query"),
        ([.method, .path, .query, .lines, .payload, .list], "with the hash of the body before the list"),
        ([.method, .path, .query, .list, .lines, .payload], "with the list before the headers"),
        ([.method, .path, .query, .payload, .lines, .list], "with the hash of the body before the headers"),
        ([.method, .query, .path, .lines, .list, .payload], "with the query before the path"),
        ([.path, .method, .query, .lines, .list, .payload], "with the path before the method"),
        ([.method, .path, .lines, .query, .list, .payload], "with the query behind the headers"),
        ([.method, .path, .query, .emptyLine, .lines, .list, .payload], "with an empty line before the headers"),
        (
            [.method, .path, .query, .lines, .list, .emptyLine, .payload],
            "with an empty line before the hash of the body"
        ),
        ([.method, .path, .query, .joinedLines, .list, .payload], "with nothing between the headers"),
    ]

    private static func mistake(_ cause: FindingCode, _ words: String, _ layout: RequestLayout) -> Mistake {
        Mistake(cause, words, [.headerShape, .method, .queryPresence, .pathEnds], .canonicalRequest, .alone) {
            $0.layout = layout
        }
    }
}
