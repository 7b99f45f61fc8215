import Catalog
import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    let context = ExplainContext(now: 1_795_300_000)
    return try #require(Explanation(input, context: context).findings.first)
}

private func advice(_ finding: Finding) -> String {
    ([finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// Remedies are taken from the shelf of the client, the place and the member that an input shows.
@Suite struct RemedyShelfTests {
    @Test(
        arguments: [
            (
                "Error: self signed certificate in certificate chain\n  code: 'SELF_SIGNED_CERT_IN_CHAIN'",
                "NODE_EXTRA_CA_CERTS"
            ),
            (
                "SSL validation failed for https://bedrock-runtime.eu-west-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)",
                "AWS_CA_BUNDLE"
            ),
            (
                "javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target",
                "keytool"
            ),
            (
                "operation error Bedrock Runtime: Converse, request send failed, Post \"https://bedrock-runtime.eu-west-1.amazonaws.com/\": tls: failed to verify certificate: x509: certificate signed by unknown authority",
                "SSL_CERT_FILE"
            ),
        ])
    func `an unknown authority is told to the client in its own way`(text: String, setting: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .networkCertificateUntrusted)
        #expect(advice(finding).contains(setting), "\(advice(finding))")
        if setting == "NODE_EXTRA_CA_CERTS" { #expect(!advice(finding).contains("AWS_CA_BUNDLE")) }
    }

    @Test(
        arguments: [
            (
                "ModelErrorException: An error occurred (ModelErrorException) when calling the Converse operation: Model produced invalid sequence as part of ToolUse. Please refer to the model tool use troubleshooting guide.",
                FindingCode.modelError, "temperature 0"
            ),
            (
                "An error occurred (ThrottlingException) when calling the GetInferenceProfile operation (reached max retries: 4): Too many requests, please wait before trying again.",
                .throttled, "GetInferenceProfile was throttled"
            ),
            (
                "Exception in thread \"main\" java.lang.NoSuchMethodError: 'software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest$Builder software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest$Builder.requestMetadata(java.util.Map)'",
                .clientTooOld, "bom"
            ),
            (
                "PHP Fatal error:  Uncaught InvalidArgumentException: Operation not found: Converse in /var/www/vendor/aws/aws-sdk-php/src/Api/Service.php:273",
                .clientTooOld, "Upgrade"
            ),
            (
                "review failed: Bedrock Converse SDK error (model us.anthropic.claude-sonnet-4-6): service error",
                .unknownError, "DisplayErrorContext"
            ),
            (
                "Anthropic call failed. Status=404, Body={\"message\": \"Endpoint not exists: /v1/messages\", \"availableEndpoints\": [\"/converse\"]}",
                .answerNotFromService, "/model/ID/converse"
            ),
            (
                "openai.NotFoundError: Error code: 404 - {'detail': 'Not Found'}", .answerNotFromService,
                "/v1/chat/completions"
            ),
            (
                "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", .answerNotFromService,
                "login page"
            ),
            (
                "(Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden')))",
                .networkProxyFailed, "allow the endpoint"
            ),
            (
                "InvalidRequest: The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
                .signatureVersion, "s3v4"
            ),
        ])
    func `the advice is that of the text`(text: String, code: FindingCode, words: String) throws {
        let finding = try explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(advice(finding).contains(words), "\(advice(finding))")
    }

    @Test(
        arguments: [
            (
                "botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL: \"https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse\"",
                "read_timeout"
            ),
            (
                "software.amazon.awssdk.core.exception.SdkClientException: Unable to execute HTTP request: Read timed out\nCaused by: java.net.SocketTimeoutException: Read timed out",
                "socketTimeout"
            ),
        ])
    func `a client is made to wait longer by its own setting`(text: String, setting: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .networkAnswerTimeout)
        #expect(advice(finding).contains(setting), "\(advice(finding))")
    }

    @Test func `the advice about a tool's name says which characters do not fit`() throws {
        let finding = try explained(
            "ValidationException: 1 validation error detected: Value 'get weather' at 'toolConfig.tools.2.member.toolSpec.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+"
        )
        #expect(finding.code == .validationRequest)
        #expect(finding.confidence == .certain)
        #expect(advice(finding).contains("toolConfig.tools.2.member.toolSpec.name"))
        #expect(advice(finding).contains("not allowed: a blank"), "\(advice(finding))")
    }

    @Test func `a validation without a known cause is told in the service's words`() throws {
        let finding = try explained(
            "An error occurred (validationException) when calling the InvokeAgent operation: You can only provide configurations for up to 0 knowledge bases in the session state."
        )
        #expect(finding.confidence == .possible)
        #expect(advice(finding).contains("up to 0 knowledge bases"), "\(advice(finding))")
    }

    @Test(
        arguments: [
            ("Messages must not contain more than 5 documents", "fewer at once"),
            ("The document file size exceeds the limit of 4.5 MB", "4.5 MB"),
            ("Could not process image", "encoded twice"),
            ("The provided document has an invalid format or is password protected", "without a password"),
            (
                "messages.0.content.1.image.source.base64.media_type: Image does not match the provided media type image/jpeg",
                "format that the bytes have"
            ),
            (
                "messages.8.content.1.image.source.base64.data: At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels",
                "20 images or fewer"
            ),
            (
                "messages.1.content.1.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels",
                "at most 8000 pixels"
            ),
            ("messages.1.content.1.pdf.source: A maximum of 100 PDF pages may be provided.", "Split the document"),
            (
                "This model doesn't support the image content block that you provided. Remove this content block and try again.",
                "input modalities"
            ),
            ("The provided performance configuration is not supported with this model", "performanceConfig"),
            ("tools: Tool names must be unique.", "name of its own"),
            (
                "Malformed input request: 2 schema violations found, please reformat your input and try again.",
                "form of this very"
            ),
            ("Malformed input request: expected maxLength: 20480, actual: 35000, please reformat your input", "20480"),
        ])
    func `what was refused is cured by what it is`(text: String, cure: String) throws {
        let finding = try explained(
            "An error occurred (ValidationException) when calling the Converse operation: \(text)")
        #expect([.validationMessages, .validationRequest].contains(finding.code))
        #expect(advice(finding).contains(cure), "\(advice(finding))")
    }

    @Test func `words of another kind beside a refused member leave a doubt`() throws {
        let text =
            "ThrottlingException: Too many requests, please wait before trying again. max_tokens: 9000 > 8192, which is the maximum"
        let input = try ReadInput(Array(text.utf8), name: "standard input")
        let findings = Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
        #expect(findings.map(\.code) == [.validationMaxTokens, .throttled])
        #expect(findings.first?.confidence != .certain)
    }

    @Test func `a global host is signed for one region`() throws {
        let finding = try explained(
            "Error executing \"ListHealthChecks\" on \"https://route53.amazonaws.com/2013-04-01/healthcheck\"; AWS HTTP error: Client error: 403 SignatureDoesNotMatch (client): Credential should be scoped to a valid region, not 'eu-central-1'."
        )
        #expect(finding.code == .wrongScopeRegion)
        #expect(advice(finding).contains("route53.amazonaws.com serves every region"), "\(advice(finding))")
        #expect(advice(finding).contains("us-east-1"))
    }

    @Test func `a presigned URL that is over is made again`() throws {
        let finding = try explained(
            "<Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>900</X-Amz-Expires><Expires>2026-03-02T10:15:00Z</Expires><ServerTime>2026-03-02T11:02:37Z</ServerTime></Error>"
        )
        #expect(finding.code == .clockSkewExpired)
        #expect(advice(finding).contains("of 900 s"), "\(advice(finding))")
        #expect(!advice(finding).contains("doctor clock"))
    }

    @Test func `a function's concurrency is no quota of Bedrock`() throws {
        let finding = try explained(
            "An error occurred (TooManyRequestsException) when calling the Invoke operation (reached max retries: 4): Rate Exceeded. Reason: ReservedFunctionConcurrentInvocationLimitExceeded"
        )
        #expect(finding.code == .throttled)
        #expect(advice(finding).contains("reserved concurrency"), "\(advice(finding))")
        #expect(!advice(finding).contains("service-quotas"))
    }

    @Test func `a gateway's own switch drops a key that the model does not know`() throws {
        let finding = try explained(
            #"litellm.BadRequestError: BedrockException - {"message":"The model returned the following errors: session_tag: Extra inputs are not permitted"}"#
        )
        #expect(finding.code == .validationRequest)
        #expect(advice(finding).contains(#"additional_drop_params: ["session_tag"]"#), "\(advice(finding))")
    }

    @Test(
        arguments: [
            ("Too many requests, please wait before trying again.", "Requests per minute", "maxTokens"),
            ("Too many tokens, please wait before trying again.", "Tokens per minute", "Requests per minute"),
        ])
    func `the kinds of throttling have their own advice`(text: String, says: String, not: String) throws {
        let finding = try explained(
            "An error occurred (ThrottlingException) when calling the Converse operation: \(text)")
        #expect(finding.code == .throttled)
        #expect(advice(finding).contains(says))
        #expect(!advice(finding).contains(not), "\(advice(finding))")
    }

    @Test func `a role of IAM Identity Center is changed by its permission set`() throws {
        let finding = try explained(
            "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Data_Team_0123456789abcdef/alice is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"
        )
        #expect(advice(finding).contains("permission set Data_Team"), "\(advice(finding))")
        #expect(advice(finding).contains("aws:SourceVpce"))
    }

    @Test func `no region is made up where none is shown`() throws {
        let finding = try explained("ValidationException: The provided model identifier is invalid.")
        #expect(!advice(finding).contains("us-east-1"), "\(advice(finding))")
    }

    @Test func `WSL takes the time of Windows`() throws {
        let finding = try explained(
            "# Ubuntu on WSL2\nInvalidSignatureException: Signature expired: 20260101T000300Z is now earlier than 20260101T010300Z (20260101T010800Z - 5 min.)"
        )
        #expect(finding.code == .clockSkewExpired)
        #expect(finding.remedies.contains { $0.command == "sudo hwclock -s" }, "\(advice(finding))")
    }

    /// A long log with a named failure: a name that did not resolve at its end decides.
    @Test func `a failure without a name at the end of a long log decides`() throws {
        var log = (10..<60).map { "2026-06-01 10:00:\($0),000 INFO step done" }
        log.insert(
            "2026-06-01 10:00:30,500 ERROR botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the Converse operation: Too many tokens, please wait before trying again.",
            at: 20)
        log.append(
            "2026-06-01 10:09:00,000 ERROR job failed: Could not resolve host: bedrock-runtime.us-east-1.amazonaws.com")
        let finding = try explained(log.joined(separator: "\n"))
        #expect(finding.code == .networkNameUnresolved)
    }

    /// `anthropic.claude-opus-5` begins `anthropic.claude-opus-5-5`: at a cut it may be either.
    @Test func `a known id that begins another has not ended at a cut`() {
        #expect(!WholeModelName.isWhole("anthropic.claude-opus-5"))
        #expect(WholeModelName.isWhole("us.amazon.nova-pro-v1:0"))
    }

    @Test(
        arguments: [
            (
                "openai.BadRequestError: Error code: 400 - {'error': {'message': \"Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 1 instead.\", 'type': 'invalid_request_error'}}",
                "Raise max_output_tokens to 16"
            ),
            (
                "Invalid 'max_completion_tokens': integer above maximum value. Expected a value <= 16384, but got 32000 instead.",
                "Lower max_completion_tokens to 16384"
            ),
            (
                "Invalid 'tools[3].function.name': string too long. Expected a string with maximum length 64, but got a string with length 74 instead.",
                "64 characters"
            ),
            (
                "ValidationException: Malformed input request: extraneous key [max_tokens_to_sample] is not permitted, please reformat your input and try again.",
                "has the form of Claude 2 (max_tokens_to_sample)"
            ),
        ])
    func `a bound is met from its own side`(text: String, step: String) throws {
        let advice = advice(try explained(text))
        #expect(advice.contains(step), "\(advice)")
    }

    @Test(
        arguments: [
            (
                "ValidationException: The model returned the following errors: messages.0.content.4.document.source.type: Field required",
                "messages.0.content.4.document.source.bytes"
            ),
            (
                "ValidationException: DocumentSource object at messages.2.content.1.document.source must set one of the following keys: bytes, s3Location",
                "\"citations\": {\"enabled\": true}"
            ),
            (
                "ValidationException: Unsupported document format. Only txt and pdf formats are supported when citations are enabled",
                "leave citations out"
            ),
        ])
    func `a source that the model does not read`(text: String, step: String) throws {
        let advice = advice(try explained(text))
        #expect(advice.contains(step) && !advice.contains("smaller"), "\(advice)")
    }

    @Test(
        arguments: [
            ("<html><h1>504 Gateway Time-out</h1><hr><center>nginx/1.25.3</center></html>", "proxy_read_timeout"),
            ("<html><h1>502 Bad Gateway</h1><hr><center>nginx</center></html>", "error log"),
        ])
    func `a gateway that got no answer refused nobody`(text: String, word: String) throws {
        let advice = advice(try explained(text))
        #expect(advice.contains(word) && !advice.contains("allow the host"), "\(advice)")
    }

    @Test func `a function in a VPC needs a way out`() throws {
        let finding = try explained(
            "ConnectTimeoutError: Connect timeout on endpoint URL: \"https://bedrock-runtime.eu-west-1.amazonaws.com/\"\nEND RequestId: 1f"
        )
        #expect(finding.code == .networkUnreachable)
        #expect(finding.remedies.first?.text.contains("com.amazonaws.eu-west-1.bedrock-runtime") == true)
    }

    @Test func `the error of rustls is one of trust`() throws {
        let finding = try explained(
            "DispatchFailure(DispatchFailure { source: ConnectorError { kind: Io, source: Custom { error: InvalidCertificate(UnknownIssuer) } } })"
        )
        #expect(finding.code == .networkCertificateUntrusted)
    }

    @Test func `a role that assumes itself needs no role`() throws {
        let refusal = { (role: String) in
            "User: arn:aws:sts::111122223333:assumed-role/app/abc is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/\(role)"
        }
        #expect(try explained(refusal("app")).remedies.first?.text.contains("assume itself") == true)
        #expect(try explained(refusal("other")).remedies.first?.text.contains("assume itself") == false)
    }

    @Test func `an answer that JavaScript did not print is not what was said`() throws {
        let finding = try explained(
            "message: Too many tokens, please wait before trying again.\nname: ThrottlingException\n$metadata: {\"httpStatusCode\":429}\n$response: {\"statusCode\":429,\"headers\":\"[Object]\",\"body\":\"[Object]\"}"
        )
        #expect(finding.code == .throttled)
        #expect(!finding.rows.contains { "\($0)".contains("[Object]") })
    }
}
