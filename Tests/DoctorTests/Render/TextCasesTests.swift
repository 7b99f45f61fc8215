import Report
import Testing

@testable import doctor

/// The cases of a report as text: what passes in silence is counted only.
struct TextCasesTests {
    private func text(_ result: CaseResult) -> String {
        TextCases(cases: [result], style: TextStyle(colored: false), verbosity: 0).lines().joined(separator: "\n")
    }

    @Test func `a case that passes with a remark is shown with it`() {
        let text = text(
            CaseResult(
                id: "retries/retry-after", status: .pass, stage: "pause", message: "expected 1950 ms", durationMs: 1))
        #expect(text.contains("ok    retries/retry-after  pause"), "\(text)")
        #expect(text.contains("expected 1950 ms"))
    }

    @Test(arguments: [nil, "healed", "new"])
    func `one that passes, and one of a comparison that did, is not shown`(_ stage: String?) {
        #expect(text(CaseResult(id: "a", status: .pass, stage: stage, message: "it signs x too", durationMs: 1)) == "")
    }
}
