import Codes
import JSONText
import MockBedrock
import SigV4
import TestSupport
import Testing
import WireText

/// API keys as bearer tokens: what is accepted, and in which words the rest is refused.
@Suite(.live, .timeLimit(.minutes(10)))
struct BearerTests {
    private static let key = longTerm("1")

    private static func longTerm(_ number: String) -> String {
        "ABSK" + Base64.text(Array("BedrockAPIKey-\(number)-at-123456789012:c2VjcmV0LXNlY3JldC1zZWNyZXQ=".utf8))
    }

    /// A key as AWS's generators make it, but for the place that its request goes to; the signature is good.
    private static func presigned(
        host: String = "bedrock.amazonaws.com", target: String = "/?Action=CallWithBearerToken"
    ) throws -> String {
        let signed = try Signer().sign(
            SignableRequest(method: "POST", target: target, headers: [HeaderField("Host", host)], payload: .empty),
            SigningParameters(
                credentials: SigningCredentials(accessKeyID: TestRequest.key, secretAccessKey: TestRequest.secret),
                region: "us-east-1", service: "bedrock", time: TestRequest.now,
                options: SigningOptions(location: .query(expiresSeconds: 3600))))
        return ShortTermAPIKey.prefix + Base64.text(Array(host.utf8) + signed.target + Array("&Version=1".utf8))
    }

    private static func shortTerm(
        _ region: String = "us-east-1", secret: String = TestRequest.secret, at time: SigningTime = TestRequest.now
    ) throws -> String {
        try ShortTermAPIKey.text(
            signedBy: SigningCredentials(accessKeyID: TestRequest.key, secretAccessKey: secret), region: region,
            at: time)
    }

