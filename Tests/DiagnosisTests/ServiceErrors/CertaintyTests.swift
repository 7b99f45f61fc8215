import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// How sure a finding may be follows from the kind of its evidence, not from the cause.
@Suite struct CertaintyTests {
    private static func finding(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "paste")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    @Test(
        arguments: [
            // A type of AWS's with its own sentence; IAM's grammar; a member with its limit; an SDK's own sentence.
            "An error occurred (ThrottlingException) when calling the Converse operation: Too many tokens, please wait before trying again.",
            "AccessDeniedException: User: arn:aws:iam::123456789012:user/dev is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0 because no identity-based policy allows the bedrock:InvokeModel action",
            "ValidationException: 1 validation error detected: Value '9000' at 'inferenceConfig.maxTokens' failed to satisfy constraint: Member must have value less than or equal to 4096",
            "botocore.exceptions.NoCredentialsError: Unable to locate credentials",
            "An error occurred (InvalidSignatureException) when calling the Converse operation: Signature expired: 20260628T072336Z is now earlier than 20260628T072337Z (20260628T072837Z - 5 min.)",
        ])
    func `structure makes certain`(text: String) throws {
        #expect(try Self.finding(text).confidence == .certain)
    }

    @Test(
        arguments: [
            // One phrase, no answerer; a sentence that several causes share; a gateway's sentence; a link by its name alone.
            "rate limited: slow down please",
            "messages: the content must not be empty",
            "An error occurred (UnrecognizedClientException) when calling the Converse operation: The security token included in the request is invalid.",
            "ValidationException: The provided model identifier is invalid.",
            "upstream connect error or disconnect/reset before headers. reset reason: overflow",
        ])
    func `words alone do not`(text: String) throws {
        let confidence = try #require(Self.finding(text).confidence)
        #expect(confidence <= .likely)
    }

    @Test func `a sentence is found across broken lines and boxes, and outweighs words around it`() throws {
        let finding = try Self.finding(
            """
            An unexpected error occurred: CompletionException -
            com.example.ProviderUnavailableException: software.amazon.awssdk.services.bedrockruntime.model.ValidationException:
            Invocation of model ID anthropic.claude-3-5-sonnet-20241022-v2:0 with on-demand throughput isn\u{2019}t
            supported. Retry your request with the ID or ARN of an inference profile that contains this model.
            """)
        #expect(finding.code == .onDemandUnsupportedNeedsInferenceProfile)
    }

    @Test func `the frames of a stack decide nothing`() throws {
        let finding = try Self.finding(
            """
            Traceback (most recent call last):
              File "/app/model.py", line 12, in _stream
                response = self.client.converse_stream(**request)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the ConverseStream operation: This model doesn't support tool use in streaming mode.
            """)
        #expect(finding.code == .validationToolUnsupported)
    }

    @Test(
        arguments: [
            (
                "An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
                FindingCode.roleRequestInvalid, "3600"
            ),
            (
                "An error occurred (AccessDenied) when calling the AssumeRole operation: MultiFactorAuthentication failed with invalid MFA one time pass code.",
                FindingCode.roleDenied, "next code"
            ),
            (
                "operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 3b7b1d1c-1111-2222-3333-444455556666, api error AccessDenied: Access denied",
                FindingCode.roleDenied, "trust policy"
            ),
            (
                "An error occurred (RegionDisabledException) when calling the AssumeRole operation: STS is not activated in this region for account:123456789012.",
                FindingCode.identityRegionDisabled, "activates"
            ),
        ])
    func `a refusal of AWS STS is no lack of credentials`(text: String, code: FindingCode, cure: String) throws {
        let finding = try Self.finding(text)
        #expect(finding.code == code)
        #expect(finding.remedies.map(\.text).joined().contains(cure))
    }
}
