import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Which link of a chain of credential providers failed, and that each has a remedy of its own, in its own place.
@Suite("Links of the credential chain")
struct CredentialLinkTests {
    struct Failure: Sendable, CustomTestStringConvertible {
        let text: String
        let codes: Set<FindingCode>
        let says: [String]
        var mostly = Confidence.certain

        var testDescription: String { String(text.prefix(70)) }
    }

    private static func explained(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "paste")
        return try #require(Explanation(input, context: ExplainContext()).findings.first)
    }

    private static func advice(_ finding: Finding) -> String {
        finding.remedies.map { "\($0.text) \($0.command ?? "")" }.joined(separator: "\n")
    }

    static let failures: [Failure] = [
        Failure(
            text:
                "botocore.exceptions.MissingDependencyException: Missing Dependency: Using the login credential provider requires an additional dependency. You will need to pip install \"botocore[crt]\" before proceeding.",
            codes: [.credentialsMissing], says: ["botocore[crt]"]),
        Failure(
            text: "Error when retrieving credentials from custom-process: broker: not signed in",
            codes: [.credentialsMissing], says: ["credential_process", "by hand"]),
        Failure(
            text:
                "An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity",
            codes: [.iamDenied, .credentialsMissing], says: ["trust policy", "sub"]),
        Failure(
            text:
                "InvalidIdentityToken: No OpenIDConnect provider found in your account for https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE",
            codes: [.credentialsMissing], says: ["identity provider"]),
        Failure(
            text:
                "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Incorrect token audience",
            codes: [.credentialsMissing, .tokenInvalid], says: ["audience"]),
        Failure(
            text:
                "FileNotFoundError: [Errno 2] No such file or directory: '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'",
            codes: [.credentialsMissing], says: ["service account", "AWS_WEB_IDENTITY_TOKEN_FILE"]),
        Failure(
            text:
                "WebIdentityTokenCredentialsProvider(): To use web identity tokens, the 'sts' service module must be on the class path.",
            codes: [.credentialsMissing], says: ["software.amazon.awssdk:sts"]),
        Failure(
            text: "An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access",
            codes: [.credentialsMissing], says: ["sso_role_name", "permission set"], mostly: .likely),
        Failure(
            text: "SSOTokenProvider: Session token not found or invalid (UnauthorizedException)",
            codes: [.credentialsMissing, .tokenExpired, .tokenInvalid], says: ["aws sso login"], mostly: .likely),
        Failure(
            text:
                "CredentialsProviderError: Profile dev requires multi-factor authentication, but no MFA code callback was provided.",
            codes: [.credentialsMissing], says: ["MFA", "export-credentials"]),
        Failure(
            text:
                "EC2RoleRequestError: no EC2 instance role found\ncaused by: EC2MetadataError: failed to make EC2Metadata request\n\tstatus code: 404, request id:",
            codes: [.credentialsMissing], says: ["instance profile"]),
        Failure(
            text:
                "CredentialRetrievalError: Error when retrieving credentials from container-role: Error retrieving metadata: Received non 200 response (404) from ECS metadata: Not Found",
            codes: [.credentialsMissing], says: ["task role"], mostly: .likely),
        Failure(
            text:
                "Error retrieving credentials from the instance profile metadata service. (cURL error 28: Connection timed out after 1000 milliseconds for http://169.254.169.254/latest/meta-data/iam/security-credentials/)",
            codes: [.credentialsMissing], says: ["instance metadata"], mostly: .likely),
        Failure(
            text:
                "IdentityProviderException: No identity could be resolved from the chain: CredentialsProviderChain -> ImdsCredentialsProvider",
            codes: [.credentialsMissing], says: ["chain"]),
        Failure(
            text:
                "WARN[0000] The \"AWS_ACCESS_KEY_ID\" variable is not set. Defaulting to a blank string.\nbotocore.exceptions.NoCredentialsError: Unable to locate credentials",
            codes: [.credentialsMissing], says: ["compose", ".env"]),
        Failure(
            text:
                "$ printenv AWS_BEARER_TOKEN_BEDROCK | cut -c1-16\nbedrock-api-key-\nError: Could not load credentials from any providers",
            codes: [.credentialsMissing], says: ["AWS_BEARER_TOKEN_BEDROCK", "Update"]),
        Failure(
            text:
                "[profile team]\ncredential_process = /opt/broker get\n\nError: Could not load credentials from any providers",
            codes: [.credentialsMissing], says: ["credential_process", "team"]),
        Failure(
            text:
                "$ cat ~/.aws/credentials\n[example]\naws_access_key_id = ${KEY_ID}\naws_secret_access_key = ${SECRET}\n\n$ aws sts assume-role --profile example\nAn error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid.",
            codes: [.tokenInvalid, .credentialsMissing], says: ["${KEY_ID}", "expands"]),
        Failure(
            text: "botocore.exceptions.ProfileNotFound: The config profile (batch) could not be found",
            codes: [.profileNotFound], says: ["batch", "~/.aws"]),
    ]

    @Test("the link's own remedy leads, and nobody is told to export keys", arguments: failures)
    func links(failure: Failure) throws {
        let finding = try Self.explained(failure.text)
        #expect(failure.codes.contains(finding.code), "\(finding.code)")
        let advice = Self.advice(finding)
        for phrase in failure.says { #expect(advice.contains(phrase), "\(phrase) is missing in: \(advice)") }
        #expect(!advice.contains("export AWS_ACCESS_KEY_ID"))
        #expect(!advice.contains("unset AWS_SESSION_TOKEN") || finding.code == .tokenInvalid)
        if let confidence = finding.confidence { #expect(confidence <= failure.mostly) }
    }

    @Test(
        "words about single sign-on hide no other failure",
        arguments: [
            "An error occurred (ThrottlingException) when calling the Converse operation: Too many requests, please wait before trying again.\n\n(signed in by aws sso login an hour ago)",
            "getaddrinfo ENOTFOUND bedrock-runtime.us-east-1.amazonaws.com\n(after aws sso login, which refreshed the token)",
        ])
    func others(text: String) throws {
        let code = try Self.explained(text).code
        #expect(code == .throttled || code == .networkNameUnresolved)
    }

    @Test("an error type that has one cause only takes nothing from what the words show")
    func typedRefusal() throws {
        let finding = try Self.explained(
            "botocore.errorfactory.InvalidIdentityTokenException: An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Incorrect token audience"
        )
        #expect(finding.code == .credentialsMissing)
        #expect(finding.confidence == .certain)
    }

    @Test("a caller that is the node's role is named")
    func instanceCaller() throws {
        let finding = try Self.explained(
            "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/nodes/i-0123456789abcdef0 is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"
        )
        #expect(finding.code == .iamDenied)
        #expect(Self.advice(finding).contains("service account"))
    }
}
