import Codes
import Report
import Testing

/// What a reporter tells of credentials, their source and their state comes before what holds for every failure of the kind.
@Suite struct ToldSourceTests {
    private static let silent = "Error: Could not load credentials from any providers"
    private static let refusedKey = "Authentication failed: Please make sure your API Key is valid."

    @Test(
        arguments: [
            (
                "I log in with aws sso login.\nAPI Error: 400 The provided model identifier is invalid.",
                FindingCode.modelIDInvalid
            ),
            (
                "The profile has sso_session set and works.\nBedrock answers 403: The security token included in the request is invalid.",
                .tokenInvalid
            ),
            (
                "HTTP 403: {\"Message\":\"Invalid API Key format: Must start with pre-defined prefix\"}\naws sso login auth not working here",
                .bearerTokenInvalid
            ),
            (
                "We sign in by SSO, which is a session of 8 hours. ValidationException: max_tokens is invalid",
                .validationRequest
            ),
        ])
    func `who tells how he signs in tells of no refused session`(text: String, code: FindingCode) throws {
        #expect(try firstFinding(text).code == code)
    }

    @Test func `a refused session is one sentence`() throws {
        let finding = try firstFinding(
            "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile."
        )
        #expect(finding.remedies.first?.command?.hasPrefix("aws sso login") == true, "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            ("[profile dev]\nsso_session = corp\n\ndocker run -e AWS_PROFILE=dev my/app\n\(silent)", "mount ~/.aws"),
            (
                "I only use a Bedrock API key here.\nno EC2 IMDS role found, operation error ec2imds: GetMetadata, request canceled",
                "AWS_BEARER_TOKEN_BEDROCK"
            ),
            (
                "It ran in Docker on EC2 with IMDSv1, not since IMDSv2 is required: Error when retrieving credentials from iam-role: Credential refresh failed, response did not contain: access_key",
                "hop limit"
            ),
            (
                "no EC2 IMDS role found, operation error ec2imds: GetMetadata, http response error StatusCode: 403",
                "switched off"
            ),
            (
                "GET http://169.254.170.23/v1/credentials resulted in a 400 Bad Request response: Service account token cannot be empty",
                "clear_env"
            ),
            ("Error when retrieving credentials from custom-process: profile [corp] expired 3m ago", "Sign in again"),
            (
                "os.environ['BEDROCK_API_KEY'] = 'x1'\nbotocore.exceptions.NoCredentialsError: Unable to locate credentials",
                "AWS_BEARER_TOKEN_BEDROCK"
            ),
            ("In our EKS/IRSA pods: The security token included in the request is expired", "without keys"),
            (
                "Could not load credentials to authenticate with AWS client. Please check that credentials in the specified profile name are valid.",
                "region_name"
            ),
        ])
    func `the told source is set up first`(text: String, says: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(finding.code): \(remedyText(finding))")
        #expect(!remedyText(finding).contains("IAM Identity Center refused"))
    }

    @Test(
        arguments: [
            ("The API key works with curl. The app says: \(refusedKey)", "one that curl calls"),
            ("I tested the API key and it is fine.\n\n\(refusedKey)", "was tested already"),
            (
                "403 \(refusedKey)\nconfig.LoadDefaultConfig(ctx, config.WithSharedConfigProfile(\"a\"))\n[profile a]\nsso_session = b",
                "BearerAuthTokenProvider = nil"
            ),
        ])
    func `a key that is good, or that nobody meant, is not made anew`(text: String, says: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .bearerTokenInvalid)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("us-east-1"))
    }

    @Test func `a function lacks the endpoint of the host that it called`() throws {
        let finding = try firstFinding(
            "\"function_arn\":\"arn:aws:lambda:eu-west-1:123456789012:function:x\" Connect timeout on endpoint URL: \"https://bedrock.eu-west-1.amazonaws.com/foundation-models\""
        )
        #expect(
            finding.remedies.first?.text.contains("com.amazonaws.eu-west-1.bedrock)") == true, "\(remedyText(finding))")
    }

    @Test func `a cache of files is the program's own`() throws {
        let finding = try firstFinding("EPERM: operation not permitted, unlink '/home/u/.cache/app/models.json'")
        #expect(finding.code == .programFailed)
    }

    @Test(
        arguments: [
            "An error occurred (MissingAuthenticationToken) when calling the AssumeRoleWithWebIdentity operation: Request is missing Authentication Token",
            "An error occurred (InvalidClientTokenId) when calling the AssumeRoleWithWebIdentity operation: The security token included in the request is invalid.",
            "CredentialsProviderError: Could not load credentials from any providers\n    at AssumeRoleWithWebIdentityCommand",
        ])
    func `an operation without a signature wants no keys`(text: String) throws {
        let finding = try firstFinding(text)
        #expect(remedyText(finding).contains("WebIdentityToken"), "\(finding.code): \(remedyText(finding))")
        #expect(!remedyText(finding).contains("export-credentials"))
    }

    @Test func `a provider of credentials has a way of its own`() throws {
        let finding = try firstFinding(
            "ConstructionFailure(ConstructionFailure { source: CredentialsStageError { source: ProviderError(ProviderError { source: DispatchFailure(DispatchFailure { source: ConnectorError { kind: Io, source: hyper::Error(Connect, ConnectError(\"dns error\", Custom { kind: Uncategorized, error: \"failed to lookup address information\" })) } }) }) } })"
        )
        #expect(finding.code == .credentialsServiceUnreachable)
        #expect(finding.remedies.first?.text.contains("http_client") == true, "\(remedyText(finding))")
    }

    @Test func `a region in a model's name belongs beside it`() throws {
        let finding = try firstFinding(
            """
            chat broke after the move
            proxy-1    | litellm.BadRequestError: BedrockException - {"message":"The provided model identifier is invalid."}. Received Model Group=bedrock/eu-central-2/amazon.nova-pro-v1:0
            proxy-1    | Available Model Group Fallbacks=None LiteLLM Retried: 1 times
            """)
        #expect(
            finding.remedies.first?.text.contains("aws_region_name: eu-central-2") == true, "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("0proxy-1"))
    }
}
