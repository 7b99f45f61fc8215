import JSONText

/// A part of a report, by its heading: what a person asserts in one, nobody asserts in another.
package enum ReportPart: Sendable, Hashable {
    /// What happened.
    case told
    /// What ought to happen, or is asked for: no word of it has come true.
    case wished
    /// What to do to see the failure: whoever writes it has done it.
    case steps
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
        (["reproduc", "steps to"], .steps),
    ]

    /// The part that a heading opens.
    init(heading: String) {
        let text = heading.lowercased()
        self = Self.headings.first { row in row.words.contains(where: text.contains) }?.part ?? .told
    }

    /// How lines begin that name the version which worked, with the version behind the colon.
    private static let lastGoodLabels = [
        "last working version", "last known working version", "last known good version", "last good version",
        "last version that worked", "latest working version", "previous working version", "known good version",
        "working version", "worked in version", "works in version",
    ]

    /// What stands behind the colon of a line that names the version which worked: `Last working version: v1.2.3`.
    static func lastGoodValue(in line: String) -> Substring? {
        let bare = line.drop { "-*# ".contains($0) }
        guard let colon = bare.prefix(60).firstIndex(of: ":") else { return nil }
        let label = bare[..<colon].filter { $0 != "*" }.lowercased()
        guard lastGoodLabels.contains(where: label.hasPrefix) else { return nil }
        let value = bare[bare.index(after: colon)...].trimmed(of: "* `")
        return value.isEmpty ? nil : value
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
