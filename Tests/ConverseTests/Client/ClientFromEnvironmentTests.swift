import Converse
import ConverseAPI
import HTTPTransport
import NetworkTerms
import SigV4
import TestSupport
import Testing

@Suite("A client from the environment", .live)
struct ClientFromEnvironmentTests {
    static let pair = ["AWS_ACCESS_KEY_ID": "ASIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY": TestClient.secret]

    @Test(.timeLimit(.minutes(10)))
    func signsAndSendsAsTheVariablesSay() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in TestClient.success() }) { server in
            let environment = Self.pair.merging([
                "AWS_SESSION_TOKEN": TestClient.token, "AWS_REGION": "eu-north-1",
                "AWS_ENDPOINT_URL": server.url + "/gate",
            ]) { $1 }
            let client = try ConverseClient(environment: environment, clock: time.clock) {
                $0.modelIDForm = .percentEncoded
            }
            _ = try await client.converse(TestClient.question, modelID: "a:b")
            let request = try #require(server.received.first)
            #expect(request.targetText == "/gate/model/a%3Ab/converse")
            #expect(TestClient.isAccepted(request, now: time.now, region: "eu-north-1"))
        }
    }

    @Test
    func saysWhichPartIsWrong() throws {
        let clock = VirtualTime().clock
        #expect {
            try ConverseClient(environment: [:], clock: clock)
        } throws: { error in
            if case ClientSetupError.credentials(let inner) = error { inner.kind == .missing } else { false }
        }
        #expect {
            try ConverseClient(environment: Self.pair.merging(["AWS_REGION": "\"us-east-1\""]) { $1 }, clock: clock)
        } throws: { error in
            if case ClientSetupError.endpoint(let inner) = error {
                inner.problem == .invalidRegion("\"us-east-1\"")
            } else {
                false
            }
        }
        #expect {
            try ConverseClient(environment: Self.pair.merging(["HTTPS_PROXY": "nonsense://x"]) { $1 }, clock: clock)
        } throws: { error in
            if case ClientSetupError.transport(let inner) = error { inner.code == .badProxySetting } else { false }
        }
    }
}
