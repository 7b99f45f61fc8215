import Codes
import Diagnosis
import Evidence
import JSONText
import Report
import Testing

/// A cause whose class was near, and whose reason stands in the paste: the reason leads.
@Suite struct NearCauseTests {
    private static func explained(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "standard input")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    private static let mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method."

    @Test(
        arguments: [
            // The control plane's host under a call of a model.
            (
                "BASE_URL=https://bedrock.eu-west-1.amazonaws.com\nlitellm.APIConnectionError: 'output'\n  File \"converse_handler.py\", line 7, in completion",
                FindingCode.wrongEndpoint, "https://bedrock-runtime.eu-west-1.amazonaws.com"
            ),
            // A model that a program's own list does not have.
            (
                "operation error Bedrock Runtime: Converse, serialization failed: serialization failed: input member modelId must not be empty",
                .validationRequest, "it sent none"
            ),
            // The slash of an ARN.
            (
                "ANTHROPIC_MODEL=arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456\n API Error: Truncated event message received.",
                .arnPathEncoding, "%2F"
            ),
            // A header of one connection.
            (
                "completion(model=m, extra_headers={\"Connection\": \"keep-alive\"})\nBedrockException - {\"message\":\"\(mismatch)\"}",
                .signatureMismatch, "Leave Connection out"
            ),
            // Who gave up waits longer.
            (
                "We have LiteLLM as a gateway before Bedrock.\n API Error (Request timed out) with Claude Code, again and again.",
                .networkAnswerTimeout, "API_TIMEOUT_MS"
            ),
            // A pair in the place of an API key.
            (
                "The AK/SK are good elsewhere.\nAPI Error: 403 {\"Message\":\"Invalid API Key format: Must start with pre-defined prefix\"}",
                .bearerTokenInvalid, "Take the key pair (AK/SK) out"
            ),
        ])
    func `the reason that is shown leads`(text: String, code: FindingCode, said: String) throws {
        let finding = try Self.explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.remedies.first?.text.contains(said) ?? false, "\(finding.remedies.map(\.text))")
    }

    @Test func `a resource of another provider of Terraform's has settings of its own`() throws {
        let text = """
            provider "aws" {
              region = "eu-west-1"
            }

            awscc_bedrock_agent.chat: Creation complete after 3s, in us-east-1 of another account
            """
        #expect(try Self.explained(text).remedies.first?.text.contains("provider awscc a block of its own") ?? false)
    }

    @Test func `an error whose answer is cut off keeps its sentence`() throws {
        let text = """
            DisplayErrorContext(ServiceError(ServiceError {
              source: ValidationException(ValidationException {
                message: Some("The provided model identifier is invalid."),
                meta: ErrorMetadata {
                  code: Some("ValidationException"),
                  message: Some("The provided model identifier is invalid."),
                  extras: Some({"aws_request_id": "1"})
                }
              }),
              raw: Response {
                status: StatusCode(400),
                headers: Headers {
                  headers: {
                    "date": HeaderValue {
            """
        #expect(try Self.explained(text).code == .modelIDInvalid)
    }

    @Test func `a version that works leads before another client`() throws {
        let text = """
            AccessDeniedException: 403

            2.1.0 works as expected. The same profile and model work through curl.
            Version 2.1.1 fails.
            """
        #expect(try Self.explained(text).remedies.first?.text.contains("Go back to 2.1.0") ?? false)
    }

    @Test func `a way that a call goes through is no success`() throws {
        let text = """
            Missing Dependency: Using the login credential provider requires an additional dependency. You will need to pip install "botocore[crt]" before proceeding.

            The native path goes through the Claude Code CLI and needs to be checked separately.
            """
        let finding = try Self.explained(text)
        #expect(finding.facts["told"] == nil)
        #expect(finding.remedies.first?.command == "pip install 'botocore[crt]'")
    }
}
