import Converse
import ConverseAPI
import HTTPTransport
import JSONText
import SigV4
import TestSupport
import Testing
import WireText

@Suite("What arrives is signed", .live)
struct SigningOnTheWireTests {
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ("", "amazon.nova-micro-v1:0", ModelIDForm.rawColon, "/model/amazon.nova-micro-v1:0/converse"),
            ("", "amazon.nova-micro-v1:0", .percentEncoded, "/model/amazon.nova-micro-v1%3A0/converse"),
            (
                "/gateway//bedrock/", "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.x-v1:0", .rawColon,
                "/gateway//bedrock/model/arn:aws:bedrock:us-east-1:123456789012:inference-profile%2Fus.x-v1:0/converse"
            ),
            ("/a%20b", "odd id/é", .percentEncoded, "/a%20b/model/odd%20id%2F%C3%A9/converse"),
        ])
    func targetHostTokenAndBody(_ prefix: String, _ model: String, _ form: ModelIDForm, _ target: String) async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in TestClient.success() }) { server in
            let client = try TestClient.make(server.url + prefix, time) { $0.modelIDForm = form }
            let result = try await client.converse(TestClient.question, modelID: model)
            let request = try #require(server.received.first)
            #expect(server.received.count == 1)
            #expect(request.method == "POST")
            #expect(request.targetText == target)
            #expect(request.header("host") == "127.0.0.1:\(server.port)")
            #expect(request.header("content-type") == "application/json")
            #expect(request.header("x-amz-date") == "20260102T030405Z")
            #expect(request.header("expect") == nil)
            #expect(request.body == TestClient.question.body)
            #expect(TestClient.isAccepted(request, now: time.now))
            #expect(!TestClient.isAccepted(request, now: time.now, region: "eu-west-1"))

            #expect(result.response.text == "pong")
            #expect(result.response.json == (try JSONValue(parsing: TestClient.answer)))
            #expect(result.exchange.status == 200)
            #expect(result.exchange.requestID == "7e57-1d")
            #expect(result.exchange.end == nil)
            #expect(result.exchange.attempts.map(\.outcome) == [.answered(status: 200, errorType: nil)])
            #expect(request.header("authorization") == result.exchange.stages?.authorization)
            #expect(
                String(decoding: result.exchange.wire.requestHead, as: UTF8.self).hasPrefix(
                    "POST \(target) HTTP/1.1\r\n"))
            #expect(result.exchange.wire.requestBody == request.body)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func theLowerLevelCallSendsWhatItIsGiven() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in .answer(418, [("X-Pot", "tea")], "short and stout") }) { server in
            let client = try TestClient.make(server.url, time)
            let exchange = try await client.send(
                method: "GET", target: "/foundation-models?byProvider=a%20b&byInferenceType=",
                headers: [HeaderField("X-Extra", "1")])
            let request = try #require(server.received.first)
            #expect(request.method == "GET")
            #expect(request.targetText == "/foundation-models?byProvider=a%20b&byInferenceType=")
            #expect(request.header("content-type") == nil)
            #expect(request.header("authorization")?.contains("x-extra") == true)
            #expect(TestClient.isAccepted(request, now: time.now))
            #expect(exchange.status == 418)
            #expect(exchange.response.header("x-pot") == "tea")
            #expect(String(decoding: exchange.body, as: UTF8.self) == "short and stout")
            #expect(exchange.end == .notWorthwhile)
            #expect(client.error(in: exchange)?.code == .unexpectedStatus)
            #expect(client.error(in: exchange)?.message == "short and stout")
        }
    }

    @Test
    func whatCannotBeSignedIsNotSent() async throws {
        let client = try TestClient.make("http://127.0.0.1:9", VirtualTime(), region: "us/east")
        let error = await #expect(throws: ConverseError.self) {
            try await client.converse(TestClient.question, modelID: "m")
        }
        #expect(error?.code == .notSigned)
        #expect(error?.attempts.isEmpty == true)
    }
}
