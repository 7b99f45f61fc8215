import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// A log with several failures: which there were, in their order, and which decided.
@Suite struct StoryTests {
    private static func explanation(_ text: String) throws -> Explanation {
        Explanation(try ReadInput(Array(text.utf8), name: "x"), context: ExplainContext())
    }

    @Test func `a short log tells every failure, the last first`() throws {
        let found = try Self.explanation(
            """
            2026-01-01 10:00:00 INFO starting
            2026-01-01 10:00:01 ERROR ExpiredTokenException: The security token included in the request is expired
            2026-01-01 10:00:02 ERROR ThrottlingException: Too many requests, please wait before trying again.
            2026-01-01 10:00:03 ERROR ThrottlingException: Too many requests, please wait before trying again.
            2026-01-01 10:00:04 ERROR getaddrinfo ENOTFOUND bedrock-runtime.us-east-1.amazonaws.com
            """)
        #expect(found.findings.map(\.code).first == .networkNameUnresolved)
        #expect(Set(found.findings.map(\.code)).isSuperset(of: [.tokenExpired, .throttled]))
        let story = try #require(found.story)
        #expect(story.hasPrefix("In order: token-expired at line 2; then throttled at line 3, 2 times; then network"))
        #expect(story.hasSuffix(", which decided"))
    }

    @Test func `a warning is no answer where an error stands beside it`() throws {
        let found = try Self.explanation(
            """
            May 04 09:12:44 host app[1]: WARN ThrottlingException: Too many requests, please wait before trying again.
            May 04 09:12:45 host app[1]: ERROR ExpiredTokenException: The security token included in the request is expired
            """)
        #expect(found.findings.first?.code == .tokenExpired)
        #expect(!found.findings.contains { $0.code == .throttled })
    }

    @Test func `one failure has no story`() throws {
        let line =
            "2026-01-01 10:00:01 ERROR ExpiredTokenException: The security token included in the request is expired"
        #expect(try Self.explanation(line + "\n" + line).story == nil)
    }

    @Test(arguments: [
        "An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access",
        "ValueError: Unsupported host '169.254.170.23'. Can only retrieve metadata from these hosts: 169.254.170.2, localhost",
        "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Incorrect token audience",
        "httpx.HTTPStatusError: Client error '400 Bad Request' for url 'http://169.254.170.23/v1/credentials'",
    ])
    func `whoever hands out credentials refuses credentials, whatever the words`(text: String) throws {
        let first = try #require(try Self.explanation(text).findings.first)
        #expect([FindingCode.credentialsMissing, .tokenInvalid].contains(first.code))
        #expect(!first.remedies.contains { $0.command?.contains("AWS_SECRET_ACCESS_KEY") ?? false })
    }

    @Test func `what somebody typed is no reason of the failure`() throws {
        let text = """
            $ aws bedrock put-something --opt-in enabled

            An error occurred (ConflictException) when calling the PutSomething operation: None
            """
        #expect(try Self.explanation(text).findings.first?.code != .regionNotOptedIn)
    }
}
