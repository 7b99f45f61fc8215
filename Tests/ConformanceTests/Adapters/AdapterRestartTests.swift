import Conformance
import JSONText
import Report
import Synchronization
import TestSupport
import Testing

/// Adapters that end by themselves: what they were at is lost, and nothing else.
@Suite("Adapter restarts", .live, .timeLimit(.minutes(10)))
struct AdapterRestartTests {
    private static func ok(_ id: String) -> ScriptedAdapter.Step { .write("{\"id\":\"\(id)\",\"ok\":true}\n") }

    private static func ending(at ids: Set<String>) -> ScriptedAdapter {
        ScriptedAdapter.answering { id, _ in ids.contains(id) ? [.end] : [ok(id)] }
    }

    @Test(arguments: [1, 3, 8])
    func anEndCostsItsCaseAndAStart(open: Int) async {
        let outcome = await Self.ending(at: ["case-4", "case-9"]).runAgain(
            BlankExercise.many(12), limits: AdapterLimits(open: open))
        #expect(outcome.fault == nil)
        for (place, result) in outcome.cases.enumerated() {
            #expect(result.status == ([4, 9].contains(place) ? .fail : .pass), "\(result.id)")
        }
        #expect(outcome.cases[4].stage == "adapter")
        #expect(outcome.cases[4].message == "the adapter ended at this case\nit ended so")
        #expect(outcome.restarts >= 2)
        #expect(outcome.unexplainedEnds == [])
    }

    @Test func theLastCaseNeedsNoOtherStart() async {
        let outcome = await Self.ending(at: ["case-2"]).runAgain(BlankExercise.many(3), limits: AdapterLimits(open: 1))
        #expect(outcome.cases.map(\.status) == [.pass, .pass, .fail])
        #expect(outcome.restarts == 0)
        #expect(outcome.fault == nil)
    }

    @Test func anAdapterThatAnswersNothingIsGivenUp() async {
        let adapter = ScriptedAdapter.answering { _, _ in [.end] }
        let outcome = await adapter.runAgain(BlankExercise.many(9), limits: AdapterLimits(open: 1))
        #expect(outcome.fault?.kind == .ending)
        #expect(outcome.fault?.message == "the adapter ended 3 times in a row before it had answered a case")
        #expect(outcome.cases.map(\.status) == Array(repeating: .fail, count: 3) + Array(repeating: .unknown, count: 6))
    }

    @Test func anAdapterThatDoesNotBeginIsNotStartedAgain() async {
        let adapter = ScriptedAdapter { _, _ in [.end] }
        let outcome = await adapter.runAgain(BlankExercise.many(2), limits: AdapterLimits())
        #expect(outcome.fault?.kind == .hello)
        #expect(outcome.fault?.hasEnded == true)
        #expect(adapter.log.lines.withLock { $0.count { $0["protocol"] != nil } } == 1)
        #expect(outcome.cases.allSatisfy { $0.message == "not given: the adapter did not begin" })
    }

    @Test func anEndThatNoCaseCausesIsTold() async {
        let hasEnded = Mutex(false)
        let adapter = ScriptedAdapter.answering { id, _ in
            let ends =
                id == "case-5"
                && hasEnded.withLock { ended in
                    defer { ended = true }
                    return !ended
                }
            return ends ? [.end] : [Self.ok(id)]
        }
        let outcome = await adapter.runAgain(BlankExercise.many(9), limits: AdapterLimits(open: 4))
        #expect(outcome.cases.allSatisfy { $0.status == .pass })
        #expect(outcome.restarts == 1)
        #expect(outcome.unexplainedEnds.count == 1)
    }
}
