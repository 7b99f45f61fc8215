import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Explanation {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return Explanation(input, context: ExplainContext(now: 1_795_300_000))
}

private func outcome(_ text: String) throws -> Finding { try #require(try explained(text).findings.first) }

private func advice(_ finding: Finding) -> String {
    ([finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// Calls that somebody else makes, signs or answers for the reporter: whose keys, whose path, whose address.
@Suite struct GatewayFailureTests {
    private static let invalid = "The security token included in the request is invalid."
    private static let expired = "ExpiredTokenException: The security token included in the request is expired"

    @Test(
        arguments: [
            (
                "litellm.AuthenticationError: BedrockException - {\"message\":\"\(invalid)\"}. Received Model Group=claude",
                "litellm_params", FindingCode.tokenInvalid
            ),
            (
                "HTTP/1.1 403 Forbidden\nServer: kong/3.9.1\n\n{\"message\":\"\(invalid)\"}", "ai-proxy plugin",
                .tokenInvalid
            ),
            (
                "{\"provider\":\"bedrock\",\"is_bifrost_error\":true,\"error\":{\"message\":\"\(expired)\"}}",
                "bedrock_key_config", .tokenExpired
            ),
            ("\(expired)\n\nconst portkey = new Portkey({ virtualKey: 'bedrock' })", "virtual key", .tokenExpired),
            (
                "\(expired)\n\nservices:\n  app:\n    environment:\n      AWS_SESSION_TOKEN: x", "docker compose exec",
                .tokenExpired
            ),
            (
                "botocore.exceptions.NoCredentialsError: Unable to locate credentials\n\ndocker run --rm -p 8080:8080 acme/chat",
                "docker exec CONTAINER", .credentialsMissing
            ),
            (
                "\(expired)\n\n      envFrom:\n        - secretRef:\n            name: aws", "kubectl exec",
                .tokenExpired
            ),
        ])
    func `keys are mended where they stand`(text: String, words: String, code: FindingCode) throws {
        let finding = try outcome(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(advice(finding).contains(words), "\(advice(finding))")
        #expect(!advice(finding).contains("unset AWS_SESSION_TOKEN"))
        #expect(!advice(finding).contains("eval "))
    }

    @Test func `a reference that LiteLLM expands in its own file is no placeholder`() throws {
        let text = """
            litellm.AuthenticationError: BedrockException - {"message":"\(Self.invalid)"}

            litellm_params:
              model: bedrock/us.amazon.nova-pro-v1:0
              aws_access_key_id: os.environ/AWS_ACCESS_KEY_ID
            """
        #expect(!advice(try outcome(text)).contains("literal text"))
    }

    private static let mismatch = """
        The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.
        """

    @Test(
        arguments: [
            (
                "api_base: https://llm.corp.example/bedrock\n\nlitellm: {\"message\":\"\(mismatch)\"}",
                "llm.corp.example"
            ),
            (
                "client = boto3.client('bedrock', endpoint_url='http://127.0.0.1:4000/bedrock')\n\nAn error occurred (InvalidSignatureException) when calling the ListGuardrails operation: \(mismatch)",
                "127.0.0.1:4000"
            ),
            (
                "new BedrockRuntimeClient({ endpoint: x })\nbaseURL: \"https://gw.example.net/aws\"\n\nInvalidSignatureException: \(mismatch)",
                "gw.example.net"
            ),
        ])
    func `a signature for a gateway's address is told as one`(text: String, host: String) throws {
        let finding = try outcome(text)
        #expect(finding.code == .signatureMismatch)
        #expect(finding.remedies.first?.text.contains(host) ?? false, "\(advice(finding))")
        #expect(!advice(finding).contains("40 characters"))
    }

    @Test func `an endpoint of AWS's own is no gateway`() throws {
        let text =
            "endpoint_url='https://bedrock-runtime.eu-west-1.amazonaws.com'\n\nInvalidSignatureException: \(Self.mismatch)"
        #expect(!advice(try outcome(text)).contains("not straight to AWS"))
    }

    @Test(arguments: ["count_tokens", "chat", "v1"])
    func `a part of the path is no model`(part: String) throws {
        let text =
            "400: {'error': 'allm_passthrough_route: Invalid model name passed in model=\(part). Call `/v1/models` to view available models for your key.'}"
        #expect(advice(try outcome(text)).contains("part of the path"))
        let model = text.replacing("=\(part)", with: "=claude-3")
        #expect(!advice(try outcome(model)).contains("part of the path"))
    }

    @Test(
        arguments: [
            "openai.NotFoundError: 404 page not found", "NotFoundError: 404 status code (no body)", "Error code: 404",
            "API Error (404 404 page not found)", "AxiosError: Request failed with status code 404",
        ])
    func `a 404 without a word of AWS's is of the path`(text: String) throws {
        let finding = try outcome(text)
        #expect(finding.code == .answerNotFromService, "\(finding.code)")
        #expect(advice(finding).contains("/v1/chat/completions"))
    }

    @Test func `a part of a path that stands twice is named`() throws {
        let text = "404 Cannot POST /anthropic/v1/messages/v1/messages"
        #expect(advice(try outcome(text)).contains("/v1/messages stands twice"))
        #expect(!advice(try outcome("404 Cannot POST /anthropic/v1/messages")).contains("stands twice"))
    }

    @Test func `a base URL that is set to nothing is named`() throws {
        let text = "openai.NotFoundError: Error code: 404\n\nOPENAI_BASE_URL=\"\""
        #expect(advice(try outcome(text)).contains("OPENAI_BASE_URL is set to nothing"))
    }

    @Test func `the runtime's own 404 leads to its path of OpenAI's API`() throws {
        let text =
            "openai.NotFoundError: Error code: 404\n\nbase_url=\"https://bedrock-runtime.eu-central-1.amazonaws.com\""
        let finding = try outcome(text)
        #expect(finding.code == .wrongEndpoint)
        #expect(advice(finding).contains("bedrock-runtime.eu-central-1.amazonaws.com/openai/v1"))
    }

    @Test(
        arguments: [
            "requests.exceptions.MissingSchema: Invalid URL '/model/x/converse': No scheme supplied. Perhaps you meant https:///model/x/converse?",
            "httpx.UnsupportedProtocol: Request URL is missing an 'http://' or 'https://' protocol.",
            "Post \"/v1/messages\": unsupported protocol scheme \"\"",
            "builder error: relative URL without a base",
            "TypeError: Failed to parse URL from undefined/model/x/converse",
            "java.lang.IllegalArgumentException: URI is not absolute",
            "System.UriFormatException: Invalid URI: The hostname could not be parsed.",
            "ValueError: Invalid endpoint: bedrock-runtime.ap-southeast-2.amazonaws.com",
        ])
    func `an address without scheme or host is no matter of the model`(text: String) throws {
        let finding = try outcome(text)
        #expect(finding.code == .configEndpointMalformed, "\(finding.code)")
        #expect(advice(finding).contains("is no URL"))
    }

    @Test(
        arguments: [
            "{\"code\":502,\"message\":\"Provider returned error\",\"metadata\":{\"provider_name\":\"Amazon Bedrock\"}}",
            "{\"error\":{\"code\":502,\"message\":\"Network connection lost.\",\"metadata\":{\"error_type\":\"provider_unavailable\"}}}",
        ])
    func `what failed behind OpenRouter is not the reporter's`(text: String) throws {
        let finding = try outcome(text)
        #expect(finding.code == .answerNotFromService, "\(finding.code)")
        #expect(advice(finding).contains("OpenRouter"))
    }

    @Test func `a certificate of another host than AWS's is not mended by AWS's settings`() throws {
        let text = """
            SSLError: HTTPSConnectionPool(host='api.acme.ai', port=443): Max retries exceeded with url: /v1 (Caused by SSLError(SSLCertVerificationError(1, \
            '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1000)')))
            """
        let finding = try outcome(text)
        #expect(finding.code == .networkCertificateUntrusted)
        #expect(advice(finding).contains("api.acme.ai is no host of AWS's"))
        #expect(advice(finding).contains("REQUESTS_CA_BUNDLE"))
        let aws = text.replacing("api.acme.ai", with: "bedrock-runtime.us-east-1.amazonaws.com")
        #expect(!advice(try outcome(aws)).contains("no host of AWS's"))
    }

    @Test(
        arguments: [
            "botocore.exceptions.NoCredentialsError: Unable to locate credentials\n\n  - AWS_EC2_METADATA_DISABLED=true",
            "Unable to locate credentials\n\n- name: AWS_EC2_METADATA_DISABLED\n  value: \"true\"",
            "no EC2 IMDS role found, operation error ec2imds: GetMetadata, access disabled to EC2 IMDS via client option, or \"AWS_EC2_METADATA_DISABLED\" environment variable",
            "InstanceProfileCredentialsProvider(): IMDS credentials have been disabled by environment variable or system property",
        ])
    func `instance metadata that is switched off is said to be`(text: String) throws {
        let finding = try outcome(text)
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.command == "unset AWS_EC2_METADATA_DISABLED", "\(advice(finding))")
        let on = text.replacing("true", with: "false").replacing("disabled to", with: "granted to").replacing(
            "have been disabled", with: "came")
        #expect(try outcome(on).remedies.first?.command != "unset AWS_EC2_METADATA_DISABLED")
    }

    @Test func `a file of profiles that leads to nowhere is named`() throws {
        let text =
            "AWS_CONFIG_FILE=/dev/null python app.py\nbotocore.exceptions.NoCredentialsError: Unable to locate credentials"
        #expect(advice(try outcome(text)).contains("AWS_CONFIG_FILE leads to /dev/null"))
    }

    @Test func `a credentials endpoint that answers with an error has failed`() throws {
        let text = """
            > GET /role-arn/x HTTP/1.1
            > Host: 169.254.170.2
            >
            < HTTP/1.1 404 Not Found
            < Content-Type: text/plain
            <
            404 page not found
            """
        #expect(try outcome(text).code == .credentialsMissing)
    }
}
