import Conformance
import JSONText
import Report
import TestSupport
import Testing

/// Adapters that keep to the protocol, and those that break it: no case of the latter ever passes unanswered.
@Suite("Adapter protocol", .live, .timeLimit(.minutes(10)))
struct AdapterProtocolTests {
    private static func ok(_ id: String) -> ScriptedAdapter.Step { .write("{\"id\":\"\(id)\",\"ok\":true}\n") }

    @Test func everyCaseIsAnswered() async {
        let adapter = ScriptedAdapter.answering { id, _ in [Self.ok(id)] }
        let outcome = await adapter.run(BlankExercise.many(20))
        #expect(outcome.fault == nil)
        #expect(outcome.hello?.words == "script 1")
        #expect(outcome.cases.map(\.id) == (0..<20).map { "case-\($0)" })
        #expect(outcome.cases.allSatisfy { $0.status == .pass })
        #expect(adapter.log.wasClosed)
        #expect(!adapter.log.wasStopped)
    }

    @Test func answersMayComeInAnyOrderAndInPieces() async {
        // It answers in fours, backwards, and cuts each line in two.
        let adapter = ScriptedAdapter { line, number in
            if line["protocol"] != nil { return [ScriptedAdapter.hello] }
            guard line["id"] != nil else { return [.end] }
            guard (number - 1) % 4 == 0 else { return [] }
            return (0..<4).reversed().flatMap { place -> [ScriptedAdapter.Step] in
                [.write("{\"id\":\"case-\(number - 5 + place)\","), .write("\"ok\":true}\r\n")]
            }
        }
        let outcome = await adapter.run(BlankExercise.many(12), limits: AdapterLimits(open: 4))
        #expect(outcome.fault == nil, "\(outcome.fault?.message ?? "")")
        #expect(outcome.cases.map(\.status) == Array(repeating: .pass, count: 12))
    }

    @Test func noMoreCasesAreOpenThanAllowed() async {
        let adapter = ScriptedAdapter.answering { id, _ in id == "case-0" ? [] : [Self.ok(id)] }
        let outcome = await adapter.run(BlankExercise.many(5), limits: AdapterLimits(open: 1)) { log, _ in
            !log.ids.isEmpty
        }
        #expect(adapter.log.ids == ["case-0"])
        #expect(outcome.cases.allSatisfy { $0.status == .unknown })
    }

    @Test func aFeatureThatIsLackingSkipsTheCase() async {
        let adapter = ScriptedAdapter.answering { id, _ in [Self.ok(id)] }
        let outcome = await adapter.run([
            BlankExercise(id: "a", needs: ["headers"]), BlankExercise(id: "b", needs: ["x"]),
        ])
        #expect(outcome.cases.map(\.status) == [.pass, .skip])
        #expect(outcome.cases[1].message == "the adapter does not have the feature x")
        #expect(adapter.log.ids == ["a"])
    }

