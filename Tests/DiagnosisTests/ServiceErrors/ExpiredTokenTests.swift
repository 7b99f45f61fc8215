import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Which of several tokens has expired: each is renewed in its own place.
@Suite("Expired tokens") struct ExpiredTokenTests {
    static func finding(_ text: String) throws -> Finding {
        try #require(
            Explanation(try ReadInput(Array(text.utf8), name: "paste"), context: ExplainContext()).findings.first)
    }

    private static func advice(_ finding: Finding) -> String {
        finding.remedies.map { "\($0.text) \($0.command ?? "")" }.joined(separator: "\n")
    }

    private static let exchanged =
        "Token expired: current date/time 1772999999 must be before the expiration date/time 1772990000"

    @Test(arguments: [
        (
            "An error occurred (ExpiredTokenException) when calling the AssumeRoleWithWebIdentity operation: \(exchanged)",
            "AWS_WEB_IDENTITY_TOKEN_FILE"
        ),
        (
            """
            software.amazon.awssdk.services.sts.model.ExpiredTokenException: \(exchanged) (Service: Sts, Status Code: 400, Request ID: 5b1a2c3d-1111-4222-8333-445566778899)
            \tat software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider.getUpdatedCredentials(A.java:143)
            """, "OIDC"
        ),
        (
            """
            operation error EKS Auth: AssumeRoleForPodIdentity, https response error StatusCode: 400, RequestID: \
            5b1a2c3d-1111-4222-8333-445566778899, ExpiredTokenException: Token has expired
            """, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
        ),
        (
            """
            An error occurred (ExpiredTokenException) when calling the AssumeRoleWithSAML operation: Token must be redeemed within 5 \
            minutes of issuance
            """, "SAML"
        ),
        ("Error: Could not assume role with OIDC: \(exchanged)", "id-token: write"),
        ("NotAuthorizedException: Invalid login token. Token expired: 1772990000 >= 1772980000", "Cognito"),
        ("denied: Your authorization token has expired. Reauthenticate and try again.", "get-login-password"),
        ("aws: [ERROR]: Your session has expired. Please reauthenticate using 'aws login'.", "aws login"),
        (
            """
            operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 5b1a2c3d-1111-4222-8333-445566778899, api error \
            ExpiredToken: The security token included in the request is expired
            """, "source_profile"
        ),
        (
            """
            ERROR ExpiredTokenException: The security token included in the request is expired
                at de_CommandError (/var/task/node_modules/@aws-sdk/client-bedrock-runtime/dist-cjs/index.js:1234:11)
            """, "without keys"
        ),
    ])
    func `the token that expired is the one to renew`(text: String, words: String) throws {
        let finding = try Self.finding(text)
        #expect(finding.code == .tokenExpired)
        #expect(Self.advice(finding).contains(words), "\(Self.advice(finding))")
        #expect(!Self.advice(finding).contains("aws sso login"))
    }

    @Test(arguments: [
        "An error occurred (ExpiredTokenException) when calling the InvokeModel operation: The security token included in the request is expired",
        "Error loading SSO Token: Token for dev has expired. The SSO session associated with this profile has expired. Run aws sso login.",
    ])
    func `a session of one's own is renewed by signing in`(text: String) throws {
        let finding = try Self.finding(text)
        #expect(finding.code == .tokenExpired)
        #expect(Self.advice(finding).contains("aws sso login"))
    }
}

/// What somebody has to set up once before a link of a credential chain gives credentials.
@Suite("Links that want a part") struct CredentialSetUpTests {
    @Test(arguments: [
        (
            """
            operation error EKS Auth: AssumeRoleForPodIdentity, https response error StatusCode: 400, RequestID: a, AccessDeniedException: \
            Unauthorized Exception! EKS does not have permissions to assume the associated role.
            """, FindingCode.iamDenied, "sts:TagSession"
        ),
        (
            """
            operation error EKS Auth: AssumeRoleForPodIdentity, https response error StatusCode: 404, RequestID: a, \
            ResourceNotFoundException: No pod identity association found for service account default/app
            """, .credentialsMissing, "Associate a role"
        ),
        (
            "PermissionError: [Errno 13] Permission denied: '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'",
            .credentialsMissing, "fsGroup"
        ),
        (
            """
            botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from custom-process: /bin/sh: 1: aws-vault: not \
            found
            """, .credentialsMissing, "exit status 127"
        ),
        (
            "botocore.exceptions.InvalidConfigError: The source profile \"base\" must have credentials.",
            .credentialsMissing, "source_profile must name"
        ),
        (
            "botocore.exceptions.InfiniteLoopConfigError: Infinite loop in credential configuration detected. Attempting to load from profile dev",
            .credentialsMissing, "must not lead back"
        ),
        (
            "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: Issuer not present in specified provider",
            .credentialsMissing, "entity id"
        ),
        (
            """
            Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers
            It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission?
            """, .credentialsMissing, "id-token: write"
        ),
        (
            "aws: [ERROR]: An error occurred (AccessDeniedException) when calling the CreateOAuth2Token operation: ",
            .iamDenied, "SignInLocalDevelopmentAccess"
        ),
    ])
    func `the part is named`(text: String, code: FindingCode, words: String) throws {
        let input = try ReadInput(Array(text.utf8), name: "paste")
        let finding = try #require(Explanation(input, context: ExplainContext()).findings.first)
        let advice = finding.remedies.map { "\($0.text) \($0.command ?? "")" }.joined(separator: "\n")
        #expect(finding.code == code)
        #expect(advice.contains(words), "\(advice)")
    }

    private static func advice(_ text: String) throws -> String {
        try ExpiredTokenTests.finding(text).remedies.map(\.text).joined(separator: "\n")
    }

    // MARK: Roles

    @Test func `what is no role cannot be assumed`() throws {
        let denied = """
            An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::123456789012:user/acme is not \
            authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:
            """
        #expect(try Self.advice(denied + "user/acme").contains("is no role but a user"))
        #expect(!(try Self.advice(denied + "role/acme").contains("is no role")))
        #expect(!(try Self.advice(denied + "role/acme").contains("foundation-model/*")))
    }

    @Test func `a trust policy is not called a policy of the caller`() throws {
        let finding = try ExpiredTokenTests.finding(
            "Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity")
        #expect(finding.title.contains("trust policy"))
        #expect(!finding.detail.contains("none of its policies"))
    }

    @Test func `a region asked of instance metadata is missing`() throws {
        let text = "operation error ec2imds: GetRegion, canceled, context deadline exceeded"
        #expect(try ExpiredTokenTests.finding(text).code == .regionMissing)
        #expect(try ExpiredTokenTests.finding(text.replacing("GetRegion", with: "GetMetadata")).code != .regionMissing)
    }
}
