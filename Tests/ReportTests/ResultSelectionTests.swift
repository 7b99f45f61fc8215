import Codes
import Report
import Testing
import WireText

@Suite("Which results are wanted, which are known to fail, and what fails a run")
struct ResultSelectionTests {
    @Test func selection() {
        let ids = ["path-a", "path-b", "query-a"]
        let selection = ResultSelection(run: [Wildcard("path-*")], skip: [Wildcard("*-b")])
        #expect(ids.filter { selection.includes($0) } == ["path-a"])
        #expect(selection.fault(among: ids) == nil)
        let wrong = ResultSelection(run: [Wildcard("path-c")])
        #expect(
            wrong.fault(among: ids)?.hasPrefix("--run path-c matches none of the 3 cases; did you mean path-") == true)
        #expect(ResultSelection(skip: [Wildcard("x*")]).fault(among: ids)?.hasPrefix("--skip x*") == true)
    }

    @Test func aCheckIsMadeWhereOneOfItsCodesMayBeWanted() {
        let codes = ["clock-off", "region-default-used"]
        #expect(ResultSelection().asks(.network, codes: codes))
        #expect(!ResultSelection(run: [Wildcard("clock")]).asks(.network, codes: codes))
        #expect(ResultSelection(run: [Wildcard("clock-*")]).asks(.network, codes: codes))
        #expect(!ResultSelection(skip: [Wildcard("net*")]).asks(.network, codes: codes))
        #expect(!ResultSelection(run: [Wildcard("network")], skip: [Wildcard("*")]).asks(.network, codes: codes))
    }

    private static let names = ["path-a", "path-b", "query-a", "hello#0"]

    private func list(_ text: String) throws -> KnownFailures {
        let list = try KnownFailures(path: "known.txt", text)
        try list.check(among: Self.names)
        return list
    }

    private func result(_ id: String, _ status: Status) -> CaseResult {
        CaseResult(id: id, status: status, stage: "request", durationMs: 1)
    }

    @Test func aKnownFailureIsPassedOverWithItsReason() throws {
        let known = try list("# a list\n\npath-* # no colons\r\nquery-a\t# of old\nhello#0 # a stream\n")
        let failed = known.applied(to: result("path-b", .fail), failing: .usual)
        #expect(failed.status == .skip)
        #expect(failed.message == "known to fail (known.txt:3): no colons")
        #expect(known.applied(to: result("hello#0", .fail), failing: .usual).message?.hasSuffix(": a stream") == true)
        let passed = known.applied(to: result("query-a", .pass), failing: .usual)
        #expect(passed.status == .fail && passed.stage == "known-failing" && passed.code == .knownFailurePasses)
        #expect(passed.message?.contains("known.txt:4 lists it as failing, and it passes") == true)
        for status in [Status.skip, .unknown] {
            #expect(known.applied(to: result("path-a", status), failing: .usual).status == status)
        }
        #expect(known.applied(to: result("other", .fail), failing: .usual).status == .fail)
        let headed = try list("# seen\n# in May\npath-a\npath-b # in June\n\nquery-a # x\n")
        #expect(
            headed.applied(to: result("path-a", .fail), failing: .usual).message?.hasSuffix(": seen in May") == true)
        #expect(headed.applied(to: result("path-b", .fail), failing: .usual).message?.hasSuffix(": in June") == true)
        // What fails the run is what can be known to fail.
        #expect(known.applied(to: result("path-a", .warn), failing: .usual).status == .fail)
        #expect(known.applied(to: result("path-a", .warn), failing: .strict).status == .skip)
        #expect(known.applied(to: result("path-a", .unknown), failing: .strict).status == .skip)
    }

    @Test func aCellAndAFindingAreKnownByTheirNames() throws {
        let known = try KnownFailures(
            path: "k", "m in r # asked for\nregion-default-used # meant so\nclock # no clock here\n")
        let cell = ModelCell(region: "r", model: "m", status: .fail, verdict: .denied, message: "no")
        #expect(known.applied(to: cell, failing: .usual).status == .skip)
        #expect(known.applied(to: cell, failing: .usual).message == "known to fail (k:1): asked for\nno")
        var passing = cell
        (passing.status, passing.verdict) = (.pass, .accessible)
        #expect(known.applied(to: passing, failing: .usual).status == .fail)
        #expect(known.applied(to: passing, failing: .usual).code == .knownFailurePasses)
        let warning = Finding(code: .regionDefaultUsed, check: .region, status: .warn, detail: "d")
        #expect(known.applied(to: warning, failing: .usual).status == .warn)
        let judged = known.applied(to: warning, failing: .strict)
        #expect(judged.status == .skip && judged.detail == "known to fail (k:2): meant so. d")
        let stale = known.stale(findings: [warning], others: ["m in r"])
        #expect(stale.map(\.id) == ["k:3"] && stale.allSatisfy { $0.status == .fail })
    }

    @Test(arguments: [
        ("path-a # x\npath-x # y\n", "known.txt:2: expected a pattern of cases, found \"path-x\""),
        ("path-a\n", "known.txt:1: expected a reason behind \"path-a\""),
        ("# a list\n\npath-a\n", "known.txt:3: expected a reason behind \"path-a\""),
        ("path-a #\n", "known.txt:1: expected a reason behind \"path-a\""),
        ("hello#0\n", "known.txt:1: expected a reason behind \"hello#0\""),
    ])
    func anEntryThatCannotBeTakenIsAnErrorWithItsPlace(_ text: String, _ words: String) {
        do {
            _ = try list(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect("\(error)".hasPrefix(words), "\(error)")
        }
    }

    @Test func whatFailsIsKnownByItsCauseToo() throws {
        let known = try KnownFailures(path: "known.txt", "iam-denied # the policy is on its way")
        let denied = known.applied(to: Samples.cell("m", .denied, .fail, code: .iamDenied), failing: .usual)
        #expect(denied.status == .skip)
        #expect(denied.message?.contains("the policy is on its way") == true)
        #expect(known.applied(to: Samples.cell("m", .denied, .fail, code: .scpDenied), failing: .usual).status == .fail)
        #expect(known.applied(to: Samples.cell("m", .accessible, .pass), failing: .usual).status == .pass)
        let result = CaseResult(id: "a", status: .fail, code: .iamDenied, durationMs: 0)
        #expect(known.applied(to: result, failing: .usual).status == .skip)
    }

    @Test func aRunFailsByStatusesAndByCodes() {
        let rule = FailureRule(statuses: [.unknown], codes: [Wildcard("region-*")])
        #expect(!rule.fails(.fail, code: "clock-off"))
        #expect(rule.fails(.fail, code: "region-default-used") && rule.fails(.warn, code: "region-default-used"))
        #expect(rule.fails(.unknown, code: nil))
        for status in [Status.pass, .skip] { #expect(!rule.fails(status, code: "region-default-used")) }
        let reading = Finding(
            code: .regionDefaultUsed, check: .explain, status: .unknown, detail: "d", confidence: .possible)
        #expect(!FailureRule(statuses: [.fail], codes: [Wildcard("region-*")]).fails(reading))
    }
}
