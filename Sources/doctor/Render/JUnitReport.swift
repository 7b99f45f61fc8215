import Report

/// The report as JUnit XML, which CI systems draw as a list of tests.
///
/// A test suite is a check, a region, or all cases; ``JUnitTest`` has the names. What is skipped or without a verdict is
/// `skipped`, with the reason: it has neither passed nor failed. A warning is a failure only where `--strict` or `--fail-on`
/// makes it one; otherwise it passes and stands in `system-out`, as the remark on a broken `may` does. The code of what failed
/// stands in the failure's type.
struct JUnitReport {
    let report: Report
    let rule: FailureRule
    private let faults: [String]

    /// - Parameters:
    ///   - rule: What fails a test, as it fails the command.
    ///   - faults: Why the run itself failed: the error of a test of its own, since one without a test would look well.
    init(report: Report, failing rule: FailureRule = .usual, faults: [String] = []) {
        self.report = report
        self.rule = rule
        self.faults = faults
    }

    func rendered() -> String {
        let suites = suites()
        let whole = JUnitSuite(
            cases: suites.flatMap(\.cases), own: ("time", JUnitCase.time(report.durationMs / 1000)),
            name: "doctor " + report.command)
        return whole.element("testsuites", parts: suites.map { $0.element("testsuite") }).document()
    }

    private func suites() -> [JUnitSuite] {
        var order: [String] = []
        var cases: [String: [JUnitCase]] = [:]
        for test in JUnitTest.all(report) {
            if cases[test.suite] == nil { order.append(test.suite) }
            cases[test.suite, default: []].append(testCase(test))
        }
        var suites = order.map { (name: $0, cases: cases[$0, default: []]) }
        if !faults.isEmpty { suites.append((name: "run", cases: [own])) }
        return suites.map { JUnitSuite(cases: $0.cases, own: ("timestamp", report.startedAt), name: $0.name) }
    }

    /// The run as a test.
    private var own: JUnitCase {
        var result = JUnitCase(
            name: "doctor \(report.command)", className: "doctor.\(report.command).run",
            seconds: report.durationMs / 1000)
        let faults = faults.map { VisibleText.of($0) }
        result.error = JUnitMessage(message: faults[0], type: nil, text: faults.joined(separator: "\n"))
        return result
    }

    private func testCase(_ test: JUnitTest) -> JUnitCase {
        var result = JUnitCase(
            name: test.name, className: "doctor.\(report.command).\(test.suite)",
            seconds: test.entries.reduce(0) { $0 + $1.durationMs } / 1000)
        switch test.outcome(failing: rule) {
        case .failed(let entry): result.failure = message(entry, among: test.entries)
        case .skipped(let entry): result.skipped = message(entry, among: test.entries)
        case .passed:
            // With --fail-on, what failed may not count as a failure.
            let told = test.entries.filter { $0.status == .warn || $0.status == .fail || $0.isRemark }
            result.output = told.isEmpty ? nil : told.map(Self.words).joined(separator: "\n")
        }
        return result
    }

    /// The decisive entry, and in the text what else was found beside it.
    private func message(_ entry: ReportEntry, among entries: [ReportEntry]) -> JUnitMessage {
        let others = entries.filter { $0.status != .pass && ($0.title, $0.code) != (entry.title, entry.code) }
        let more = others.map { "\n\($0.status.rawValue): \(Self.words($0))" + ($0.code.map { " (\($0))" } ?? "") }
        return JUnitMessage(
            message: entry.title, type: entry.code, text: ([entry.detail] + more).joined(separator: "\n"))
    }

    private static func words(_ entry: ReportEntry) -> String {
        [entry.title, entry.detail].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
