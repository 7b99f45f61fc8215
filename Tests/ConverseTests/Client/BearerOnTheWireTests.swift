import Converse
import ConverseAPI
import HTTPTransport
import SigV4
import TestSupport
import Testing

@Suite("An API key in place of a signature", .live)
struct BearerOnTheWireTests {
    private static let key = "ABSKQmVkcm9ja0FQSUtleS0xLWF0LTEyMzQ1Njc4OTAxMjpjMlZqY21WMExYTmxZM0psZEE9PQ=="

    private func client(
        _ url: String, _ key: String = key, _ change: (inout ConverseClientConfiguration) -> Void = { _ in }
    ) throws -> ConverseClient {
        try TestClient.make(url, VirtualTime()) {
            $0.authorization = .bearer(BedrockAPIKey(key))
            change(&$0)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `It is sent as bearer token, and nothing is signed`() async throws {
        try await ScriptedServer.run({ _, _ in TestClient.success() }) { server in
            let result = try await client(server.url).converse(TestClient.question, modelID: "a:b")
            let request = try #require(server.received.first)
            #expect(request.header("authorization") == "Bearer \(Self.key)")
            for name in ["x-amz-date", "x-amz-security-token", "x-amz-content-sha256"] {
                #expect(request.header(name) == nil)
            }
            #expect(request.header("content-type") == "application/json")
            #expect(request.body == TestClient.question.body)
            #expect(result.exchange.stages == nil)
        }
    }

    /// Nothing may leave: the name would not resolve, which would be another error.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: ["http://bedrock.example.com", "http://127.example.com", "http://10.0.0.1"])
    func `It is not sent in clear to another machine`(url: String) async throws {
        let error = await #expect(throws: ConverseError.self) {
            try await client(url).converse(TestClient.question, modelID: "a")
        }
        #expect(error?.code == .notSigned)
        #expect(error?.message.contains("Use an https endpoint") == true, "\(error?.message ?? "")")
        #expect(error?.attempts.isEmpty == true)
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["", "ABSK with blank", "ABSKa\r\nX-Other: 1", "ABSK\u{e9}"])
    func `What a header cannot carry is not sent`(key: String) async throws {
        try await ScriptedServer.run({ _, _ in TestClient.success() }) { server in
            let error = await #expect(throws: ConverseError.self) {
                try await client(server.url, key).converse(TestClient.question, modelID: "a")
            }
            #expect(error?.code == .notSigned)
            #expect(server.received.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `A key that is echoed stays hidden`() async throws {
        try await ScriptedServer.run({ _, _ in
            TestClient.refusal(403, "AccessDeniedException", "no such key: \(Self.key)")
        }) { server in
            let error = await #expect(throws: ConverseError.self) {
                try await client(server.url).converse(TestClient.question, modelID: "a")
            }
            #expect(error?.message == "no such key: <redacted>")
            #expect(error.map { !"\($0)".contains(Self.key.suffix(12)) } == true)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `The environment's key pair signs, and its API key is sent where there is none`() async throws {
        try await ScriptedServer.run({ _, _ in TestClient.success() }) { server in
            let environment = ["AWS_BEARER_TOKEN_BEDROCK": Self.key, "AWS_ENDPOINT_URL": server.url]
            for (extra, scheme) in [([:], "Bearer"), (ClientFromEnvironmentTests.pair, "AWS4-HMAC-SHA256")] {
                let client = try ConverseClient(
                    environment: environment.merging(extra) { $1 }, clock: VirtualTime().clock)
                _ = try await client.converse(TestClient.question, modelID: "a")
                #expect(server.received.last?.header("authorization")?.hasPrefix(scheme) == true)
            }
        }
        // Half a pair is a slip, which another identity must not hide.
        #expect(throws: ClientSetupError.self) {
            try ConverseClient(
                environment: ["AWS_BEARER_TOKEN_BEDROCK": Self.key, "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE"],
                clock: VirtualTime().clock)
        }
    }
}
