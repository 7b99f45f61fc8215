import Codes
import Report
import Testing
import WireText

@Suite struct ReportDifferenceTests {
    private func changes(_ old: [ModelCell], _ new: [ModelCell]) -> [String] {
        ReportDifference(from: Samples.report(old), to: Samples.report(new), slowerBy: 2).changes.map {
            "\($0.id): \($0.stage ?? "") \($0.status.rawValue)"
        }
    }

    @Test(
        arguments: [
            (ModelVerdict.accessible, Status.pass, ModelVerdict.denied, Status.fail, "broke fail"),
            (.throttled, .warn, .denied, .fail, "broke fail"), (.unreachable, .unknown, .denied, .fail, "broke fail"),
            (.denied, .fail, .accessible, .pass, "healed pass"), (.denied, .fail, .throttled, .warn, "healed warn"),
            (.denied, .fail, .unreachable, .unknown, "lost unknown"),
            (.accessible, .pass, .inconclusive, .unknown, "lost unknown"),
            (.accessible, .pass, .throttled, .warn, "worse warn"),
            (.accessible, .pass, .notInRegion, .skip, "worse warn"),
            (.denied, .fail, .noAccess, .fail, "changed warn"),
            (.accessible, .pass, .accessibleViaProfile, .pass, "changed pass"),
        ] as [(ModelVerdict, Status, ModelVerdict, Status, String)])
    func `a cell that came out otherwise`(
        old: ModelVerdict, was: Status, new: ModelVerdict, is: Status, expected: String
    ) {
        let found = changes([Samples.cell("m", old, was)], [Samples.cell("m", new, `is`)])
        #expect(found == ["m in us-east-1: \(expected)"])
    }

    @Test func `a change has the cause of what it became, which a rule of failures can name`() {
        let report = { (cells: [ModelCell]) in Samples.report(cells) }
        let difference = ReportDifference(
            from: report([Samples.cell("m", .accessible, .pass)]),
            to: report([Samples.cell("m", .denied, .fail, code: .iamDenied)]), slowerBy: 2)
        #expect(difference.changes.map(\.code) == [.iamDenied])
        var compared = report([])
        compared.cases = difference.changes
        #expect(FailureRule(statuses: [], codes: [Wildcard("iam-*")]).fails(compared))
        #expect(!FailureRule(statuses: [], codes: [Wildcard("scp-*")]).fails(compared))
    }

    @Test func `what is as it was is counted, and not listed`() {
        let cells = [Samples.cell("m", .accessible, .pass), Samples.cell("n", .denied, .fail, code: .iamDenied)]
        let difference = ReportDifference(from: Samples.report(cells), to: Samples.report(cells), slowerBy: 2)
        #expect(difference.changes.isEmpty)
        #expect(difference.unchanged == 2)
        #expect(difference.summary == "2 unchanged")
    }

    @Test func `what is known to fail fails, and is no new failure`() {
        let known = Samples.cell("m", .denied, .skip, code: .iamDenied)
        let cell = { (status: Status, setAside: SetAside?) in
            var cell = known
            (cell.status, cell.setAside) = (status, setAside)
            return cell
        }
        let passing = Samples.cell("m", .accessible, .pass)
        #expect(changes([cell(.fail, nil)], [cell(.skip, .knownFailing)]).isEmpty)
        #expect(changes([passing], [cell(.skip, .knownFailing)]) == ["m in us-east-1: worse warn"])
        #expect(changes([cell(.skip, .knownFailing)], [passing]) == ["m in us-east-1: healed pass"])
        // What was left out by its cause was not asked for.
        #expect(changes([passing], [cell(.skip, .notChosen)]) == ["m in us-east-1: gone skip"])
    }

    @Test func `a part is told apart from a whole, and from another part`() throws {
        let whole = Samples.report([Samples.cell("m", .accessible, .pass), Samples.cell("n", .accessible, .pass)])
        var part = Samples.report([Samples.cell("m", .accessible, .pass)])
        part.shard = ReportShard(
            position: try #require(ShardPosition(index: 1, total: 2)), plan: "p", count: 2, places: [0])
        let notes = ReportDifference(from: whole, to: part, slowerBy: 2).notes
        #expect(notes.count == 1)
        #expect(
            notes.first?.hasPrefix(
                "the earlier report is of a whole run, and the later report is of shard 1/2 (1 of 2 results):") == true)
        #expect(ReportDifference(from: part, to: part, slowerBy: 2).notes.isEmpty)
        #expect(ReportDifference(from: whole, to: whole, slowerBy: 2).notes.isEmpty)
        var other = part
        other.shard?.plan = "q"
        #expect(ReportDifference(from: part, to: other, slowerBy: 2).notes.count == 1)
    }

