import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What a program or a tool says of its own settings was said by nobody at AWS.
@Suite struct LocalCheckTests {
    private static func explained(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "standard input")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    private static func advice(_ finding: Finding) -> String {
        ([finding.title, finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] })
            .joined(separator: "\n")
    }

    @Test(
        arguments: [
            // Kubernetes.
            (
                #"Error from server (BadRequest): error when creating "route.yaml": GatewayRoute in version "v1" cannot be handled as a GatewayRoute: strict decoding error: unknown field "spec.rules[0].retryBudget""#,
                FindingCode.clientRefused, "kubectl explain gatewayroute.spec.rules"
            ),
            (
                #"The ModelRoute "chat" is invalid: spec.target.region: Required value"#, .clientRefused,
                "kubectl explain modelroute.spec.target"
            ),
            (
                #"error: resource mapping not found for name: "chat" namespace: "" from "a.yaml": no matches for kind "ModelRoute" in version "x.dev/v1""#,
                .clientRefused, "custom resource definition"
            ),
            // A key that is not there was not refused.
            ("Error: API key is not configured. Open the settings to add one.", .clientRefused, "nothing is set"),
            ("ValueError: API_KEY is not set", .clientRefused, "nothing is set"),
            (
                "gateway-1  | ValueError: API key not set\ngateway-1  |   File \"/srv/uvicorn/server.py\", line 12, in run",
                .clientRefused, "the gateway's own key"
            ),
            // Settings.
            (
                "Configuration error: settings.yaml is invalid\n - awsSecretKey is required and cannot be empty",
                .clientRefused, "wants awsSecretKey"
            ),
            ("TOML parse error at line 7, column 1: missing field `model_id`", .clientRefused, "wants model_id"),
            // Names of variables, of AWS's keys and of others.
            (
                "model bedrock/m requires the following environment variables: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']\nOur pods have EKS Pod Identity, AWS_CONTAINER_CREDENTIALS_FULL_URI is there.",
                .credentialsMissing, "it wants AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY by name"
            ),
            (
                "Missing required environment variables: CHAT_MODEL_ID, CHAT_TABLE", .clientRefused,
                "Set CHAT_MODEL_ID, CHAT_TABLE"
            ),
            (
                "startup aborted, environment variable CHAT_MODEL_ID is missing", .clientRefused, "Set CHAT_MODEL_ID"
            ),
            ("chat.yaml could not be loaded: `model_id` is required", .clientRefused, "wants model_id"),
            // AWS's common runtime, and the sandbox of macOS.
            (
                #"CRTError(code: 44, message: "Invalid file path.", name: "AWS_ERROR_FILE_INVALID_PATH")"#,
                .credentialsMissing, "~/.aws/config"
            ),
            (
                "Unable to access the AWS folder. Please grant access in the dialog.", .credentialsMissing,
                "the sandbox of macOS"
            ),
        ])
    func `a check of one's own is no answer of Bedrock's`(text: String, code: FindingCode, said: String) throws {
        let finding = try Self.explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.confidence != .certain)
        #expect(Self.advice(finding).contains(said), "\(Self.advice(finding))")
        #expect(!Self.advice(finding).contains("was understood"))
        #expect(!Self.advice(finding).contains("\"Effect\":\"Allow\""))
    }

    @Test(
        arguments: [
            (
                #"HTTP 403: {"Message":"Invalid API Key format: Must start with pre-defined prefix"}"#,
                FindingCode.bearerTokenInvalid
            ),
            ("API Error: 403 The API key is not valid", .bearerTokenInvalid),
            (
                "An error occurred (ValidationException) when calling the Converse operation: Configuration error: modelId is required",
                .validationRequest
            ),
            (
                "Unable to load credentials from any of the providers in the chain: WebIdentityTokenCredentialsProvider(): Either the environment variable AWS_WEB_IDENTITY_TOKEN_FILE or the javaproperty aws.webIdentityTokenFile must be set.",
                .credentialsMissing
            ),
            (
                "botocore.exceptions.NoCredentialsError: Unable to locate credentials\nconfig.json: region is set",
                .credentialsMissing
            ),
        ])
    func `what came as an answer stays one`(text: String, code: FindingCode) throws {
        #expect(try Self.explained(text).code == code)
    }

    @Test(
        arguments: [
            "Chat node: the credential AWS (Assume Role) is not shown in the list of the node",
            "Feature request: assume role is not supported for this model provider",
            "AWS (Assume Role) not available in the new node",
        ])
    func `a feature that is not there is no refusal`(text: String) throws {
        let finding = try Self.explained(text)
        #expect(finding.code != .iamDenied)
        #expect(!Self.advice(finding).contains("\"Effect\":\"Allow\""))
    }

    @Test(
        arguments: [
            "POST http://localhost:3000/api/providers 500 (Internal Server Error)",
            "Our chat server says \"Internal Server Error\" when the Bedrock provider is saved in its settings.",
        ])
    func `an internal error of a server of one's own is not Bedrock's`(text: String) throws {
        let finding = try Self.explained(text)
        #expect(finding.code == .answerNotFromService, "\(finding.code)")
        #expect(Self.advice(finding).contains("own server"))
    }

    @Test func `a type of AWS's makes it Bedrock's`() throws {
        let text =
            "An error occurred (InternalServerException) when calling the Converse operation: Internal Server Error"
        #expect(try Self.explained(text).code == .internalError)
    }
}
