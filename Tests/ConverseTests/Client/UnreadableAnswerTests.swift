import Converse
import ConverseAPI
import JSONText
import TestSupport
import Testing

@Suite("Answers that say success and are something else", .live)
struct UnreadableAnswerTests {
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ("", "line 1"), ("<html>Sign in to the hotel's network</html>", "text/html"), ("{}", "the member output"),
            ("[]", "expected an object"), (#"{"output":7}"#, "$.output: expected an object, found the number 7"),
            (TestClient.answer.replacing("\"pong\"", with: "false"), "$.output.message.content[0].text"),
            (String(TestClient.answer.dropLast()), "line 1"),
        ])
    func areNamed(_ body: String, _ part: String) async throws {
        try await ScriptedServer.run({ _, _ in .answer(200, [("Content-Type", "text/html")], body) }) { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(error?.code == .unreadableAnswer)
            #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
            #expect(error?.exchange?.body == Array(body.utf8))
            #expect(server.received.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func anAnswerWithoutMetricsIsStillAnAnswer() async throws {
        let body = #"{"output":{"message":{"role":"assistant","content":[{"text":"hi"}]}},"stopReason":"brand_new"}"#
        try await ScriptedServer.run({ _, _ in .answer(200, [], body) }) { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let result = try await client.converse(TestClient.question, modelID: "m")
            #expect(result.response.text == "hi")
            #expect(result.response.stopReason == StopReason(rawValue: "brand_new"))
            #expect(result.response.json.text() == body)
            #expect(result.response.faults().map(\.path.description) == ["$.usage", "$.metrics"])
        }
    }
}