    /// Sends an unsigned request with these lines in place of the signature's.
    private func answer(
        _ authorization: [String], host: String = "127.0.0.1", configure: (inout MockServerConfiguration) -> Void
    ) async throws -> (answer: RawAnswer, entry: MockLogEntry) {
        try await TestServer.with(configure) { (test) async throws in
            let answer = try await test.send(TestRequest()) { lines in
                lines.filter { !$0.hasPrefix("Authorization") && !$0.hasPrefix("X-Amz-Date") && !$0.hasPrefix("Host") }
                    + ["Host: \(host)"] + authorization
            }
            return (answer, try #require(test.log.last))
        }
    }

    @Test(arguments: ["Bearer", "bearer", "BEARER"])
    func `A key that the server was given is accepted`(scheme: String) async throws {
        let (answer, entry) = try await answer(["Authorization: \(scheme) \(Self.key)"]) {
            $0.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key))]
        }
        #expect(answer.status == 200)
        #expect(entry.scheme == .bearer)
        #expect(entry.region == "us-east-1")
        #expect(entry.accessKeyID == nil)
        #expect(entry.description.contains(" bearer"))
    }

    @Test func `A server needs no key pair where it has a key`() async throws {
        let (answer, _) = try await answer(["Authorization: Bearer \(Self.key)"]) {
            $0.credentials = []
            $0.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key))]
        }
        #expect(answer.status == 200)
    }

    @Test func `A key of the account is accepted`() async throws {
        let (answer, _) = try await answer(["Authorization: Bearer \(Self.key)"]) {
            $0.account?.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key))]
        }
        #expect(answer.status == 200)
    }

    @Test func `A short-term key that the pair has signed is accepted unlisted`() async throws {
        let key = try Self.shortTerm()
        let (answer, entry) = try await answer(["Authorization: Bearer \(key)"]) { _ in }
        #expect(answer.status == 200)
        #expect(entry.scheme == .bearer)
        #expect(entry.accessKeyID == "…MPLE")
    }

    @Test(arguments: [
        ("bedrock-runtime.eu-west-1.amazonaws.com", "eu-west-1"),
        ("bedrock-runtime.us-gov-west-1.amazonaws.com", "us-west-2"),
        ("localhost:8080", "us-west-2"),
    ])
    func `The host names the region of a key that names none, else it is the server's own`(
        host: String, region: String
    ) async throws {
        let (_, entry) = try await answer(["Authorization: Bearer \(Self.key)"], host: host) {
            $0.regions = ["us-east-1", "us-west-2", "eu-west-1"]
            $0.homeRegion = "us-west-2"
            $0.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key))]
        }
        #expect(entry.region == region)
    }

    // MARK: Refusals

    private static let invalid = "Authentication failed: Please make sure your API Key is valid."
    private static let later = TestRequest.now.advanced(bySeconds: 1)

    static let refusals: [(name: String, token: String, message: String, findings: [FindingCode], detail: String)] =
        [
            (
                "another key", longTerm("2"), invalid, [.bearerTokenInvalid],
                "the API key is not one that this server accepts"
            ),
            (
                "a key of another service", "sk-ant-abcdef",
                "Invalid API Key format: Must start with pre-defined prefix", [.bearerTokenInvalid],
                "the bearer token is no key of Bedrock's: those begin with ABSK or bedrock-api-key-"
            ),
            (
                "nothing", "", "Invalid API Key format: Must start with pre-defined prefix",
                [.bearerTokenInvalid], "an empty bearer token was sent"
            ),
            (
                "a key in quotes", "\"\(longTerm("1"))\"", "Invalid API Key format: Must start with pre-defined prefix",
                [.bearerTokenInvalid], "the API key stands in quotes, which are no part of it"
            ),
            (
                "a key that was cut", "bedrock-api-key-YmVkcm9jay5hbWF6", invalid,
                [.credentialsBearerTokenMalformed, .bearerTokenInvalid],
                "the API key is damaged: what it holds in base64 is not what a key holds"
            ),
            (
                "a presigned request to another host", (try? presigned(host: "evil.example")) ?? "", invalid,
                [.credentialsBearerTokenMalformed, .bearerTokenInvalid],
                "the API key is damaged: the request that it holds is not POST "
                    + "https://bedrock.amazonaws.com/?Action=CallWithBearerToken, but for evil.example"
            ),
            (
                "a presigned request for something else", (try? presigned(target: "/?Action=ListUsers")) ?? "", invalid,
                [.credentialsBearerTokenMalformed, .bearerTokenInvalid],
                "the API key is damaged: the request that it holds is not POST "
                    + "https://bedrock.amazonaws.com/?Action=CallWithBearerToken, but for another action"
            ),
            (
                "a short-term key of yesterday",
                (try? shortTerm(at: TestRequest.now.advanced(bySeconds: -86_400))) ?? "", "Bearer Token has expired",
                [.bearerTokenExpired], "the API key expired at 20261121T220000Z; it is 20261122T100000Z"
            ),
            (
                "a short-term key of another region", (try? shortTerm("eu-west-1")) ?? "", invalid,
                [.credentialsBearerTokenRegion, .bearerTokenInvalid],
                "the API key is for eu-west-1, this endpoint is in us-east-1"
            ),
            (
                "a short-term key of another secret", (try? shortTerm(secret: "another")) ?? "", invalid,
                [.bearerTokenInvalid],
                "the short-term API key is not signed as it must be: the signature is another one"
            ),
            (
                "a short-term key from the future",
                (try? shortTerm(at: TestRequest.now.advanced(bySeconds: 600))) ?? "", invalid, [.bearerTokenInvalid],
                "the short-term API key is not signed as it must be: signed 600 s ahead"
            ),
        ]

    @Test(arguments: refusals.indices)
    func `A token that is not good is refused in the service's words`(index: Int) async throws {
        let row = Self.refusals[index]
        let (answer, entry) = try await answer(["Authorization: Bearer \(row.token)"]) {
            $0.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key))]
        }
        #expect(answer.status == 403, "\(row.name)")
        #expect(answer.errorType == "AccessDeniedException")
        #expect(answer.json?.objectValue?.names == ["Message"])
        #expect(answer.message == row.message, "\(row.name)")
        #expect(answer.findings == row.findings, "\(row.name)")
        #expect(entry.detail == row.detail)
        #expect(row.token.isEmpty || !"\(entry)".contains(row.token.suffix(12)))
    }

    @Test func `A listed key ends when it was said to, and is good where it was said to`() async throws {
        for (expiration, regions, message) in [
            (TestRequest.now, nil, "Bearer Token has expired"), (Self.later, Set(["us-east-1"]), nil),
            (Self.later, Set(["eu-west-1"]), Self.invalid),
        ] as [(SigningTime, Set<String>?, String?)] {
            let (answer, _) = try await answer(["Authorization: Bearer \(Self.key)"]) {
                $0.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key), regions: regions, expiration: expiration)]
            }
            #expect(answer.status == (message == nil ? 200 : 403))
            #expect(message == nil || answer.message == message)
        }
    }

    @Test func `Of two Authorization headers none is believed`() async throws {
        let (answer, _) = try await answer([
            "Authorization: Bearer \(Self.key)", "Authorization: Bearer \(Self.key)",
        ]) { $0.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key))] }
        #expect(answer.status == 403)
        #expect(answer.errorType == "IncompleteSignatureException")
    }

    @Test func `A signature is verified beside bearer keys as without them`() async throws {
        try await TestServer.with {
            $0.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.key))]
        } _: { (test) async throws in
            #expect(try await test.send(TestRequest()).status == 200)
            #expect(test.log.last?.scheme == .sigv4)
            #expect(try await test.send(TestRequest { $0.secretAccessKey = "another" }).status == 403)
        }
    }

    @Test func `No description of a key shows it`() {
        let key = MockBearerKey(BedrockAPIKey(Self.key))
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!("\(key)" + String(reflecting: key) + dumped).contains(Self.key.suffix(8)))
    }
}
