import Conformance
import Report
import Testing

@Suite("Which cases are run, and which are known to fail")
struct CaseSelectionTests {
    @Test(arguments: [
        ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "ab", false), ("*", "", true), ("", "", true),
        ("", "a", false),
        ("a?c", "abc", true), ("a?c", "ac", false), ("*-b-*", "a-b-c", true), ("*-b-*", "a-b", false),
        ("*a*a*", "aa", true), ("*ab", "aab", true), ("path-*", "xpath-1", false), ("a.c", "abc", false),
        ("*/header", "get-vanilla/header", true), ("***", "x", true), ("a*b*c", "aXbXbXc", true),
    ])
    func patterns(_ pattern: String, _ name: String, _ fits: Bool) {
        #expect(NamePattern(pattern).matches(name) == fits)
    }

    @Test func selection() {
        let ids = ["path-a", "path-b", "query-a"]
        let selection = CaseSelection(run: [NamePattern("path-*")], skip: [NamePattern("*-b")])
        #expect(ids.filter(selection.includes) == ["path-a"])
        #expect(selection.fault(among: ids) == nil)
        let wrong = CaseSelection(run: [NamePattern("path-c")])
        #expect(
            wrong.fault(among: ids)?.hasPrefix("--run path-c matches none of the 3 cases; did you mean path-") == true)
        #expect(CaseSelection(skip: [NamePattern("x*")]).fault(among: ids)?.hasPrefix("--skip x*") == true)
    }

    private func list(_ text: String) throws -> KnownFailures {
        try KnownFailures(
            InputFile(path: "known.txt", bytes: Array(text.utf8)), among: ["path-a", "path-b", "query-a"])
    }

    @Test func aKnownFailureIsPassedOverWithItsReason() throws {
        let known = try list("# a list\n\npath-* # no colons\r\nquery-a\n")
        let failed = known.applied(to: CaseResult(id: "path-b", status: .fail, stage: "request", durationMs: 1))
        #expect(failed.status == .skip)
        #expect(failed.message == "known to fail (known.txt:3): no colons")
        let passed = known.applied(to: CaseResult(id: "query-a", status: .pass, durationMs: 1))
        #expect(passed.status == .fail)
        #expect(passed.stage == "known-failing")
        #expect(passed.message?.contains("known.txt:4 lists it as failing, and it passes") == true)
        for status in [Status.skip, .unknown] {
            #expect(known.applied(to: CaseResult(id: "path-a", status: status, durationMs: 0)).status == status)
        }
        #expect(known.applied(to: CaseResult(id: "other", status: .fail, durationMs: 0)).status == .fail)
    }

    @Test func anEntryThatMatchesNothingIsAnErrorWithItsPlace() {
        #expect(throws: InputFileError.self) { try list("path-a\npath-x\n") }
        do {
            _ = try list("path-a\npath-x\n")
        } catch {
            #expect("\(error)".hasPrefix("known.txt:2: expected a pattern of case ids, found \"path-x\""), "\(error)")
        }
    }
}
