import Codes
import Report
import Testing

@testable import doctor

/// The last lines: whatever was found, what to type next.
struct ReportConclusionTests {
    private func conclusion(_ findings: [Finding]) -> ReportConclusion {
        var report = Report(tool: .init(version: "0"), command: "explain", startedAt: "")
        report.findings = findings
        return ReportConclusion(report)
    }

    private func finding(_ code: FindingCode, _ status: Status, command: String? = nil) -> Finding {
        Finding(
            code: code, check: .explain, status: status, title: code.title, detail: "",
            remedies: [Remedy("Do it", command: command)])
    }

    @Test func `causes without a command lead to the page of the first`() {
        let said = conclusion([
            finding(.tokenExpired, .fail), finding(.signatureMismatch, .fail),
        ])
        #expect(said.subject == .cause)
        #expect(said.next == "doctor explain \(FindingCode.tokenExpired)")
    }

    @Test func `a warning alone is what is told`() {
        let said = conclusion([
            finding(.clockAgrees, .pass),
            finding(.throttled, .warn, command: "type this"),
        ])
        #expect(said.subject == .warning)
        #expect(said.code == FindingCode.throttled.spelling)
        #expect(said.next == "type this")
    }

    @Test func `what has no verdict has no cause, and a next step`() {
        let said = conclusion([finding(.unknownError, .unknown, command: "type this")])
        #expect(said.subject == nil)
        #expect(said.next == "type this")
    }

    @Test func `where all is well there is nothing to type`() {
        #expect(conclusion([finding(.clockAgrees, .pass)]).next == nil)
    }
}
