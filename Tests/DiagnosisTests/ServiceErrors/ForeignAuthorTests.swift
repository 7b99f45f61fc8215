import Codes
import Evidence
import Report
import Testing

@testable import Diagnosis

/// Texts that somebody else than Bedrock wrote, and texts of Bedrock in the forms of others: the author decides.
@Suite struct ForeignAuthorTests {
    typealias Failure = NamedMechanismTests.Failure

    private static func finding(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "paste")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    static let gateways: [Failure] = [
        Failure(#"{"message":"Forbidden"}"#, .answerNotFromService, "API Gateway", "x-api-key"),
        Failure(
            "openai.PermissionDeniedError: Error code: 403 - {'message': 'Forbidden'}", .answerNotFromService,
            "API Gateway"),
        Failure(
            #"{"Message":"User is not authorized to access this resource with an explicit deny"}"#,
            .answerNotFromService,
            "authorizer"),
        Failure("Jwt is missing", .answerNotFromService, "Envoy"),
        Failure("API Error: 403 error code: 1020", .answerNotFromService, "firewall rule"),
        Failure(
            #"{"success":false,"result":[],"messages":[],"error":[{"code":2009,"message":"Unauthorized"}]}"#,
            .answerNotFromService, "cf-aig-authorization"),
        Failure(
            "litellm.UnsupportedParamsError: bedrock does not support parameters: ['tool_choice'], for model=x",
            .answerNotFromService, "drop_params"),
        Failure(
            #"{"detail":[{"type":"missing","loc":["body","model"],"msg":"Field required"}]}"#, .answerNotFromService,
            "loc"),
        Failure(
            "An error occurred (401) when calling the Converse operation: ", .answerNotFromService, "key or token"),
        Failure(
            #"SyntaxError: Unexpected token '<', "<?xml vers"... is not valid JSON Deserialization error"#,
            .answerNotFromService),
        Failure("PluginInvokeError: [models] Error: Got unknown model prefix qwen", .clientRefused, "its own list"),
        Failure("Error: Unknown Amazon Bedrock model: meta.llama3-70b-instruct-v1:0", .clientRefused, "its own list"),
    ]

    static let network: [Failure] = [
        Failure(
            #"request send failed, Post "https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse": proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused"#,
            .networkProxyFailed),
        Failure(
            #"request send failed, Post "https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse": Forbidden"#,
            .networkProxyFailed, "allow"),
        Failure("Proxy response (403) !== 200 when HTTP Tunneling", .networkProxyFailed, "allow"),
        Failure(
            "litellm.Timeout: Connection timed out. Timeout passed=600.0, time taken=600.02 seconds.",
            .networkAnswerTimeout,
            "request_timeout"),
        Failure(
            "SSLError: SSL validation failed for https://bedrock-runtime.us-east-1.amazonaws.com/ [Errno 2] No such file or directory",
            .networkCAMissing, "AWS_CA_BUNDLE"),
    ]

    static let signatures: [Failure] = [
        Failure(
            #"<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; incorrect service "execute-api". This endpoint belongs to "s3".</Message></Error>"#,
            .wrongScopeService, "s3"),
        Failure(
            "<Error><Code>InvalidRequest</Code><Message>The authorization mechanism you have provided is not supported. Please use AWS4-ECDSA-P256-SHA256.</Message></Error>",
            .signatureVersion, "4A"),
        Failure(
            "botocore.exceptions.ClientError: An error occurred (IncompleteSignatureException) when calling the Converse operation: Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
            .incompleteSignature, "AWS_BEARER_TOKEN_BEDROCK"),
        Failure(
            "An error occurred (InvalidArgument) when calling the ListObjectsV2 operation: Credential access key has length 20, should be 32",
            .tokenInvalid, "R2"),
    ]

    static let requests: [Failure] = [
        Failure(
            #"An error occurred (ValidationException) when calling the InvokeModel operation: Malformed input request: #: subject must not be valid against schema {"required":["messages"]}#: extraneous key [top_n] is not permitted"#,
            .validationRequest, "Remove top_n"),
        Failure(
            "ValidationException: The model is unsupported for streaming.", .validationConverseUnsupported,
            "ConverseStream"),
        Failure(
            "ValidationException: Failed to sanitize image: Invalid or unsupported image format", .validationMessages,
            "base64"),
        Failure(
            "ValidationException: Conversation blocks and tool use blocks cannot be provided in the same turn.",
            .validationMessages,
            "separate"),
        Failure(
            "ValidationException: Malformed input request: #/messages/6/content/0: extraneous key [cachePoint] is not permitted",
            .validationCacheUnsupported, "cache point"),
        Failure(
            "ValidationException: Malformed input request: #: extraneous key [serviceTier] is not permitted",
            .validationRequest,
            "top level"),
        Failure(
            "ValidationException: Malformed input request: #: required key [texts] not found#: extraneous key [inputText] is not permitted",
            .validationRequest, "Amazon Titan's", "Cohere Embed's"),
        Failure(
            #"ValidationException(properties: AWSBedrockRuntime.ValidationException.Properties(message: Optional("This model doesn't support tool use in streaming mode.")), httpResponse: Status Code: 400 x-amzn-errortype: ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/)"#,
            .validationToolUnsupported, "ConverseStream"),
    ]

    @Test(arguments: gateways + network + signatures + requests)
    func `the author decides`(_ failure: Failure) throws {
        let finding = try Self.finding(failure.text)
        #expect(finding.code == failure.code)
        let advice = finding.remedies.map(\.text).joined(separator: "\n")
        for words in failure.says { #expect(advice.contains(words), "\(advice)") }
    }

    @Test func `a scope that the service echoes is not what it refused`() throws {
        let text = """
            The request signature we calculated does not match the signature you provided.

            The Canonical String for this request should have been
            'POST
            /stream-transcription

            host:transcribestreaming.us-east-1.amazonaws.com
            x-amz-date:20200730T190952Z

            host;x-amz-date
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

            The String-to-Sign should have been
            'AWS4-HMAC-SHA256
            20200730T190952Z
            20200730/us-east-1/transcribe/aws4_request
            c3580f4aec147e0b2c57bba5c07f5325fb911dbd7848730b9e90633e147269f7'
            """
        let input = try ReadInput(Array(text.utf8), name: "paste")
        let found = Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
        #expect(!found.contains { $0.code == .scopeService })
    }

    @Test func `the length of the context comes off an id`() {
        #expect(ThroughputVariant("anthropic.claude-v2:0:100k")?.id == "anthropic.claude-v2:0")
        #expect(ThroughputVariant("amazon.nova-micro-v1:0") == nil)
        #expect(ThroughputVariant("arn:aws:bedrock") == nil)
    }
}
