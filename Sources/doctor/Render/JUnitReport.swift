import Report

/// The report as JUnit XML, which CI systems draw as a list of tests.
///
/// A test suite is a check, a region, or all cases. What is skipped or without a verdict is `skipped`, with the reason:
/// it has neither passed nor failed. A warning is a failure only where `--strict` makes it one; else it passes, and is told
/// in `system-out`.
struct JUnitReport {
    let report: Report
    let strict: Bool

    func rendered() -> String {
        JUnitSuites(suites(), name: "doctor " + report.command, seconds: report.durationMs / 1000).element.document()
    }

    private func suites() -> [JUnitSuite] {
        var order: [String] = []
        var cases: [String: [JUnitCase]] = [:]
        for entry in ReportEntry.all(report) {
            if cases[entry.group] == nil { order.append(entry.group) }
            var testCase = testCase(entry)
            // A test is known by its name: a code that a check reports twice gets a number.
            let earlier = cases[entry.group, default: []].count { $0.entryName == entry.name }
            if earlier > 0 { testCase.name += " (\(earlier + 1))" }
            cases[entry.group, default: []].append(testCase)
        }
        return order.map { JUnitSuite(cases[$0, default: []], name: $0, timestamp: report.startedAt) }
    }

    private func testCase(_ entry: ReportEntry) -> JUnitCase {
        var result = JUnitCase(
            name: entry.name, className: "doctor.\(report.command).\(entry.group)", seconds: entry.durationMs / 1000)
        let message = JUnitMessage(message: entry.title, type: entry.code, text: entry.detail)
        switch entry.status {
        case .fail: result.failure = message
        case .warn where strict: result.failure = message
        case .skip, .unknown: result.skipped = message
        case .warn: result.output = [entry.title, entry.detail].filter { !$0.isEmpty }.joined(separator: "\n")
        case .pass: break
        }
        return result
    }
}