    @Test func anAdapterMaySkipOrBreakInACase() async {
        let adapter = ScriptedAdapter.answering { id, _ in
            id == "case-0"
                ? [.write(#"{"id":"case-0","skipped":"no query form","issue":"https://example.com/1"}"# + "\n")]
                : [.write(#"{"id":"case-1","error":"KeyError: 'x'"}"# + "\n")]
        }
        let outcome = await adapter.run(BlankExercise.many(2))
        #expect(outcome.cases.map(\.status) == [.skip, .fail])
        #expect(outcome.cases[0].message == "no query form (https://example.com/1)")
        #expect(outcome.cases[1].stage == "adapter")
        #expect(outcome.cases[1].message == "KeyError: 'x'")
    }

    /// Each way to break the protocol: what is written in the place of the answer to the second case, the kind of the
    /// fault and what its message must say.
    static let breaches: [(name: String, text: String, kind: AdapterFault.Kind, says: String)] = [
        ("no JSON", "Traceback (most recent call last):\n", .line, "line 3 of the adapter's output"),
        ("half a line", "{\"id\":\"case-1\",\n", .line, "found no JSON"),
        ("an empty line", "\n", .line, "(empty)"),
        ("a list", "[1]\n", .line, "expected an object"),
        ("no id", "{\"ok\":true}\n", .line, "\"id\""),
        ("an id that is no string", "{\"id\":1}\n", .line, "expected a string"),
        ("an unknown id", "{\"id\":\"case-99\",\"ok\":true}\n", .id, "which no case has"),
        ("an answer given twice", "{\"id\":\"case-0\",\"ok\":true}\n", .id, "which is not open"),
        ("an answer before its case", "{\"id\":\"case-9\",\"ok\":true}\n", .id, "which is not open"),
        ("not UTF-8", "{\"id\":\"\u{1}\"}\n", .line, "line 3"),
        ("a line without end", String(repeating: "x", count: 3000), .length, "at most 2000 bytes"),
        ("a long line", String(repeating: "x", count: 3000) + "\n", .length, "at most 2000 bytes"),
    ]

    @Test(arguments: breaches.indices)
    func aBrokenAdapterIsNamedAndPassesNothing(_ place: Int) async throws {
        let breach = Self.breaches[place]
        let adapter = ScriptedAdapter.answering { id, _ in id == "case-0" ? [Self.ok(id)] : [.write(breach.text)] }
        let limits = AdapterLimits(open: 2, lineBytes: 2000)
        let outcome = await adapter.run(BlankExercise.many(10), limits: limits)
        let fault = try #require(outcome.fault, "\(breach.name)")
        #expect(fault.kind == breach.kind, "\(breach.name): \(fault.message)")
        #expect(fault.message.contains(breach.says), "\(breach.name): \(fault.message)")
        #expect(outcome.cases[0].status == .pass)
        #expect(outcome.cases.dropFirst().allSatisfy { $0.status == .unknown }, "\(breach.name)")
        #expect(adapter.log.wasStopped, "\(breach.name)")
    }

    @Test func aSilentAdapterIsEnded() async {
        let silent = ScriptedAdapter { _, _ in [] }
        let outcome = await silent.run(BlankExercise.many(3)) { _, _ in true }
        #expect(outcome.fault?.kind == .silence)
        #expect(outcome.fault?.message.contains("its first line was still due") == true)
        #expect(silent.log.wasStopped)

        let later = ScriptedAdapter.answering { id, _ in id == "case-2" ? [] : [Self.ok(id)] }
        let second = await later.run(BlankExercise.many(4)) { _, settled in settled == 3 }
        #expect(second.fault?.message.contains("an answer to case-2 was still due") == true)
        #expect(second.cases.map(\.status) == [.pass, .pass, .unknown, .pass])
    }

    @Test func anEarlyEndLeavesTheRestWithoutAVerdict() async {
        let first = ScriptedAdapter { _, _ in [.end] }
        #expect(await first.run(BlankExercise.many(2)).fault?.kind == .hello)

        let later = ScriptedAdapter.answering { id, _ in id == "case-1" ? [.end] : [Self.ok(id)] }
        let outcome = await later.run(BlankExercise.many(3), limits: AdapterLimits(open: 1))
        #expect(outcome.fault?.kind == .ending)
        #expect(outcome.cases.map(\.status) == [.pass, .unknown, .unknown])
    }

    @Test(arguments: [
        "ready\n", "{}\n", "{\"name\":\"x\"}\n", "{\"name\":\"x\",\"features\":\"headers\"}\n",
        "{\"name\":\"x\",\"features\":[],\"feature\":[]}\n", "{\"name\":1,\"features\":[]}\n",
    ])
    func aWrongFirstLineIsNamed(_ line: String) async {
        let adapter = ScriptedAdapter { _, _ in [.write(line)] }
        let outcome = await adapter.run(BlankExercise.many(2))
        #expect(outcome.fault?.kind == .hello)
        #expect(outcome.fault?.message.hasPrefix("line 1 of the adapter's output: ") == true)
        #expect(outcome.cases.allSatisfy { $0.status == .unknown })
    }

    @Test func anAnswerOfAnotherFormFailsItsCaseAndTheOthersGoOn() async {
        let adapter = ScriptedAdapter.answering { id, _ in
            id == "case-0" ? [.write("{\"id\":\"case-0\",\"okay\":1}\n")] : [Self.ok(id)]
        }
        let outcome = await adapter.run(BlankExercise.many(3))
        #expect(outcome.fault == nil)
        #expect(outcome.cases.map(\.status) == [.fail, .pass, .pass])
        #expect(outcome.cases[0].stage == "answer")
        #expect(outcome.cases[0].message?.contains("the unknown member \"okay\"") == true)
    }

    /// Half a surrogate pair, in both orders; a name twice; lists nested deeper than any answer.
    static let unclear: [String] = [
        #"{"id":"case-0","text":"\ud83d"}"#, #"{"id":"case-0","text":"a\uDE00 \\ud800 \ud83d\ude00"}"#,
        #"{"id":"case-0","ok":true,"ok":false}"#,
        "{\"id\":\"case-0\",\"ok\":\(String(repeating: "[", count: 600))\(String(repeating: "]", count: 600))}",
    ]

    @Test(arguments: unclear)
    func aLineThatIsJSONWithoutOneMeaningFailsItsCaseAndTheOthersGoOn(_ line: String) async {
        let adapter = ScriptedAdapter.answering { id, _ in id == "case-0" ? [.write(line + "\n")] : [Self.ok(id)] }
        let outcome = await adapter.run(BlankExercise.many(3))
        #expect(outcome.fault == nil, "\(outcome.fault?.message ?? "")")
        #expect(outcome.cases.map(\.status) == [.fail, .pass, .pass])
        #expect(outcome.cases[0].stage == "answer")
        #expect(outcome.cases[0].message?.contains("expected JSON of one meaning") == true)
    }

    @Test func anAdapterThatDoesNotEndIsEnded() async {
        let adapter = ScriptedAdapter { line, _ in
            if line["protocol"] != nil { return [ScriptedAdapter.hello] }
            return line["id"]?.stringValue.map { [Self.ok($0)] } ?? []
        }
        let outcome = await adapter.run(BlankExercise.many(1), limits: AdapterLimits(ending: .milliseconds(100)))
        #expect(outcome.fault == nil)
        #expect(outcome.cases.map(\.status) == [.pass])
        #expect(outcome.notes == ["the adapter did not exit when asked to, and was killed"])
    }

    @Test func anAdapterThatWritesOnIsNoted() async {
        let adapter = ScriptedAdapter { line, _ in
            if line["protocol"] != nil { return [ScriptedAdapter.hello] }
            return line["id"]?.stringValue.map { [Self.ok($0)] } ?? [.write("bye\n"), .end]
        }
        let outcome = await adapter.run(BlankExercise.many(1))
        #expect(outcome.notes == ["the adapter wrote on after its last answer"])
        #expect(outcome.cases.map(\.status) == [.pass])
    }
}
