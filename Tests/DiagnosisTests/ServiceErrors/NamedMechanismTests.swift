import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Texts that name the step, the limit or the layer that failed: the advice is that of the very step.
@Suite struct NamedMechanismTests {
    private static func finding(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "paste")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    struct Failure: Sendable, CustomTestStringConvertible {
        let text: String
        let code: FindingCode
        let says: [String]

        init(_ text: String, _ code: FindingCode, _ says: String...) {
            self.text = text
            self.code = code
            self.says = says
        }

        var testDescription: String { String(text.prefix(70)) }
    }

    static let credentials: [Failure] = [
        Failure(
            "IllegalStateException: Failed to refresh process-based credentials.\nCaused by: IllegalStateException: Command returned non-zero exit value: 127",
            .credentialsMissing, "not found", "full path"),
        Failure(
            "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>IDPRejectedClaim</Code><Message>login.example.com responded with 400</Message></Error></ErrorResponse>",
            .credentialsMissing, "identity provider"),
        Failure(
            "operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 400, RequestID: 0d3a8f51-7c6f-4a61-9f5e-2b9c1d7e4a83, InvalidIdentityToken: The web identity token provided could not be validated",
            .credentialsMissing, "OIDC"),
        Failure(
            "An error occurred (AccessDeniedException) when calling the Converse operation: Invalid API Key format: Must start with pre-defined prefix",
            .bearerTokenInvalid, "ABSK", "bedrock-api-key-"),
        Failure(
            "Error: Could not resolve authentication method. Expected either apiKey or authToken to be set.",
            .credentialsMissing, "CLAUDE_CODE_USE_BEDROCK=1"),
    ]

    static let gateways: [Failure] = [
        Failure(
            #"{"error":{"message":"key not allowed to access model. This key can only access models=['a']","type":"key_model_access_denied","code":"403"}}"#,
            .answerNotFromService, "LiteLLM"),
        Failure(
            "401 Authentication Error, LiteLLM Virtual Key expected. Received=x, expected to start with 'sk-'.",
            .answerNotFromService, "virtual key"),
        Failure(
            "upstream connect error or disconnect/reset before headers. reset reason: overflow", .answerNotFromService,
            "circuit breaker"),
        Failure(
            #"{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\"message\":\"Input is too long for requested model.\"}","provider_name":"Amazon Bedrock"}}}"#,
            .validationContextLength),
        Failure(
            #"{"status":"failure","message":"Invalid response received from bedrock: {\"message\":\"Too many tokens per day, please wait before trying again.\"}"}"#,
            .quotaDailyTokens),
        Failure(
            #"{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}"#,
            .answerNotFromService, "Apigee"),
    ]

    static let network: [Failure] = [
        Failure("Error: Unexpected error: http2 request did not get a response", .networkConnectionClosed, "HTTP/1.1"),
        Failure("stream error: stream ID 3; REFUSED_STREAM", .networkConnectionClosed, "send it again"),
        Failure("getaddrinfo ENOTFOUND bedrock-runtime..amazonaws.com", .regionMissing),
        Failure("getaddrinfo ENOTFOUND ssm.ap-southeast-2.api.aws", .networkNameUnresolved, "dual stack"),
        Failure("getaddrinfo ENOTFOUND bedrock-runtime.us-east-2.amazonaws.com", .networkNameUnresolved, "proxy"),
        // A client's sentence of what it lacks, and the number that says why.
        Failure(
            "Could not load credentials from any providers: the refresh of the SSO token failed, getaddrinfo ENOTFOUND portal.sso.eu-west-1.amazonaws.com",
            .networkNameUnresolved, "portal.sso.eu-west-1.amazonaws.com"),
        Failure("invalid peer certificate: UnknownIssuer", .networkCertificateUntrusted),
        Failure("Task timed out after 900.00 seconds", .networkAnswerTimeout, "read_timeout"),
    ]

    static let requests: [Failure] = [
        Failure(
            "Parameter validation failed:\nUnknown parameter in input: \"guardrailIdentifier\", must be one of: body, contentType, accept, modelId",
            .clientTooOld),
        Failure(
            "ValidationException: The maximum tokens you requested exceed the model limit of 4096. Try again with a maximum tokens value lower than 4096.",
            .validationMaxTokens, "4096"),
        Failure(
            "ValidationException: This model's maximum context length is 40000 tokens. However, you requested 16000 output tokens and your prompt contains at least 24001 input tokens, for a total of at least 40001 tokens. Please reduce the length of the input prompt or the number of requested output tokens.",
            .validationContextLength, "max_tokens (maxTokens) to 15999 or less", "may have more"),
        Failure(
            "ValidationException: This model's maximum context length is 30000 tokens. However, you requested 41500 tokens (31500 in the messages, 10000 in the completion). Please reduce the length of the messages or completion.",
            .validationContextLength, "Shorten the input", "31500"),
        Failure(
            "ValidationException: The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. It was Übersicht\u{00A0}2.",
            .validationMessages, "U+00A0", "accents"),
        Failure(
            "ValidationException: The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. The file is called 見積書　一覧.",
            .validationMessages, "U+3000", "another script"),
        Failure(
            "Tool call id was fc_81-x but must be a-z, A-Z, 0-9, with a length of 9.", .validationMessages, "fc_81-x",
            "exactly 9", "toolUse.toolUseId", "toolResult.toolUseId"),
        Failure(
            "# Second turn fails\n\nWe replay a history of Claude's to mistral.mistral-large-2402-v1:0 through Converse:\n\n> ValidationException: The model returned the following errors: Tool call id was tooluse_Ab1 but must be a-z, A-Z, 0-9, with a length of 9.\n\nThe ids are paired correctly.",
            .validationMessages, "tooluse_Ab1", "exactly 9"),
        Failure(
            "ValidationException: Cache point cannot be inserted after reasoning block.", .validationRequest,
            "reasoning"),
        Failure(
            "An error occurred (AccessDenied) when calling the CreateAgent operation: Access denied while trying to create/update an agent using InferenceProfile us.anthropic.claude-3-5-sonnet-20241022-v2:0.",
            .iamDenied, "service role"),
    ]

    static let signatures: [Failure] = [
        Failure(
            "<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestTime>20260604T232559Z</RequestTime><ServerTime>2026-06-04T22:26:16Z</ServerTime></Error>",
            .clockSkewFuture),
        Failure(
            "<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified</Message></Error>",
            .incompleteSignature, "presigned"),
    ]

    /// A class for every failure is told as what it is.
    static let classes: [Failure] =
        ["ClientError", "botocore.exceptions.ClientError", "SdkClientException"].map {
            Failure($0, .unknownError, "says nothing of the cause", "explain that")
        } + [Failure("BedrockException", .unknownError, "explain that")]

    @Test(arguments: credentials + gateways + network + requests + signatures + classes)
    func `the step that is named is the step to mend`(failure: Failure) throws {
        let finding = try Self.finding(failure.text)
        #expect(finding.code == failure.code)
        let advice = finding.remedies.map { "\($0.text) \($0.command ?? "")" }.joined(separator: "\n")
        for phrase in failure.says { #expect(advice.contains(phrase), "\(phrase) is missing in: \(advice)") }
    }
}
