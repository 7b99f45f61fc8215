import Codes
package import WireText

/// What fails a run: results of these statuses, and those with these codes (`--fail-on`, `--strict`).
package struct FailureRule: Sendable, Hashable {
    package var statuses: Set<Status>
    /// Codes that fail a run whatever their result's status is, as long as something was found.
    package var codes: [Wildcard]

    package init(statuses: Set<Status>, codes: [Wildcard] = []) {
        self.statuses = statuses
        self.codes = codes
    }

    /// What failed.
    package static let usual = FailureRule(statuses: [.fail])

    /// A warning and a missing verdict too.
    package static let strict = FailureRule(statuses: [.fail, .warn, .unknown])

    /// Whether a result fails the run; what passed never does, nor what was skipped.
    package func fails(_ status: Status, code: String?) -> Bool {
        guard status != .pass, status != .skip else { return false }
        return statuses.contains(status) || code.map { code in codes.contains { $0.matches(code) } } ?? false
    }

    /// The same for a result; a reading counts by its status alone: its code was not found.
    package func fails(_ result: some JudgedResult) -> Bool {
        fails(result.status, code: result.isReading ? nil : result.cause?.spelling)
    }

    /// Whether anything in a report fails the run.
    package func fails(_ report: Report) -> Bool {
        report.findings.contains { fails($0) } || report.models.contains { fails($0) }
            || report.cases.contains { fails($0) }
    }

    /// The rule as `--fail-on` would say it.
    package var words: String {
        (Status.allCases.filter(statuses.contains).map(\.rawValue) + codes.map(\.text)).joined(separator: ",")
    }
}
