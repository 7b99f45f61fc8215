import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// Which of several keys and tokens it is that AWS does not know, or that has expired.
@Suite struct ShownKeysTests {
    private static let unknown = "UnrecognizedClientException: The security token included in the request is invalid."

    @Test(
        arguments: [
            (
                "An error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid.",
                "the base that AWS STS does not know"
            ),
            (
                "failed to refresh cached credentials, operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: x, api error InvalidClientTokenId: The security token included in the request is invalid.",
                "the base that AWS STS does not know"
            ),
            (
                unknown + "\nAWS_ACCESS_KEY_ID=ASIAQ7Q2ZT4X5ABCDEFG\nAWS_SECRET_ACCESS_KEY=xxxxx",
                "no session token stands beside it"
            ),
            (
                unknown + "\nAWS_ACCESS_KEY_ID=AKIAQ7Q2ZT4X5ABCDEFG\nAWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjEAAa",
                "belongs to another key"
            ),
            (
                "An error occurred (UnrecognizedClientException) when calling the Converse operation: The security token included in the request is invalid.\nregion us-gov-west-1",
                "partition of GovCloud"
            ),
            (
                "The security token included in the request is invalid (Service: AmazonIdentityManagement; Status Code: 403; Error Code: InvalidClientTokenId; Request ID: 1f5c5880; Proxy: null)",
                "GetSessionToken without MFA"
            ),
        ])
    func `the key that is meant leads`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .tokenInvalid)
        #expect(finding.remedies.first?.text.contains(words) == true, "\(remedyText(finding))")
    }

    @Test(arguments: ["xxxxx", "********", "[REDACTED]", "AKIA...", "<hidden>"])
    func `a value that was hidden for the paste is no placeholder`(value: String) throws {
        #expect(
            !remedyText(try firstFinding(Self.unknown + "\nAWS_SECRET_ACCESS_KEY=\(value)")).contains("literal text"))
    }

    @Test(arguments: ["${AWS_SECRET}", "{{ .Values.secret }}", "vault:secret/data/aws#key", "os.environ/AWS_SECRET"])
    func `a reference that nothing expanded is one`(value: String) throws {
        #expect(
            remedyText(try firstFinding(Self.unknown + "\nAWS_SECRET_ACCESS_KEY=\(value)")).contains("literal text"))
    }

    @Test func `a web identity that has expired beneath a provider's error`() throws {
        let finding = try firstFinding(
            "WebIdentityErr: failed to retrieve credentials\ncaused by: ExpiredTokenException: Token expired: current date/time 1700000000 must be before the expiration date/time1699990000\n\tstatus code: 400, request id: 1"
        )
        #expect(finding.code == .tokenExpired)
        #expect(!remedyText(finding).contains("API key"), "\(remedyText(finding))")
    }

    @Test func `a session that an older SDK does not find`() throws {
        let finding = try firstFinding("Error: SSOProviderInvalidToken: the SSO session has expired or is invalid")
        #expect(remedyText(finding).contains("in place of sso_session"), "\(remedyText(finding))")
        #expect(remedyText(finding).contains("aws sso login"))
    }

    @Test(
        arguments: [
            (
                "cdk deploy failed: Rate exceeded (Service: CloudFormation, Status Code: 400, Request ID: 1)",
                "CloudFormation"
            ),
            (
                "An error occurred (ThrottlingException) when calling the GetRoleCredentials operation (reached max retries: 4): Rate exceeded",
                "IAM Identity Center's portal"
            ),
        ])
    func `whoever throttled is named`(text: String, name: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .throttled, "\(finding.code.spelling)")
        #expect(finding.title.contains(name), "\(finding.title)")
        #expect(!remedyText(finding).contains("service-code bedrock"))
    }
}
