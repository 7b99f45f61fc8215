import Report
import Testing

@testable import doctor

/// What a JUnit report says of a test that passes.
struct JUnitReportTests {
    private func report(_ result: CaseResult) throws -> String {
        var report = Report(tool: .init(version: "0"), command: "conformance", startedAt: "")
        report.cases = [result]
        return JUnitReport(report: report).rendered()
    }

    @Test func `a rule of the level may that is broken passes, with the remark`() throws {
        let text = try report(
            CaseResult(
                id: "retries/retry-after", status: .pass, stage: "pause", message: "expected 1950 ms", durationMs: 1))
        #expect(text.contains("<system-out>"))
        #expect(text.contains("expected 1950 ms"))
        #expect(!text.contains("<failure"))
    }

    @Test func `what passes in full has nothing to say`() throws {
        let text = try report(
            CaseResult(id: "a", status: .pass, stage: nil, message: "it signs x too", durationMs: 1))
        #expect(!text.contains("<system-out>"))
    }
}
