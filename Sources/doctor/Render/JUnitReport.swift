import Foundation
import Report
import XMLCoder

/// The report as JUnit XML, which CI systems draw as a list of tests.
///
/// A test suite is a check, a region, or all cases. What is skipped or without a verdict is `skipped`, with the reason:
/// it has neither passed nor failed. A warning is a failure only where `--strict` makes it one; else it passes, and is told
/// in `system-out`.
struct JUnitReport {
    let report: Report
    let strict: Bool

    func rendered() throws -> String {
        let encoder = XMLEncoder()
        encoder.outputFormatting = [.prettyPrinted]
        let document = try encoder.encode(
            JUnitSuites(suites(), name: "doctor " + report.command, seconds: report.durationMs / 1000),
            withRootKey: "testsuites", header: XMLHeader(version: 1.0, encoding: "UTF-8"))
        return String(decoding: document, as: UTF8.self) + "\n"
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

/// The elements, in the common form that Jenkins, GitLab and GitHub's actions read.
struct JUnitSuites: Encodable {
    @Attribute var name: String
    @Attribute var tests: Int
    @Attribute var failures: Int
    @Attribute var skipped: Int
    @Attribute var errors: Int
    @Attribute var time: String
    let testsuite: [JUnitSuite]

    init(_ suites: [JUnitSuite], name: String, seconds: Double) {
        _name = Attribute(name)
        _tests = Attribute(suites.reduce(0) { $0 + $1.tests })
        _failures = Attribute(suites.reduce(0) { $0 + $1.failures })
        _skipped = Attribute(suites.reduce(0) { $0 + $1.skipped })
        _errors = Attribute(0)
        _time = Attribute(JUnitCase.time(seconds))
        testsuite = suites
    }
}

struct JUnitSuite: Encodable {
    @Attribute var name: String
    @Attribute var tests: Int
    @Attribute var failures: Int
    @Attribute var skipped: Int
    @Attribute var errors: Int
    @Attribute var timestamp: String
    let testcase: [JUnitCase]

    init(_ cases: [JUnitCase], name: String, timestamp: String) {
        _name = Attribute(name)
        _tests = Attribute(cases.count)
        _failures = Attribute(cases.count { $0.failure != nil })
        _skipped = Attribute(cases.count { $0.skipped != nil })
        _errors = Attribute(0)
        _timestamp = Attribute(timestamp)
        testcase = cases
    }
}

struct JUnitCase: Encodable {
    @Attribute var name: String
    @Attribute var classname: String
    @Attribute var time: String
    var failure: JUnitMessage?
    var skipped: JUnitMessage?
    var output: String?
    /// The name before it was numbered.
    let entryName: String

    init(name: String, className: String, seconds: Double) {
        entryName = name
        _name = Attribute(name)
        _classname = Attribute(className)
        _time = Attribute(Self.time(seconds))
    }

    enum CodingKeys: String, CodingKey {
        case name, classname, time, failure, skipped
        case output = "system-out"
    }

    /// Seconds with three decimals, as JUnit's `time` has them.
    static func time(_ seconds: Double) -> String {
        let milliseconds = Int((max(0, seconds) * 1000).rounded())
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}

struct JUnitMessage: Encodable {
    @Attribute var message: String
    @Attribute var type: String?
    let text: String

    init(message: String, type: String?, text: String) {
        _message = Attribute(message)
        _type = Attribute(type)
        self.text = text
    }

    enum CodingKeys: String, CodingKey {
        case message, type
        case text = ""
    }
}