    @Test func `only what is wanted is compared`() {
        let cells = ["m", "n"].map { Samples.cell($0, .accessible, .pass) }
        let failing = ["m", "n", "o"].map { Samples.cell($0, .denied, .fail) }
        var difference = ReportDifference(
            from: Samples.report(cells + [Samples.cell("p", .accessible, .pass)]), to: Samples.report(failing),
            slowerBy: 2)
        #expect(Set(difference.words).isSuperset(of: ["m", "n", "o", "p"].map { "\($0) in us-east-1" }))
        difference.keep(ResultSelection(run: [Wildcard("n *")]))
        #expect(difference.summary == "1 broke, 0 unchanged")
    }

    @Test(arguments: [
        ("iam-denied", "m"), ("*: iam-denied", "m"), ("models: iam-*", "m"), ("scp-denied", "n"),
        ("*: scp-denied", "n"),
        ("cases: iam-denied", ""), ("models", "mno"), ("*", "mno"),
    ])
    func `a code chooses what has it, or had it`(pattern: String, models: String) {
        var difference = ReportDifference(
            from: Samples.report([
                Samples.cell("m", .accessible, .pass), Samples.cell("n", .denied, .fail, code: .scpDenied),
                Samples.cell("o", .accessible, .pass),
            ]),
            to: Samples.report([
                Samples.cell("m", .denied, .fail, code: .iamDenied), Samples.cell("n", .accessible, .pass),
                Samples.cell("o", .throttled, .warn, code: .throttled),
            ]), slowerBy: 2, codes: ["iam-denied", "clock-off"])
        let selection = ResultSelection(run: [Wildcard(pattern)])
        #expect(selection.fault(among: difference.words) == nil)
        // A code that neither has is a code all the same.
        #expect(ResultSelection(run: [Wildcard("*: clock-off")]).fault(among: difference.words) == nil)
        difference.keep(selection)
        #expect(difference.changes.map { String($0.id.prefix(1)) }.joined() == models)
    }

    @Test func `a model of one account is not compared with that of another`() {
        let of = { (account: String, verdict: ModelVerdict, status: Status) in
            var cell = Samples.cell("m", verdict, status)
            cell.account = account
            return cell
        }
        let found = changes(
            [of("a", .accessible, .pass), of("b", .denied, .fail)], [of("a", .denied, .fail), of("b", .denied, .fail)])
        #expect(found == ["m in us-east-1 of a: broke fail"])
    }

    @Test func `another cause of the same verdict is a change`() {
        let old = [Samples.cell("m", .denied, .fail, code: .iamDenied)]
        #expect(changes(old, [Samples.cell("m", .denied, .fail, code: .scpDenied)]) == ["m in us-east-1: changed warn"])
    }

    @Test(arguments: [(100.0, 250.0, true), (100, 190, false), (10, 90, false), (1000, 2001, true)])
    func `much longer is slower, a little or too short a time is not`(before: Double, now: Double, isNamed: Bool) {
        let found = changes(
            [Samples.cell("m", .accessible, .pass, latencyMs: before)],
            [Samples.cell("m", .accessible, .pass, latencyMs: now)])
        #expect(found == (isNamed ? ["m in us-east-1: slower warn"] : []))
    }

    @Test func `new and missing cells are named, and a new one that fails broke`() {
        let found = changes(
            [Samples.cell("old", .accessible, .pass)],
            [Samples.cell("bad", .denied, .fail), Samples.cell("good", .accessible, .pass)])
        #expect(
            found == ["bad in us-east-1: broke fail", "good in us-east-1: new pass", "old in us-east-1: gone skip"])
    }

    @Test func `a finding that is gone has healed, and one that came broke`() {
        let finding = { (code: FindingCode, status: Status) in
            Finding(code: code, check: .credentials, status: status, title: "t", detail: "d")
        }
        var (old, new) = (Samples.report([]), Samples.report([]))
        old.findings = [finding(.iamDenied, .fail), finding(.scpDenied, .pass)]
        new.findings = [finding(.tokenExpired, .fail), finding(.keyWrong, .pass), finding(.clockSkewExpired, .warn)]
        let stages = ReportDifference(from: old, to: new, slowerBy: 2).changes.compactMap(\.stage)
        #expect(stages == ["broke", "worse", "healed"])
    }
}
