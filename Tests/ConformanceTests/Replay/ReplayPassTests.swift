import Conformance
import JSONText
import Recordings
import Report
import TestSupport
import Testing

/// What a replay must let through: the mock checks the signature and matches the request, the core reads the answer.
@Suite(.live, .timeLimit(.minutes(10)))
struct ReplayPassTests {
    @Test func casesHaveTheFileNameAndCountItsConverseExchanges() async throws {
        let outcome = try await ReplayExample.runner.run([
            ReplayExample.input(
                "first",
                [
                    ReplayExample.exchange("a", "1"), ReplayExample.exchange("b", "2"),
                    ReplayExample.exchange("c", "3"),
                ]),
            ReplayExample.input("second [v1.0]", [ReplayExample.exchange("d", "4")]),
        ])
        #expect(outcome.cases.map(\.id) == ["first#0", "first#1", "first#2", "second [v1.0]#0"])
        #expect(outcome.cases.failures == [])
        #expect(outcome.notes == [])
    }

    @Test func identicalRequestsGetTheirAnswersInRecordedOrder() async throws {
        let same = (0..<20).map { ReplayExample.exchange("same", "answer \($0)") }
        let others = (0..<40).map { ReplayExample.exchange("other \($0)", "answer \($0)") }
        let mixed = zip(same, others).flatMap { [$0, $1] } + others.dropFirst(20)
        #expect(try await ReplayExample.run(mixed).failures == [])
    }

    @Test func theOrderGoesOnInTheNextFile() async throws {
        let outcome = try await ReplayExample.runner.run(
            ["a", "b", "c"].map { ReplayExample.input($0, [ReplayExample.exchange("same", "from \($0)")]) })
        #expect(outcome.cases.failures == [])
    }

    @Test func filesOfOneNameAreToldApart() async throws {
        let outcome = try await ReplayExample.runner.run(
            ["a", "b"].map {
                ReplayExample.input("twin", file: "\($0)/twin.yaml", [ReplayExample.exchange("same", "from \($0)")])
            })
        #expect(outcome.cases.map(\.id) == ["twin#0", "twin#0"])
        #expect(outcome.cases.failures == [])
        #expect(
            outcome.notes == ["2 files are called twin, and their cases alike: a/twin.yaml, b/twin.yaml"])
    }

    @Test(arguments: [
        "bedrock-runtime.eu-central-1.amazonaws.com", "bedrock-runtime-fips.us-gov-west-1.amazonaws.com",
        "bedrock-runtime.cn-north-1.amazonaws.com.cn", "bedrock-runtime.us-west-2.api.aws",
        "vpce-1a-2b.bedrock-runtime.ap-south-1.vpce.amazonaws.com", "gateway.example:8443", "localhost:8080",
    ])
    func anyHost(_ host: String) async throws {
        #expect(try await ReplayExample.run(ReplayExample.exchange("host", "ok", host: host)).status == .pass)
    }

    @Test(arguments: [
        "/model/amazon.nova-micro-v1:0/converse", "/model/amazon.nova-micro-v1%3a0/converse",
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aapplication-inference-profile%2Fabc/converse",
        "/model/arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0/converse",
        "/proxy/bedrock/model/amazon.nova-micro-v1%3A0/converse", "/x%20y/a%2Fb/model/m/converse",
        "/model/my%20model%C3%A9/converse", "/model/m/converse?trace=on", "/model/a/model/m/converse",
        "/model/m/converse?back=/model/other/converse", "/gw/model/m/converse-stream/model/m/converse",
    ])
    func anyFormOfTheTarget(_ target: String) async throws {
        let exchange = Exchange(
            request: ReplayExample.request("target", target: target), response: ReplayExample.answer("ok"))
        #expect(try await [ReplayExample.run(exchange)].failures == [])
    }

    @Test func whatTheCoreDoesNotKnowComesThrough() async throws {
        let exchange = Exchange(
            request: RecordedRequest(
                method: "POST", target: ReplayExample.target,
                body: .json([
                    "messages": [
                        ["role": "user", "content": [["hologram": ["depth": [1, nil, [:]]]]], "mood": "calm"]
                    ],
                    "inferenceConfig": ["maxTokens": 12_345_678_901, "temperature": -0.0, "twist": 1e300],
                    "additionalModelRequestFields": ["big": 12_345_678_901, "text": "\u{0}\u{FEFF}é"],
                ])),
            response: RecordedResponse(
                status: 201,
                body: .json([
                    "output": ["message": ["role": "assistant", "content": [["hologram": 1]]], "aside": 2],
                    "stopReason": "bored", "usage": ["inputTokens": 1.0], "weather": nil,
                ])))
        #expect(try await [ReplayExample.run(exchange)].failures == [])
    }

    @Test func refusalsAreReplayedWhateverTheirForm() async throws {
        let page = "<html>bad gateway</html>"
        let validation = "ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/"
        let cases = try await ReplayExample.run([
            ReplayExample.refusal(400, type: validation, .json(["message": "no"])),
            ReplayExample.refusal(403, .json(["Message": "User: x is not authorized"])),
            ReplayExample.refusal(429, .json(["__type": "com.amazon.coral#ThrottlingException", "message": nil])),
            ReplayExample.refusal(429, .json(["__type": "ThrottlingException", "message": "Rate exceeded"])),
            ReplayExample.refusal(500, .json([1, 2])), ReplayExample.refusal(502, .text(page)),
            ReplayExample.refusal(503, .bytes([0xFF, 0x00])), ReplayExample.refusal(404, .none),
        ])
        #expect(cases.failures == [])
        #expect(cases.count == 8)
    }

    @Test(arguments: [RecordedBody.none, .text(#"{"messages": ["#), .bytes([0xFF, 0xFE])])
    func aRefusedBodyThatIsNoJSONGoesOutAsItIs(_ body: RecordedBody) async throws {
        let request = RecordedRequest(method: "POST", target: ReplayExample.target, body: body)
        let exchange = ReplayExample.refusal(400, .json(["message": "malformed"]), to: request)
        #expect(try await [ReplayExample.run(exchange)].failures == [])
    }

    @Test func anEchoedTokenIsRedactedAndNothingElseIsLost() async throws {
        let echo =
            "should have been\n'POST\n/model/m/converse\n\nx-amz-security-token:IQoJb3JpZ2lu+a/b==,x;y\n\nhost'\n"
        let type = "com.amazon.coral.service#InvalidSignatureException:http://x"
        let exchange = ReplayExample.refusal(403, type: type, .json(["message": .string(echo)]))
        let recording = Redactor.standard.redact(exchange)
        #expect(recording.response.body != exchange.response.body)
        #expect(try await [ReplayExample.run(recording)].failures == [])
    }

    @Test func secretsOfARequestDoNotKeepItFromMatching() async throws {
        let text = "my aws_secret_access_key=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY and AKIAIOSFODNN7EXAMPLE"
        #expect(try await [ReplayExample.run(ReplayExample.exchange(text, text))].failures == [])
    }
}
