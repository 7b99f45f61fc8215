import ArgumentParser
import JSONText
import Report
import WireText

/// What `--fail-on` takes: statuses and codes, separated by commas.
enum FailureWords {
    /// The statuses that can fail a run.
    private static let statuses: [Status] = [.fail, .warn, .unknown]

    /// The rule; `nil` where nothing is said.
    ///
    /// - Throws: `ValidationError` for a word that is neither a status nor a pattern of a code that there is.
    static func rule(_ words: [String], isStrict: Bool) throws -> FailureRule? {
        guard !words.isEmpty else { return isStrict ? .strict : nil }
        var rule = isStrict ? FailureRule.strict : FailureRule(statuses: [])
        for word in words.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            let word = String(word.trimmedWhitespace())
            if let status = statuses.first(where: { $0.rawValue == word }) {
                rule.statuses.insert(status)
                continue
            }
            let pattern = Wildcard(word)
            guard RunManners.codes.contains(where: pattern.matches) else {
                let known = statuses.map(\.rawValue) + RunManners.codes
                let hint = NearestName.nearest(to: word, among: known).map { " Did you mean \($0)?" } ?? ""
                throw ValidationError(
                    "--fail-on takes fail, warn, unknown, or a code, found '\(VisibleText.of(word))'.\(hint) "
                        + "`doctor explain --list` shows all codes.")
            }
            rule.codes.append(pattern)
        }
        return rule
    }
}
