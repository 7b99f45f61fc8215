import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func findings(_ text: String) throws -> [Finding] {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
}

private func advice(_ finding: Finding) -> String {
    ([finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// What clients do to their own calls, and where calls belong: none of it is a refusal by AWS.
@Suite struct ClientOwnTests {
    @Test(
        arguments: [
            "Unable to execute HTTP request: Timeout waiting for connection from pool",
            """
            software.amazon.awssdk.core.exception.SdkClientException: Unable to execute HTTP request: Acquire operation took longer than \
            the configured maximum time. This indicates that a request cannot get a connection from the pool within the specified maximum \
            time. This can be due to high request rate.
            """,
            "java.lang.Throwable: Maximum pending connection acquisitions exceeded. The request rate is too high for the client to keep up.",
            "httpx.PoolTimeout",
            "reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException: Pending acquire queue has reached its maximum size of 1000",
            "@smithy/node-http-handler:WARN - socket usage at capacity=50 and 212 additional requests are enqueued.",
            "Connection pool is full, discarding connection: bedrock-runtime.us-east-1.amazonaws.com. Connection pool size: 10",
        ])
    func `a full pool of the client is neither the network nor a quota`(text: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == .clientPoolFull)
        #expect(advice(finding).lowercased().contains("pool"))
        #expect(!advice(finding).contains("NAT gateway"))
    }

    @Test(arguments: [
        "AttributeError: 'Credentials' object has no attribute 'load'",
        "AttributeError: 'Session' object has no attribute 'get_credentials_provider'",
    ])
    func `credentials that lack a member are not missing`(text: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == .clientRefused)
        #expect(advice(finding).contains("Update the program"), "\(advice(finding))")
    }

    @Test func `no credentials stay none, in Python's words`() throws {
        let text = "AttributeError: 'NoneType' object has no attribute 'access_key'"
        #expect(try findings(text).first?.code == .credentialsMissing)
    }

    @Test(arguments: ["ServiceUnavailableError", "APIConnectionError", "RateLimitError"])
    func `a key that a gateway did not find is none of the service's words`(type: String) throws {
        let finding = try #require(try findings("litellm.\(type): BedrockException - 'text'").first)
        #expect(finding.code == .answerUnreadable)
        #expect(finding.confidence == .likely)
        #expect(advice(finding).contains("Update LiteLLM"), "\(advice(finding))")
        let said = "litellm.\(type): BedrockException - 'text' is not a member of the request"
        #expect(try findings(said).first?.code != .answerUnreadable)
    }

    @Test(
        arguments: [
            (
                "Error: Unknown model: 'mistral.mixtral-8x7b-instruct-v0:1', only these are supported: ai21,anthropic,amazon,cohere,meta",
                "is an id that Bedrock has"
            ),
            (
                "Wrong value: 2 validation errors for BedrockChat\nmodel_id\n  field required (type=value_error.missing)\ntemperature\n  extra fields not permitted (type=value_error.extra)",
                "temperature (extra fields not permitted)"
            ),
            (
                "pydantic_core._pydantic_core.ValidationError: 1 validation error for ChatBedrock\nmodel\n  Extra inputs are not permitted [type=extra_forbidden, input_value='x', input_type=str]",
                "ChatBedrock of the library"
            ),
            ("Failed to create provider: Unknown provider: bedrock", "aws_bedrock"),
            ("NotImplementedError: Provider mistral model does not support chat.", "update it"),
        ])
    func `a library that refuses by itself has asked nobody`(text: String, words: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == .clientRefused)
        #expect(advice(finding).contains(words), "\(advice(finding))")
    }

    @Test(
        arguments: [
            (
                "{\"error\":{\"message\":\"litellm.APIConnectionError: 'NoneType' object has no attribute 'access_key'. Received Model Group=m\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"400\"}}",
                FindingCode.credentialsMissing
            ),
            ("AttributeError: 'NoneType' object has no attribute 'get_frozen_credentials'", .credentialsMissing),
            (
                "HTTP 403: TypeError: Cannot read properties of undefined (reading 'modelAccess')",
                .programFailed
            ),
            ("1 validation error for ChatCompletionResponse\nid\n  Field required [type=missing]", .answerUnreadable),
            (
                "Error [AI_TypeValidationError]: Type validation failed: Value: {\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"},\"Version\":\"1.0\"}.",
                .wrongEndpoint
            ),
            (
                "AWS credential provider failed: SyntaxError: JSON Parse error: Unrecognized token '<'",
                .answerNotFromService
            ),
            (
                "Role Arn 'arn:aws:iam::123456789012:role/r' needs to be assumed with web identity, but no role assumption callback was provided.",
                .credentialsMissing
            ),
            ("Error [ERR_HTTP2_STREAM_CANCEL]: The pending stream has been canceled", .networkConnectionClosed),
            (
                "java.io.IOException: Server failed to send complete response. The channel was closed.",
                .networkConnectionClosed
            ),
            (
                "{\"error\":{\"message\":\"The server had an error while processing your request. Sorry about that!\",\"type\":\"server_error\",\"param\":null,\"code\":\"server_error\"}}",
                .internalError
            ),
            (
                "Error 400: \"claude-3-sonnet-20240229\" is not supported on this API. Please use the Messages API instead.",
                .validationMessages
            ),
        ])
    func `the words of a client's own code are its own`(text: String, code: FindingCode) throws {
        #expect(try findings(text).first?.code == code)
    }

    @Test(
        arguments: [
            (
                "AttributeError: 'Bedrock' object has no attribute 'converse'", FindingCode.wrongEndpoint,
                "bedrock-runtime"
            ),
            (
                "AttributeError: 'AgentsforBedrock' object has no attribute 'invoke_agent'", .wrongEndpoint,
                "bedrock-agent-runtime"
            ),
            ("AttributeError: 'BedrockRuntime' object has no attribute 'converse'", .clientTooOld, "1.34.116"),
            (
                "$ aws bedrock converse --model-id x\naws: error: argument operation: Invalid choice, valid choices are:\n\nlist-foundation-models | get-foundation-model\n\nInvalid choice: 'converse'",
                .wrongEndpoint, "aws bedrock-runtime converse"
            ),
            (
                "aws: [ERROR]: An error occurred (ParamValidation): argument operation: Found invalid choice 'create-agent-runtime'",
                .wrongEndpoint, "aws bedrock-agentcore-control"
            ),
            (
                "$ aws bedrock-runtime converse --model-id x\naws: error: argument operation: Invalid choice, valid choices are:\n\ninvoke-model | help\n\nInvalid choice: 'converse'",
                .clientTooOld, "2.15.60"
            ),
        ])
    func `an operation of another service is no matter of age`(text: String, code: FindingCode, words: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == code)
        #expect(advice(finding).contains(words), "\(advice(finding))")
    }

    @Test(
        arguments: [
            (
                "{\"error\":{\"code\":\"validation_error\",\"message\":\"The model 'anthropic.claude-sonnet-5' does not support the '/v1/responses' API\",\"param\":null,\"type\":\"invalid_request_error\"}}",
                FindingCode.wrongEndpoint, "/anthropic/v1/messages"
            ),
            (
                "https://bedrock-mantle.ap-northeast-1.api.aws/openai/v1/responses\nThis returns:\n404 Not Found\nmodel = \"openai.gpt-oss-120b\"",
                .wrongEndpoint, "base URL https://bedrock-mantle.ap-northeast-1.api.aws/v1,"
            ),
            (
                "POST https://bedrock-mantle.us-east-1.api.aws/v1/responses\nThis returns:\n404 Not Found\nmodel = \"openai.gpt-5.5\"",
                .wrongEndpoint, "/openai/v1/responses"
            ),
            (
                "openai.NotFoundError: Error code: 404 - {'error': {'message': \"The model doesn't exist or doesn't support this API. Retry your request with a different model ID.\", 'type': 'not_found_error', 'param': None, 'code': 'model_not_found'}}\nbase_url=\"https://bedrock-runtime.us-west-2.amazonaws.com/openai/v1\" model=\"anthropic.claude-sonnet-4-5-20250929-v1:0\"",
                .wrongEndpoint, "Converse or InvokeModel"
            ),
        ])
    func `a path is named by the family of the model`(text: String, code: FindingCode, words: String) throws {
        let finding = try #require(try findings(text).first)
        #expect(finding.code == code)
        #expect(advice(finding).contains(words), "\(advice(finding))")
        #expect(!advice(finding).contains("us-gov."))
    }

    @Test(
        arguments: [
            (
                "Unknown parameter in input: \"tools\", must be one of: modelId, messages, toolConfig",
                "toolConfig.tools"
            ),
            (
                "Unknown parameter in input: \"guardrail\", must be one of: body, modelId, guardrailIdentifier, guardrailVersion",
                "guardrailIdentifier and guardrailVersion"
            ),
        ])
    func `a member of another dialect is written in this one`(text: String, words: String) throws {
        let finding = try #require(
            try findings("botocore.exceptions.ParamValidationError: Parameter validation failed:\n" + text).first)
        #expect(finding.code == .validationRequest)
        #expect(advice(finding).contains(words), "\(advice(finding))")
        #expect(!advice(finding).contains("Remove"))
    }

    @Test func `a profile for inference is no profile of credentials`() throws {
        let finding = try #require(
            try findings("Failed to fetch inference profiles Could not load credentials from any providers").first)
        #expect(finding.code == .credentialsMissing)
        #expect(!advice(finding).contains("--profile NAME"))
        #expect(advice(finding).contains("AWS_BEARER_TOKEN_BEDROCK"))
    }

    @Test func `a session whose identity is shown is good`() throws {
        let finding = try #require(
            try findings(
                "[DEBUG] Fetched AWS caller identity, skipping AWS auth refresh command\n[ERROR] API error (attempt 1/11): UnauthorizedException: Session token not found or invalid"
            ).first)
        #expect(advice(finding).contains("The session is good"), "\(advice(finding))")
        #expect(!advice(finding).contains("aws sso login"))
    }

    @Test func `a model past its end of life is not advised`() throws {
        let finding = try #require(
            try findings(
                "ValidationException: The provided model identifier is invalid. model anthropic.claude-3-7-sonnet region us-west-2"
            ).first)
        #expect(advice(finding).contains("anthropic.claude-sonnet-4-6"), "\(advice(finding))")
        #expect(!advice(finding).contains("Did you mean anthropic.claude-3-7"))
    }

    @Test func `an ARN in the region's place holds the region`() throws {
        let finding = try #require(
            try findings(
                "SdkClientException: Configured region (arn%3Aaws%3Abedrock%3Aeu-central-1) and tags ([]) resulted in an invalid URI: https://bedrock-runtime.arn%3Aaws%3Abedrock%3Aeu-central-1.amazonaws.com. This is usually caused by an invalid region configuration."
            ).first)
        #expect(finding.code == .regionInvalid)
        #expect(advice(finding).contains("eu-central-1"))
    }

    @Test func `a session of LiteLLM's has a policy of its own`() throws {
        let finding = try #require(
            try findings(
                "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/r/litellm-session is not authorized to perform: bedrock:Rerank because no session policy allows the bedrock:Rerank action"
            ).first)
        #expect(finding.code == .sessionPolicyDenied)
        #expect(advice(finding).contains("made by LiteLLM"), "\(advice(finding))")
    }
}
