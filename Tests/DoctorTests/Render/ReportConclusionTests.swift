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

    @Test func `of several causes the first one's advice is next`() {
        let said = conclusion([
            finding(.tokenExpired, .fail), finding(.signatureMismatch, .fail, command: "type this"),
        ])
        #expect(said.subject == .cause)
        #expect(said.next == .words("Do it"))
    }

    @Test func `an advice without a command is not passed over for the command of a later one`() {
        var told = finding(.iamDenied, .fail)
        told.remedies = [Remedy("Do not widen the role."), Remedy("See whether it is allowed.", command: "widen it")]
        #expect(conclusion([told]).next == .words("Do not widen the role."))
        // A command that this run has done already leaves a text with nothing to say.
        told.remedies = [Remedy("See the clock.", .getCredentials), Remedy("Do it", command: "type this")]
        #expect(conclusion([told]).next == .command("type this"))
    }

    @Test func `a cause without advice leads to its page`() {
        var told = finding(.tokenExpired, .fail)
        told.remedies = []
        #expect(conclusion([told]).next == .command("doctor explain \(FindingCode.tokenExpired)"))
    }

    @Test func `a long advice is cut behind a sentence`() {
        var told = finding(.iamDenied, .fail)
        told.remedies = [Remedy(String(repeating: "One sentence of it. ", count: 30))]
        guard case .words(let words) = conclusion([told]).next else {
            Issue.record("no words")
            return
        }
        #expect(words.count <= 241)
        #expect(words.hasSuffix("of it."))
    }

    @Test func `a warning alone is what is told`() {
        let said = conclusion([
            finding(.clockAgrees, .pass),
            finding(.throttled, .warn, command: "type this"),
        ])
        #expect(said.subject == .warning)
        #expect(said.code == FindingCode.throttled.spelling)
        #expect(said.next == .command("type this"))
    }

    @Test func `what has no verdict has no cause, and a next step`() {
        let said = conclusion([finding(.unknownError, .unknown, command: "type this")])
        #expect(said.subject == nil)
        #expect(said.next == .command("type this"))
    }

    @Test func `where all is well there is nothing to type`() {
        #expect(conclusion([finding(.clockAgrees, .pass)]).next == nil)
    }
}
