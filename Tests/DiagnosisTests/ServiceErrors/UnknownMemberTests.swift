import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// What is said of a key depends on where it stands and whose it is; what is said of a sentence, on what stands in it.
@Suite struct UnknownMemberTests {
    private func diagnosis(_ text: String) -> ErrorDiagnosis { ErrorDiagnosis(ServiceAnswer(content: .message(text))) }

    private func advice(_ text: String) -> String { diagnosis(text).remedies.map(\.text).joined(separator: "\n") }

    private static let malformed =
        "ValidationException: The model returned the following errors: Malformed input request: "

    @Test(
        arguments: [
            (
                "#/toolConfig/tools/0/toolSpec/inputSchema/json: extraneous key [additionalProperties] is not permitted",
                "strip them"
            ),
            ("#/toolConfig/tools/3/toolSpec/inputSchema/json: extraneous key [definitions] is not permitted", "$ref"),
            ("#/toolConfig/tools/0/toolSpec/inputSchema/json: extraneous key [anyOf] is not permitted", "type object"),
            ("#: extraneous key [guardrailConfig] is not permitted", "guardrailIdentifier"),
            ("#: extraneous key [requestMetadata] is not permitted", "at the top level of the request"),
            ("messages.2.content.0.cachePoint: Extra inputs are not permitted", "cachePoint"),
            ("tools.0.input_examples: Extra inputs are not permitted", "CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS"),
            ("messages.0.content.0.index: Extra inputs are not permitted", "Remove index"),
        ])
    func `only a parameter of the model at the root belongs into the model's own fields`(text: String, says: String) {
        let said = advice(Self.malformed + text)
        #expect(said.contains(says), "\(said)")
        #expect(!said.contains("members of the model's own belong"), "\(said)")
    }

    @Test func `a parameter of the model is told where it belongs`() {
        #expect(
            advice(Self.malformed + "#: extraneous key [top_k] is not permitted").contains(
                "additionalModelRequestFields"))
    }

    @Test(arguments: [
        "ValidationException: Guardrail was enabled but input is in incorrect format.",
        "ValidationException: Conversation blocks and tool result blocks cannot be provided in the same turn.",
        "messages.5.content.0: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified.",
        "messages.1.content.0.document.source.bytes: The document could not be parsed as docx.",
        "ValidationException: The colour of the request is not one of mine.",
    ])
    func `a general paragraph is not printed where the sentence speaks of something else`(text: String) {
        let said = advice(text)
        #expect(!said.contains("roles alternate") && !said.contains("member that the message names"), "\(said)")
        #expect(!said.contains("as the message says"), "\(said)")
    }

    @Test(arguments: [
        "ValueError: Unknown model 'anthropic.claude-3-haiku-20240307-v1:0'",
        "Error: Unknown Amazon Bedrock model: anthropic.claude-3-haiku-20240307-v1:0",
    ])
    func `a list of the client's own is none of the service's`(text: String) {
        #expect(diagnosis(text).code == .clientRefused)
        #expect(advice(text).contains("an id that Bedrock has"))
    }

    @Test func `the service's own sentence about an id stays one`() {
        let text =
            "ValidationException: The provided model identifier is invalid. anthropic.claude-3-haiku-20240307-v1:0"
        #expect(diagnosis(text).code == .modelIDInvalid)
    }

    @Test(arguments: [
        "Error code: 404 - {'error': {'message': 'The model `gpt-4` does not exist or you do not have access to it.', 'code': 'model_not_found'}}",
        "anthropic.BadRequestError: Your credit balance is too low to access the Anthropic API.",
        "Last error: This request would exceed the rate limit for your organization (00000000-0000-0000-0000-000000000000) of 400,000 input tokens per minute. For details, refer to: https://docs.claude.com/en/api/rate-limits.",
        #"{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}"#,
        "openai.AuthenticationError: Incorrect API key provided: sk-x. You can find your key at https://platform.openai.com/account",
    ])
    func `another provider's sentence is not Bedrock's`(text: String) {
        #expect(diagnosis(text).code == .answerNotFromService)
    }

    @Test(arguments: ["context", "Executing command: /context", "a regular expression", ""])
    func `the sentence about an id stays one, whatever stands around it`(words: String) {
        #expect(diagnosis(words + "\n400 The provided model identifier is invalid.").code == .modelIDInvalid)
    }

    @Test(arguments: [
        "",
        "An error occurred (ServiceQuotaExceededException) when calling the CreateAgent operation: ",
        "An error occurred (ValidationException) when calling the CreateAgentActionGroup operation: ",
    ])
    func `a quota that refuses is one of the account and no form of the request`(head: String) {
        let text =
            head
            + "Validation failed for quota agents-per-account. The maximum number of resources is 50, but account 123456789012 requested 51 resources."
        let found = diagnosis(text)
        #expect(found.code == .quotaExceeded)
        #expect(advice(text).contains("quota agents-per-account"), "\(advice(text))")
        #expect(!advice(text).contains("Shorten"), "\(advice(text))")
    }

    @Test(arguments: [
        "Error: 400 [object Object]", "ValidationError: <Response [400]>", "Bedrock error: Promise { <pending> }",
        #"Validation error: 400: {"_events":{},"_readableState":{"buffer":[]}}"#,
    ])
    func `an object in the place of an answer is told as one`(text: String) {
        #expect(diagnosis(text).code == .answerNotShown)
    }

    @Test(arguments: ["anthropic.claude-3-haiku-20240307-v1:0:48k", "amazon.titan-embed-image-v1:0:512"])
    func `the size of a context is cut off an id`(id: String) {
        let said = advice(
            "ValidationException: Value '\(id)' at 'modelId' failed to satisfy constraint: Member must satisfy regular expression pattern: x"
        )
        #expect(said.contains("Cut :\(id.split(separator: ":").last ?? "") off"), "\(said)")
        #expect(!said.contains("Did you mean"), "\(said)")
    }

    @Test(
        arguments: [
            ("'AKIA****/20200128/us-east-1/sts/aws4_request' not a valid", "between Credential= and"),
            ("'/20200128/us-east-1/bedrock/aws4_request' not a valid", "behind the access key id"),
            ("'x-amz-date' not a valid", "semicolons"),
        ])
    func `the piece that AWS quotes tells where a blank is`(piece: String, says: String) {
        let said = advice(
            "IncompleteSignatureException: \(piece) key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential=****'."
        )
        #expect(said.contains(says), "\(said)")
    }

    @Test func `a denial that ends with its action is whole where a quote closes it`() {
        let found = diagnosis(
            "AccessDeniedException: User: arn:aws:iam::123456789012:user/a is not authorized to perform: bedrock-agentcore:CreateMemory\""
        )
        #expect(found.details.denial?.action == "bedrock-agentcore:CreateMemory")
        #expect(!found.details.hasPieces)
    }

    @Test(
        arguments: [
            ("tjnVEQ5UTP/DL91eAGOmew==", "MD5"),
            ("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", "capital"),
            ("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "SHA-256 in base64"),
        ])
    func `the value that stands in the place of a hash is named`(value: String, says: String) {
        let said = advice(
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, or a valid sha256 value.\nArgumentValue: \(value)"
        )
        #expect(said.contains(says), "\(said)")
    }
}
