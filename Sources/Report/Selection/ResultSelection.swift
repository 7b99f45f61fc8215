package import WireText

/// Which results a run is for, by their names: cases by their ids, cells as `MODEL in REGION`, findings by check or code.
package struct ResultSelection: Sendable, Hashable {
    /// Only what fits one of these; everything if there are none.
    package var run: [Wildcard]
    /// And nothing that fits one of these.
    package var skip: [Wildcard]

    package init(run: [Wildcard] = [], skip: [Wildcard] = []) {
        self.run = run
        self.skip = skip
    }

    /// Whether nothing is left out.
    package var isEverything: Bool { run.isEmpty && skip.isEmpty }

    /// Whether a finding is wanted, by its check or its code.
    package func includes(_ finding: Finding) -> Bool {
        includes(finding.words)
    }

    /// Whether what has these words is wanted.
    func includes(_ words: [String]) -> Bool {
        (run.isEmpty || run.contains { words.contains(where: $0.matches) })
            && !skip.contains { words.contains(where: $0.matches) }
    }

    /// Whether a check has to be made: one of which only some findings are wanted has, since nobody knows before what it
    /// finds.
    ///
    /// - Parameter codes: The codes that there are.
    package func asks(_ check: Check, codes: [String]) -> Bool {
        !skip.contains { $0.matches(check.rawValue) }
            && (run.isEmpty
                || run.contains { $0.matches(check.rawValue) || codes.contains(where: $0.matches) })
    }

    /// What is wrong with the patterns: one that fits nothing was mistyped, or is out of date.
    ///
    /// - Parameters:
    ///   - names: Every name that a pattern may fit.
    ///   - noun: What they name, in the plural.
    /// - Returns: a sentence that names the pattern; nil if every one fits something.
    package func fault(among names: [String], _ noun: String = "cases") -> String? {
        let known = Set(names)
        for (option, patterns) in [("--run", run), ("--skip", skip)] {
            for pattern in patterns where !known.contains(pattern.text) && !names.contains(where: pattern.matches) {
                return "\(option) \(pattern.text) matches none of the \(names.count) \(noun)"
                    + Self.hint(pattern.text, among: names)
            }
        }
        return nil
    }

    static func hint(_ text: String, among names: [String]) -> String {
        // A model alone is the beginning of its cells' names.
        if !Wildcard(text).isPattern, names.contains(where: { $0.hasPrefix(text + " in ") }) {
            return "; a cell is MODEL in REGION, did you mean '\(text) in *'?"
        }
        return NearestName.nearest(to: text, among: names).map { "; did you mean \($0)?" } ?? "."
    }
}
