import MockBedrock
import SigV4
import TestSupport
import Testing

@testable import MockBedrock

struct BodyBudgetTests {
    @Test func `shares are taken from one budget and given back`() {
        let budget = BodyBudget(1_000)
        let (one, other) = (budget.share(), budget.share())
        #expect(one.grow(to: BodyBudget.freeOfBody))
        #expect(one.grow(to: BodyBudget.freeOfBody + 600))
        #expect(other.grow(to: BodyBudget.freeOfBody + 400))
        #expect(!other.grow(to: BodyBudget.freeOfBody + 401))
        // What was refused is not held.
        one.release()
        #expect(other.grow(to: BodyBudget.freeOfBody + 1_000))
        other.release()
        other.release()
        #expect(one.grow(to: BodyBudget.freeOfBody + 1_000))
        #expect(!other.grow(to: BodyBudget.freeOfBody + 1))
    }

    @Test func `what is given back in parts is there for others, and what was free costs nothing`() {
        let budget = BodyBudget(100)
        let (one, other) = (budget.share(free: 10), budget.share(free: 0))
        #expect(one.take(8) && one.take(92))
        #expect(!other.take(11))
        #expect(other.take(10))
        one.giveBack(95)
        #expect(other.take(90))
        #expect(one.take(5) && !one.take(1))
        one.release()
        other.release()
        #expect(other.take(100))
    }
}

@Suite(.live, .timeLimit(.minutes(10)))
struct BodiesInFlightTests {
    @Test func `bodies that never end leave room for small ones, and large ones are told to wait`() async throws {
        try await TestServer.with {
            $0.limits.allBodyBytes = 100_000
        } _: { (test) async throws in
            let port = test.port
            let text = String(repeating: "x", count: 60_000)
            let large = TestRequest {
                $0.body = #"{"messages":[{"role":"user","content":[{"text":"\#(text)"}]}]}"#
            }
            try await RawConnection.with(port: port) { stuck in
                let unfinished = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n"
                try await stuck.send(unfinished + String(repeating: "x", count: 90_000))
                // Until what was sent is held, a large body still passes.
                var answer = try await test.send(large)
                while answer.status == 200 { answer = try await test.send(large) }
                #expect(answer.status == 503)
                #expect(answer.errorType == "ServiceUnavailableException")
                #expect(answer["Connection"] == "close")
                #expect(try await test.send(TestRequest()).status == 200)
                try await stuck.send(String(repeating: "x", count: 110_000))
                // That is too much for it as well, and frees what it held.
                #expect(try await stuck.answer().status == 503)
            }
            #expect(try await test.send(large).status == 200)
        }
    }
}
