/// A part of a report, by its heading: what a person asserts in one, nobody asserts in another.
package enum ReportPart: Sendable, Hashable {
    /// What happened.
    case told
    /// What ought to happen, or is asked for: no word of it has come true.
    case wished
    /// The answer to the question whether it worked before.
    case regression
    /// The answer to the question which version worked.
    case lastGood

    /// Words of headings, the narrower before the wider.
    private static let headings: [(words: [String], part: ReportPart)] = [
        (["last working", "last known", "last good", "working version", "known good"], .lastGood),
        (["regression", "worked before", "work before", "used to work", "previously work"], .regression),
        (
            [
                "expected", "expectation", "proposal", "proposed", "suggest", "feature", "desired", "would like",
                "possible solution", "possible fix", "acceptance", "wish", "should happen",
            ], .wished
        ),
    ]

    /// The part that a heading opens.
    init(heading: String) {
        let text = heading.lowercased()
        self = Self.headings.first { row in row.words.contains(where: text.contains) }?.part ?? .told
    }

    /// The part that a short line opens which has no mark of a heading: `Expected behavior:`.
    init?(plainHeading line: String) {
        let text = line.lowercased()
        guard text.utf8.count < 60, !text.hasSuffix("."), !text.hasSuffix(","),
            text.split(separator: " ").count <= 5
        else { return nil }
        let bare = text.hasSuffix(":") ? String(text.dropLast()) : text
        let openings = [
            "expected", "expectation", "actual", "observed", "current", "steps", "description", "describe",
            "environment",
            "version", "reproduction", "additional", "is this a regression", "last working", "last known",
        ]
        guard openings.contains(where: bare.hasPrefix),
            text.hasSuffix(":") || text.hasSuffix("?") || bare.hasSuffix("behavior") || bare.hasSuffix("behaviour")
                || bare.hasSuffix("result") || bare.hasSuffix("results") || bare.hasSuffix("version")
        else { return nil }
        self = ReportPart(heading: bare)
    }
}
