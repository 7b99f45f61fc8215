import Codes
import JSONText
import MockBedrock
import TestSupport
import Testing

/// The answer of a simulated model as a stream.
@Suite(.live, .timeLimit(.minutes(10)))
struct StreamedAnswerTests: ModelCalls {
    @Test func `a stream brings the same answer in events`() async throws {
        let body = #"{"messages":[{"role":"user","content":[{"text":"ping"}]}]}"#
        let whole = try await call(account(ModelState()), body: body).json
        let answer = try await call(account(ModelState()), operation: "converse-stream", body: body)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "application/vnd.amazon.eventstream")
        let payloads = framePayloads(answer.body)
        #expect(payloads.first == ["role": "assistant"])
        let text = payloads.compactMap { $0["delta"]?["text"]?.stringValue }.joined()
        #expect(text == whole?["output"]?["message"]?["content"]?[0]?["text"]?.stringValue)
        #expect(Array(payloads.suffix(3).dropLast()) == [["contentBlockIndex": 0], ["stopReason": "end_turn"]])
        #expect(payloads.last?["usage"] == whole?["usage"])
    }

    /// The payloads of frames, by their lengths alone: total, headers, CRC, headers, payload, CRC.
    private func framePayloads(_ bytes: [UInt8]) -> [JSONValue] {
        func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
        var payloads: [JSONValue] = []
        var start = 0
        while start + 16 <= bytes.count {
            let end = start + number(start)
            let payload = bytes[(start + 12 + number(start + 4))..<(end - 4)]
            if let value = try? JSONValue(parsing: Array(payload)) { payloads.append(value) }
            start = end
        }
        return payloads
    }

    @Test func `a model that does not stream says so`() async throws {
        let answer = try await call(account(ModelState(), features: []), operation: "converse-stream")
        #expect(answer.status == 400)
        #expect(answer.findings == [.validationConverseUnsupported])
    }

    @Test func `what stands in the way of a stream is said as for Converse`() async throws {
        let answer = try await call(
            account(ModelState(access: .denied(PolicyDenial(policy: .identityPolicy)))), operation: "converse-stream")
        #expect(answer.message?.contains("bedrock:InvokeModelWithResponseStream") == true)
    }
}
