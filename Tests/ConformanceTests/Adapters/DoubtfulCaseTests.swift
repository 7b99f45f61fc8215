import JSONText
import Report
import Synchronization
import TestSupport
import Testing

@testable import Conformance

/// A breach that a busy machine may have made is judged again, with no other case open.
@Suite(.live, .timeLimit(.minutes(10)))
struct DoubtfulCaseTests {
    /// A case that breaks its rule as often as it is told to, and notes how many were open beside it.
    private final class Exercise: AdapterExercise {
        let id: String
        let needs: [String] = []
        private let isDoubtful: Bool
        private let breachesLeft: Mutex<Int>
        let begun = Mutex(0)

        init(_ id: String, breaches: Int, isDoubtful: Bool = true) {
            self.id = id
            self.isDoubtful = isDoubtful
            breachesLeft = Mutex(breaches)
        }

        var mayBeLoad: Bool { isDoubtful }

        func begin() -> JSONObject {
            begun.withLock { $0 += 1 }
            return ["id": .string(id)]
        }

        func judge(_ answer: JSONCursor, of adapter: AdapterHello) -> CaseJudgement {
            let isBroken = breachesLeft.withLock { left in
                left -= 1
                return left >= 0
            }
            return isBroken ? CaseJudgement(.fail, stage: "time") : CaseJudgement(.pass)
        }
    }

    private func run(_ exercises: [Exercise], open: Int) async -> (outcome: AdapterOutcome, log: ScriptedAdapter.Log) {
        let adapter = ScriptedAdapter.answering { id, _ in [.write("{\"id\":\"\(id)\",\"ok\":true}\n")] }
        return (await adapter.run(exercises, limits: AdapterLimits(open: open)), adapter.log)
    }

    @Test func `the second verdict stands, and each case is settled once`() async {
        let exercises = [
            Exercise("slow", breaches: 1), Exercise("late", breaches: 2),
            Exercise("wrong", breaches: 1, isDoubtful: false),
            Exercise("next", breaches: 1),
        ]
        let (outcome, log) = await run(exercises, open: 4)
        #expect(outcome.cases.map(\.status) == [.pass, .fail, .fail, .pass])
        #expect(log.ids.prefix(4).sorted() == ["late", "next", "slow", "wrong"])
        #expect(log.ids.dropFirst(4).sorted() == ["late", "next", "slow"])
        #expect(log.settled.withLock { $0 } == 4)
    }

    @Test func `one that was alone already keeps its verdict`() async {
        let (outcome, log) = await run([Exercise("slow", breaches: 1)], open: 1)
        #expect(outcome.cases.map(\.status) == [.fail])
        #expect(log.ids == ["slow"])
    }

    @Test func `one that cannot be asked again keeps its verdict`() async {
        let exercises = [
            Exercise("slow", breaches: 1), Exercise("late", breaches: 1),
            Exercise("last", breaches: 0, isDoubtful: false),
        ]
        let adapter = ScriptedAdapter { line, number in
            if line["protocol"] != nil { return [ScriptedAdapter.hello] }
            guard let id = line["id"]?.stringValue, number < 5 else { return [.end] }
            return [.write("{\"id\":\"\(id)\",\"ok\":true}\n")]
        }
        let outcome = await adapter.run(exercises, limits: AdapterLimits(open: 3))
        #expect(outcome.fault?.kind == .ending)
        #expect(outcome.cases.map(\.status) == [.fail, .fail, .pass])
        #expect(adapter.log.settled.withLock { $0 } == 3)
    }
}
