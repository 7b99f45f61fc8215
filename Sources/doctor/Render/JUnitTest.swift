import Codes
import JSONText
import Report

/// One test of a JUnit report, under a name that stays the same from run to run.
///
/// A CI system follows a test by its name. So it is what was looked at: a check, a model in a region, a vector, a call;
/// never what was found there, and nothing that changes by itself, such as a port or a time. All findings of one check
/// are one test.
struct JUnitTest {
    let suite: String
    let name: String
    /// What was found, in the report's order; at least one.
    private(set) var entries: [ReportEntry]

    /// What a test came to.
    enum Outcome {
        case passed
        /// Neither passed nor failed, with the reason.
        case skipped(ReportEntry)
        /// With the failure that gives the test's type.
        case failed(ReportEntry)
    }

    /// The tests of a report, in its order.
    static func all(_ report: Report) -> [JUnitTest] {
        var tests: [JUnitTest] = []
        var places: [String: Int] = [:]
        for (finding, entry) in zip(report.findings, ReportEntry.all(report)) {
            let name = name(of: finding)
            let key = "\(entry.group)\n\(name)"
            if let place = places[key] {
                tests[place].entries.append(entry)
            } else {
                places[key] = tests.count
                tests.append(JUnitTest(suite: entry.group, name: name, entries: [entry]))
            }
        }
        let rest = ReportEntry.all(report).dropFirst(report.findings.count)
        let cells = zip(report.models, rest).map { cell, entry in
            JUnitTest(
                suite: entry.group, name: VisibleText.of(cell.name), entries: [entry])
        }
        let cases = rest.dropFirst(report.models.count).map {
            JUnitTest(suite: $0.group, name: $0.name, entries: [$0])
        }
        return tests + numbered(cells + cases)
    }

    /// The outcome of the gravest entry.
    ///
    /// - Parameter rule: What fails the test.
    func outcome(failing rule: FailureRule) -> Outcome {
        func first(_ statuses: Status...) -> ReportEntry? { entries.first { statuses.contains($0.status) } }
        let failures = entries.filter { rule.fails($0.status, code: $0.cause) }
        if let failed = failures.first(where: { $0.status == .fail }) ?? failures.first { return .failed(failed) }
        if let open = first(.unknown) { return .skipped(open) }
        if let skipped = first(.skip), first(.pass, .warn, .fail) == nil { return .skipped(skipped) }
        return .passed
    }

    /// The check; for a failure that was explained the call, as far as it is not a secret of one moment, or the input.
    private static func name(of finding: Finding) -> String {
        guard finding.check == .explain else { return finding.check.rawValue }
        if let call = finding.call?.call {
            // A presigned query holds the time and the signature.
            return VisibleText.of(String(call.prefix { $0 != "?" }))
        }
        return VisibleText.of(finding.call?.input ?? finding.code.spelling)
    }

    /// Gives a name that occurs again its number.
    private static func numbered(_ tests: [JUnitTest]) -> [JUnitTest] {
        var seen: [String: Int] = [:]
        return tests.map { test in
            let count = (seen["\(test.suite)\n\(test.name)"] ?? 0) + 1
            seen["\(test.suite)\n\(test.name)"] = count
            return count == 1
                ? test : JUnitTest(suite: test.suite, name: "\(test.name) (\(count))", entries: test.entries)
        }
    }
}
