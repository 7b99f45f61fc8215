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
        #expect(said.next == NextAdvice(words: "Do it"))
    }

    @Test func `an advice without a command is not passed over for the command of a later one`() {
        var told = finding(.iamDenied, .fail)
        told.remedies = [Remedy("Do not widen the role."), Remedy("See whether it is allowed.", command: "widen it")]
        #expect(conclusion([told]).next == NextAdvice(words: "Do not widen the role."))
        // A command that this run has done already leaves a text with nothing to say.
        told.remedies = [Remedy("See the clock.", .getCredentials), Remedy("Do it", command: "type this")]
        #expect(conclusion([told]).next == NextAdvice(command: "type this"))
    }

    @Test func `a cause without advice leads to its page`() {
        var told = finding(.tokenExpired, .fail)
        told.remedies = []
        #expect(conclusion([told]).next == NextAdvice(command: "doctor explain \(FindingCode.tokenExpired)"))
    }

    @Test func `a long advice is cut behind a sentence`() {
        var told = finding(.iamDenied, .fail)
        told.remedies = [Remedy(String(repeating: "One sentence of it. ", count: 30))]
        guard let words = conclusion([told]).next?.words else {
            Issue.record("no words")
            return
        }
        #expect(words.count <= 241)
        #expect(words.hasSuffix("of it."))
    }

    @Test(
        arguments: [
            (
                "Raise the limit that is set there, and send it again.",
                "Raise the limit that is set there, and send it again."
            ),
            (
                "In that client it has another name: raise the limit there.",
                "In that client it has another name: raise the limit there."
            ),
        ])
    func `of a long advice the last line has what to do, and not why`(act: String, shown: String) {
        var told = finding(.iamDenied, .fail)
        told.remedies = [Remedy("\(String(repeating: "This is why. ", count: 20))\(act)")]
        #expect(conclusion([told]).next == NextAdvice(words: shown))
    }

    @Test func `a pronoun is shown with the sentence that names what it stands for`() {
        var told = finding(.iamDenied, .fail)
        let why = String(repeating: "This is why. ", count: 20)
        told.remedies = [Remedy("\(why)There is a space before the key id. Take it away from AWS_ACCESS_KEY_ID.")]
        let whole = "There is a space before the key id. Take it away from AWS_ACCESS_KEY_ID."
        #expect(conclusion([told]).next == NextAdvice(words: whole))
        told.remedies = [Remedy("\(why)Take the space away from AWS_ACCESS_KEY_ID.")]
        #expect(conclusion([told]).next == NextAdvice(words: "Take the space away from AWS_ACCESS_KEY_ID."))
    }

    @Test(
        arguments: [
            ("A token is there. ", "Take it away from that file.", "A token is there. Take it away from that file."),
            (
                "The clock is off. Measure the clock. ", "If it is right, sign last.",
                "Measure the clock. If it is right, sign last."
            ),
            ("It is so. ", "Where they are none, set the limit.", "It is so. Where they are none, set the limit."),
        ])
    func `a sentence that speaks of another one does not stand alone`(before: String, act: String, shown: String) {
        var told = finding(.iamDenied, .fail)
        told.remedies = [Remedy("\(before)\(act) \(String(repeating: "This is why. ", count: 24))")]
        #expect(
            conclusion([told]).next?.words?.hasPrefix(shown) ?? false, "\(String(describing: conclusion([told]).next))")
    }

    @Test func `a policy is shown whole`() {
        var told = finding(.iamDenied, .fail)
        let text = "Attach it: {\"Version\":\"2012-10-17\",\"Statement\":[\(String(repeating: "\"x\",", count: 60))]}"
        told.remedies = [Remedy(text)]
        #expect(conclusion([told]).next?.words == text)
    }

    @Test func `a long sentence is cut behind a clause, and else is whole`() {
        var told = finding(.iamDenied, .fail)
        told.remedies = [Remedy("Raise the limit; \(String(repeating: "or the other ", count: 30)).")]
        #expect(conclusion([told]).next == NextAdvice(words: "Raise the limit."))
        let open = "Raise the limit (this; \(String(repeating: "or the other ", count: 30)))."
        told.remedies = [Remedy(open)]
        #expect(conclusion([told]).next == NextAdvice(words: open))
    }

    @Test func `a warning alone is what is told`() {
        let said = conclusion([
            finding(.clockAgrees, .pass),
            finding(.throttled, .warn, command: "type this"),
        ])
        #expect(said.subject == .warning)
        #expect(said.code == FindingCode.throttled.spelling)
        #expect(said.next == NextAdvice(command: "type this"))
    }

    @Test func `what has no verdict has no cause, and a next step`() {
        let said = conclusion([finding(.unknownError, .unknown, command: "type this")])
        #expect(said.subject == nil)
        #expect(said.next == NextAdvice(command: "type this"))
    }

    @Test func `where all is well there is nothing to type`() {
        #expect(conclusion([finding(.clockAgrees, .pass)]).next == nil)
    }
}
