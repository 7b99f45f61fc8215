import Converse
import HTTPTransport
import JSONText
import SigV4
import TestSupport
import Testing

@Suite("Secrets stay where they are", .live)
struct SecretTests {
    static func printed(_ value: Any) -> String {
        var text = "\(value)\n\(String(reflecting: value))\n"
        dump(value, to: &text)
        return text
    }

    static func expectNoSecret(_ value: Any, _ place: String) {
        let text = printed(value)
        #expect(!text.contains(TestClient.secret), "\(place)")
        #expect(!text.contains(TestClient.token), "\(place)")
        #expect(!text.contains("ANOTHERTOKEN"), "\(place)")
    }

    @Test(.timeLimit(.minutes(10)))
    func aRefusalThatEchoesTheRequest() async throws {
        let echo = JSONValue.string(
            "The request signature we calculated does not match.\n\nThe Canonical String for this request should have been\n"
                + "'POST\n/model/m/converse\n\nhost:h\nx-amz-security-token:\(TestClient.token)\n\nhost;x-amz-date'\n"
                + "and \\nx-amz-security-token:ANOTHERTOKEN+/=\\nend, the secret \(TestClient.secret) itself")
        let body = JSONValue.object(["message": echo]).text()
        try await ScriptedServer.run({ _, _ in
            .answer(403, [("x-amzn-ErrorType", "InvalidSignatureException")], body)
        }) { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let error = try #require(
                await #expect(throws: ConverseError.self) {
                    try await client.converse(TestClient.question, modelID: "m")
                })
            Self.expectNoSecret(error, "error")
            Self.expectNoSecret(error.message, "message")
            Self.expectNoSecret(try #require(error.exchange), "exchange")
            // A refusal alone does not know the key; no service does either.
            let refusal = Self.printed(try #require(error.exchange?.refusal))
            #expect(!refusal.contains(TestClient.token) && !refusal.contains("ANOTHERTOKEN"))
            Self.expectNoSecret(client, "client")
            Self.expectNoSecret(client.configuration, "configuration")
            // The rest of the message is all there, and the raw body is at hand for whoever looks for it.
            #expect(error.message.contains("host:h\nx-amz-security-token:<redacted>\n\nhost;x-amz-date'\nand"))
            #expect(error.message.hasSuffix("\\nend, the secret <redacted> itself"))
            #expect(error.exchange?.body == Array(body.utf8))
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func aSuccess() async throws {
        try await ScriptedServer.run({ _, _ in TestClient.success() }) { server in
            let client = try TestClient.make(server.url, VirtualTime())
            Self.expectNoSecret(try await client.converse(TestClient.question, modelID: "m"), "result")
        }
    }

    @Test
    func anEnvironmentWithoutAKey() {
        let error = #expect(throws: CredentialsError.self) {
            try SigningCredentials(environment: ["AWS_SECRET_ACCESS_KEY": TestClient.secret])
        }
        Self.expectNoSecret(error as Any, "credentials error")
    }
}
