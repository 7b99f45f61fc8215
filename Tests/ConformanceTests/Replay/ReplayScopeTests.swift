import Conformance
import JSONText
import Recordings
import Report
import Synchronization
import TestSupport
import Testing

/// What is a case, what is skipped, and what is only a note.
@Suite(.live, .timeLimit(.minutes(10)))
struct ReplayScopeTests {
    private static let stream = Exchange(
        request: ReplayExample.request("stream", target: "/model/m/converse-stream"),
        response: RecordedResponse(status: 200, body: .none))

    @Test func aStreamOfWhichNothingWasKeptIsSkippedAndCountsAllTheSame() async throws {
        let cases = try await ReplayExample.run([
            ReplayExample.exchange("a", "1"), Self.stream, ReplayExample.exchange("b", "2"),
        ])
        #expect(cases.map(\.id) == ["example#0", "example#1", "example#2"])
        #expect(cases.map(\.status) == [.pass, .skip, .pass])
        #expect(cases[1].message == "the recorder kept no byte of the stream")
    }

    @Test func anInterimStatusIsNoAnswer() async throws {
        let result = try await ReplayExample.run(ReplayExample.refusal(100, .none))
        #expect(result.status == .skip)
        #expect(result.message == "the status 100 announces an answer, but it is not one")
    }

    @Test func aRefusedStreamIsReplayed() async throws {
        let request = ReplayExample.request("stream", target: "/model/m/converse-stream")
        let exchange = ReplayExample.refusal(400, .json(["message": "The model identifier is invalid."]), to: request)
        #expect(try await ReplayExample.run(exchange).status == .pass)
    }

    @Test func otherOperationsAreANoteAndNotCounted() async throws {
        let others = ["/model/m/invoke", "/model/m/count-tokens", "/v1/models", "/model//converse"].map {
            Exchange(request: ReplayExample.request("other", target: $0), response: ReplayExample.answer("no"))
        }
        let outcome = try await ReplayExample.runner.run([
            ReplayExample.input(
                "mixed", others + [ReplayExample.exchange("a", "1")], notes: ["1 exchange with other hosts ignored"]),
            ReplayExample.input("others", [others[0]]),
        ])
        #expect(outcome.cases.map(\.id) == ["mixed#0"])
        #expect(outcome.cases.failures == [])
        #expect(
            outcome.notes == [
                "mixed: 4 exchanges of other operations ignored", "mixed: 1 exchange with other hosts ignored",
                "others: 1 exchange of other operations ignored",
            ])
    }

    @Test func nothingToReplayIsNoFailure() async throws {
        let outcome = try await ReplayExample.runner.run([])
        #expect(outcome.cases.isEmpty)
        #expect(outcome.notes.isEmpty)
    }

    @Test func progressCountsWhatIsReplayed() async throws {
        let seen = Mutex<[(Int, Int)]>([])
        let exchanges = (0..<30).map { ReplayExample.exchange("question \($0)", "answer \($0)") }
        _ = try await ReplayExample.runner.run(
            [ReplayExample.input("many", exchanges + [Self.stream])],
            progress: { done, all in seen.withLock { $0.append((done, all)) } })
        let counts = seen.withLock { $0 }
        #expect(counts.map(\.0) == Array(1...30))
        #expect(counts.allSatisfy { $0.1 == 30 })
    }

    @Test func anInterruptedReplayFailsNothing() async throws {
        let exchanges = (0..<50).map { ReplayExample.exchange("question \($0)", "answer \($0)") }
        let replay = Task { try await ReplayExample.runner.run([ReplayExample.input("many", exchanges)]) }
        replay.cancel()
        let cases = try await replay.value.cases
        #expect(cases.count == 50)
        let failed = cases.filter { $0.status == .fail }
        #expect(failed.isEmpty, "\(failed.prefix(2))")
    }
}
