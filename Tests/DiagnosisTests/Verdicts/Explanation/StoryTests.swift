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

    @Test(arguments: ["WARN", "ERROR"])
    func `a role that was refused decides over the keys that are missing for it`(level: String) throws {
        let found = try Self.explanation(
            """
            2026/01/01 10:00:01 \(level) credentials: could not assume role: operation error STS: AssumeRole, https response error StatusCode: 400, RequestID: 11111111-2222-3333-4444-555555555555, api error ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.
            2026/01/01 10:00:02 ERROR agent: CLAUDE_CODE_USE_BEDROCK=1 requires AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_REGION
            """)
        #expect(found.findings.first?.code == .roleRequestInvalid)
        #expect(!found.findings.contains { $0.code == .credentialsMissing })
    }

    @Test func `a role that was refused for one call is no cause of what failed otherwise`() throws {
        let found = try Self.explanation(
            """
            2026/01/01 10:00:01 WARN credentials: operation error STS: AssumeRole, https response error StatusCode: 400, RequestID: 11111111-2222-3333-4444-555555555555, api error ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.
            2026/01/01 10:00:02 ERROR agent: ThrottlingException: Too many requests, please wait before trying again.
            """)
        #expect(found.findings.first?.code == .throttled)
    }

    @Test(arguments: ["bedrock-agentcore:GetResourceOauth2Token", "s3:ListObjectsV2"])
    func `an action whose name holds a digit is read whole, and offered`(action: String) throws {
        let found = try Self.explanation(
            """
            AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/gateway/session is not authorized to perform: \(action) on resource: arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default because no identity-based policy allows the \(action) action
            """)
        let first = try #require(found.findings.first)
        #expect(first.code == .iamDenied)
        #expect(first.detail.contains(action))
        let said = first.remedies.map { "\($0.text) \($0.command ?? "")" }.joined(separator: " ")
        #expect(!said.contains("bedrock:InvokeModel"), "\(said)")
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
