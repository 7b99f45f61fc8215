import Codes
import Report
import Testing
import WireText

@Suite("Which results are wanted, which are known to fail, and what fails a run")
struct ResultSelectionTests {
    private func finding(_ check: Check, _ code: FindingCode, _ status: Status = .fail) -> Finding {
        Finding(code: code, check: check, status: status, detail: "d")
    }

    @Test func findingsAreChosenByCheckOrCode() {
        let selection = ResultSelection(
            run: [Wildcard("region"), Wildcard("clock-*")], skip: [Wildcard("*-default-used")])
        #expect(selection.includes(finding(.region, .regionUnknown)))
        #expect(!selection.includes(finding(.region, .regionDefaultUsed)))
        #expect(selection.includes(finding(.clock, .clockOff)))
        #expect(!selection.includes(finding(.network, .networkConnectFailed)))
    }

    @Test func aPatternThatFitsNothingIsAFault() {
        let ids = ["path-a", "path-b", "query-a"]
        #expect(ResultSelection(run: [Wildcard("path-*")], skip: [Wildcard("*-b")]).fault(among: ids) == nil)
        let wrong = ResultSelection(run: [Wildcard("path-c")])
        #expect(
            wrong.fault(among: ids)?.hasPrefix("--run path-c matches none of the 3 cases; did you mean path-") == true)
        #expect(ResultSelection(skip: [Wildcard("x*")]).fault(among: ids)?.hasPrefix("--skip x*") == true)
    }

    @Test func aModelAloneIsHintedAtAsItsCells() {
        let names = ["m.a in us-east-1", "m.a in us-west-2", "m.ab in us-east-1"]
        let wrong = ResultSelection(run: [Wildcard("m.a")]).fault(among: names, "cells")
        #expect(wrong == "--run m.a matches none of the 3 cells; a cell is MODEL in REGION, did you mean 'm.a in *'?")
        #expect(ResultSelection(run: [Wildcard("m.a in *")]).fault(among: names) == nil)
    }

    @Test(arguments: ["path-a # x\n\npath-a # y\n", "# x\npath-a\npath-b\npath-a\n", "path-* # x\n\n# y\npath-*\n"])
    func anEntryThatIsThereTwiceNamesBothLines(text: String) throws {
        let fault = try #require(throws: KnownFailures.Fault.self) { try KnownFailures(path: "k", text) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.hasPrefix("path-") }) + 1
        let last = try #require(lines.lastIndex { $0.hasPrefix("path-") }) + 1
        #expect(fault.place == "k:\(last)")
        #expect(fault.reason.contains("again, which is that of line \(first)"), "\(fault)")
    }

    // MARK: Cells and cases, before they are asked and after

    private static let cells = ["path-a in r", "b in r"]

    private func choice(run: [String] = [], skip: [String] = []) -> ResultChoice {
        ResultChoice(
            ResultSelection(run: run.map { Wildcard($0) }, skip: skip.map { Wildcard($0) }), among: Self.cells,
            others: ["region"])
    }

    @Test(arguments: [
        ([], [], [true, true]), (["path-*"], [], [true, false]), ([], ["path-*"], [false, true]),
        // A cause is known when all were asked.
        (["iam-denied"], [], [true, true]), ([], ["iam-denied"], [true, true]),
        (["iam-denied", "b in r"], [], [true, true]), (["iam-denied"], ["b *"], [true, false]),
        // The name of a check is no cause of a cell.
        (["region"], [], [false, false]), ([], ["*"], [false, false]),
    ])
    func whatIsAsked(_ run: [String], _ skip: [String], _ asked: [Bool]) {
        let choice = choice(run: run, skip: skip)
        #expect(Self.cells.map { choice.asks($0) } == asked)
    }

    private func cell(_ model: String, _ status: Status, _ code: FindingCode?) -> ModelCell {
        ModelCell(region: "r", model: model, status: status, verdict: .denied, code: code, message: "no")
    }

    @Test func whatHasAnotherCauseIsLeftOutInItsPlace() {
        let run = choice(run: ["iam-*"])
        #expect(run.applied(to: cell("b", .fail, .iamDenied)).status == .fail)
        let other = run.applied(to: cell("b", .fail, .scpDenied))
        #expect(other.status == .skip && other.setAside == .notChosen && other.verdict == .denied)
        #expect(other.message == "left out: it has another cause, scp-denied (--run iam-*)\nno")
        let passing = run.applied(to: cell("b", .pass, nil))
        #expect(passing.message?.hasPrefix("left out: it has no such cause (--run iam-*)") == true)
        // What was not asked may have any cause.
        for code in [nil, FindingCode.deadlineReached, .requestLimitReached] {
            #expect(run.applied(to: cell("b", .unknown, code)).status == .unknown)
        }
        #expect(run.applied(to: cell("b", .unknown, .networkConnectFailed)).setAside == .notChosen)
        // By its name, whatever comes out.
        #expect(choice(run: ["iam-*", "b in r"]).applied(to: cell("b", .pass, nil)).setAside == nil)
        let skipped = choice(skip: ["scp-denied"]).applied(to: cell("b", .fail, .scpDenied))
        #expect(skipped.message == "left out by its cause, scp-denied (--skip scp-denied)\nno")
        #expect(choice(skip: ["scp-denied"]).applied(to: cell("b", .fail, .iamDenied)).setAside == nil)
        // A pattern that fits a name chooses by name only.
        #expect(choice(skip: ["path-*"]).applied(to: cell("b", .fail, .pathDouble)).setAside == nil)
        // What nobody planned, such as the word on an adapter that broke, is told whatever was chosen.
        #expect(run.applied(to: cell("other", .fail, nil)).status == .fail)
    }

    @Test func whatWasPassedOverWasJudged() {
        var report = Samples.report([cell("b", .skip, .iamDenied)])
        #expect(report.exitStatus(on: .models) == .noVerdict)
        report.models[0].setAside = .knownFailing
        #expect(report.exitStatus(on: .models) == .success)
        report = Samples.report([])
        #expect(report.exitStatus(on: .findings) == .noVerdict)
        report.hasLeftOut = true
        #expect(report.exitStatus(on: .findings) == .success)
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

    @Test func anAdapterThatBreaksIsExcusedByTheNameOfItsCaseOnly() throws {
        let known = try list("query-a # it cannot\n* # old\n")
        let broken = { (id: String) in
            CaseResult(id: id, status: .fail, stage: CaseResult.adapterStage, message: "KeyError", durationMs: 1)
        }
        #expect(known.applied(to: broken("path-a"), failing: .usual).status == .fail)
        #expect(known.applied(to: broken("query-a"), failing: .usual).setAside == .knownFailing)
        #expect(known.applied(to: result("path-a", .fail), failing: .usual).setAside == .knownFailing)
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
        let warned = known.applied(to: result("path-a", .warn), failing: .usual)
        #expect(warned.status == .fail && warned.message?.contains("and it does not fail (warn)") == true)
        #expect(known.applied(to: result("path-a", .warn), failing: .strict).status == .skip)
        #expect(known.applied(to: result("path-a", .unknown), failing: .strict).status == .skip)
    }

    @Test func anEntryThatFitsOnlyWhatWasSkippedIsStale() throws {
        let known = try list("path-* # no colons\nquery-a # of old\n")
        func stale(_ cases: CaseResult...) -> [String]? {
            var report = Samples.report([])
            report.cases = cases.map { known.applied(to: $0, failing: .usual) }
            return known.stale(in: report)?.map(\.pattern)
        }
        #expect(stale(result("path-a", .skip), result("path-b", .fail), result("query-a", .skip)) == ["query-a"])
        #expect(stale(result("path-a", .skip), result("query-a", .fail)) == ["path-*"])
        #expect(stale(result("path-a", .fail), result("query-a", .fail)) == [])
    }

    @Test(
        arguments: [
            (["transport/*"], [], "transport/http2*", true), (["transport/*"], [], "transport/http2-a", true),
            (["transport/http2-a"], [], "transport/http2*", false), (["streams/*"], [], "transport/http2*", false),
            ([], ["transport/http2-a"], "transport/http2*", false), ([], ["streams/*"], "transport/*", true),
            (["iam-denied"], [], "transport/*", false), (["transport/*"], [], "iam-*", false),
        ] as [([String], [String], String, Bool)])
    func aRunInPartTellsOfAnEntryWhatItAsksAllOf(_ run: [String], _ skip: [String], _ entry: String, _ isTold: Bool) {
        let choice = ResultChoice(
            ResultSelection(run: run.map { Wildcard($0) }, skip: skip.map { Wildcard($0) }),
            among: ["transport/http2-a", "transport/http2-b", "streams/text"])
        #expect(choice.covers(Wildcard(entry)) == isTold)
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
        #expect(judged.status == .skip && judged.detail == "known to fail (k:2): meant so\nd")
        #expect(judged.reasonAside == "known to fail (k:2): meant so" && warning.reasonAside == nil)
        var report = Report(tool: .init(version: "1"), command: "check", startedAt: "")
        report.findings = [warning]
        report.models = [known.applied(to: cell, failing: .usual)]
        // Only a warning has the code, and no check of the clock fails.
        let stale = try #require(known.stale(in: report))
        #expect(stale.map(\.place) == ["k:2", "k:3"])
        #expect(stale.allSatisfy { $0.result.status == .fail && $0.result.code == .knownFailurePasses })
        report.findings = [judged]
        #expect(known.stale(in: report)?.map(\.place) == ["k:3"])
    }

    @Test func anEntryByItsCauseIsStaleWhenNothingFailsByIt() throws {
        let known = try KnownFailures(path: "k", "iam-* # asked for\nb in r # once\n")
        func stale(_ cells: ModelCell...) -> [String]? {
            known.stale(in: Samples.report(cells.map { known.applied(to: $0, failing: .usual) }))?.map(\.pattern)
        }
        #expect(stale(cell("a", .fail, .iamDenied), cell("b", .fail, nil)) == [])
        #expect(stale(cell("a", .fail, .scpDenied), cell("b", .fail, nil)) == ["iam-*"])
        #expect(stale(cell("a", .pass, nil)) == ["iam-*", "b in r"])
        // What has no verdict may yet fail by it.
        #expect(stale(cell("a", .unknown, .deadlineReached), cell("b", .fail, nil)) == nil)
        #expect(KnownFailures.none.stale(in: Samples.report([])) == [])
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
