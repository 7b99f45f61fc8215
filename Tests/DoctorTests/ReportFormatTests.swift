import Foundation
import JSONText
import TestSupport
import Testing

/// What CI systems read, against the JSON of the same run.
@Suite(.live) struct ReportFormatTests {
    private func reports(
        _ arguments: [String], _ form: String, environment: [String: String] = [:]
    ) async throws -> (json: JSONValue, other: String) {
        let folder = try TemporaryFolder()
        let result = try await DoctorProcess.run(
            arguments + ["--format", "json", "--output", folder.path + "/json", "--format", form],
            environment: environment)
        return (try JSONValue(parsing: try folder.text("json")), result.output)
    }

    private func count(_ report: JSONValue, _ statuses: String...) -> Int {
        ["findings", "models", "cases"].flatMap { report[$0]?.arrayValue ?? [] }
            .count { statuses.contains($0["status"]?.stringValue ?? "") }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [["models", "--mock"], ["env"], ["env", "--strict"], ["replay"], ["check", "--mock"]])
    func `JUnit counts what the report counts, each test under a name of its own`(_ arguments: [String]) async throws {
        let (json, xml) = try await reports(arguments, "junit", environment: ["AWS_REGION": "<&\"'>\u{1B}\u{7}]]>é"])
        let suites = try JUnitDocument(reading: xml)
        let cases = suites.testsuite.flatMap(\.testcase)
        #expect(suites.tests == cases.count)
        #expect(suites.tests == count(json, "pass", "warn", "fail", "skip", "unknown"))
        #expect(suites.failures == cases.count { $0.failure != nil })
        #expect(suites.failures == count(json, "fail") + (arguments.contains("--strict") ? count(json, "warn") : 0))
        #expect(suites.skipped == cases.count { $0.skipped != nil })
        #expect(suites.skipped == count(json, "skip", "unknown"))
        for suite in suites.testsuite { #expect(Set(suite.testcase.map(\.name)).count == suite.testcase.count) }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [["models", "--mock"], ["env"]])
    func `GitHub gets one command a line for each that wants attention`(_ arguments: [String]) async throws {
        let (json, text) = try await reports(
            arguments, "github", environment: ["AWS_REGION": "100%\r\n::set-env::x,y:z"])
        let lines = text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error title=") } == count(json, "fail"))
        #expect(lines.count { $0.hasPrefix("::warning title=") } == count(json, "warn"))
        // The last line is the count for the log; nothing else may begin a command or follow a line break.
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix("::error title=") || $0.hasPrefix("::warning title=") })
        #expect(lines.last?.hasPrefix("::") == false)
        #expect(!text.contains("\r"))
    }

    @Test(.timeLimit(.minutes(1)), arguments: [["models", "--mock"], ["env"], ["replay"]])
    func `the page names everything that wants attention, and runs nothing of what it shows`(
        _ arguments: [String]
    ) async throws {
        let (json, page) = try await reports(
            arguments, "html", environment: ["AWS_REGION": "</div><script>alert(1)</script>"])
        #expect(!page.contains("<script"))
        #expect(page.components(separatedBy: "<div").count == page.components(separatedBy: "</div>").count)
        #expect(!page.contains("<pre></pre>") && !page.contains("{{"))
        for finding in json["findings"]?.arrayValue ?? [] {
            #expect(page.contains(try #require(finding["code"]?.stringValue)))
        }
        for cell in json["models"]?.arrayValue ?? [] {
            #expect(page.contains(try #require(cell["model"]?.stringValue)))
        }
    }
}
