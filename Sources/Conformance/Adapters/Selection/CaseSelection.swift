import WireText

/// Which of the cases are run.
package struct CaseSelection: Sendable, Hashable {
    /// Only what fits one of these; everything if there are none.
    package var run: [NamePattern]
    /// And nothing that fits one of these.
    package var skip: [NamePattern]

    package init(run: [NamePattern] = [], skip: [NamePattern] = []) {
        self.run = run
        self.skip = skip
    }

    package func includes(_ id: String) -> Bool {
        (run.isEmpty || run.contains { $0.matches(id) }) && !skip.contains { $0.matches(id) }
    }

    /// What is wrong with the patterns: one that fits no case was mistyped, or is out of date.
    ///
    /// - Returns: a sentence that names the pattern; nil if every one fits something.
    package func fault(among ids: [String]) -> String? {
        for (option, patterns) in [("--run", run), ("--skip", skip)] {
            for pattern in patterns where !ids.contains(where: pattern.matches) {
                return "\(option) \(pattern.text) matches none of the \(ids.count) cases"
                    + Self.hint(pattern.text, among: ids)
            }
        }
        return nil
    }

    static func hint(_ text: String, among ids: [String]) -> String {
        NearestName.nearest(to: text, among: ids).map { "; did you mean \($0)?" } ?? "."
    }
}
