import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

/// Whoever uses a finished program is told what he can do with it, and names of other providers' models are told as such.
@Suite struct ReportedProgramTests {
    @Test(arguments: [
        (
            "- Bedrock Client for Mac version: Version 1.2.9 (1ea6d531)\nValidationException(message: Optional(\"Validation Error\")), Status Code: HTTP status code: 400",
            FindingCode.validationRequest, "Update Bedrock Client for Mac (it is version 1.2.9 here)"
        ),
        (
            "Dify version 0.6.0, Self Hosted\nerror log: 'BedrockLargeLanguageModel' object has no attribute '_invoke_claude'",
            .programFailed, "Update Dify"
        ),
        (
            "Librechat-API\nUnhandled error type Iterator value I is not an entry object", .programFailed,
            "Update LibreChat"
        ),
        (
            "n8n 1.84.2: problem in the node (Unsupported content block type(s): {\"reasoningContent\": {\"text\": \"Okay\"}}",
            .answerUnreadable, "Update n8n"
        ),
        (
            "{'message': 'Malformed input request: #/api_version: 1 is not greater or equal to 2, please reformat your input and try again.'} cohere.rerank-v3-5:0",
            .validationRequest, "BedrockClientV2"
        ),
        (
            "Flowise: image upload always defaults to anthropic.claude-3-haiku-20240307-v1:0.\nValidationException: Invocation of model ID anthropic.claude-3-haiku-20240307-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
            .onDemandUnsupportedNeedsInferenceProfile, "Update Flowise"
        ),
        (
            "API Error: 400 The provided model identifier is invalid. ANTHROPIC_MODEL=claude-sonnet-4-5@20250929 CLAUDE_CODE_USE_BEDROCK=1",
            .modelIDInvalid, "is the model's name on Google's Vertex AI"
        ),
        (
            "On Bedrock the alias resolves to claude-haiku-4-5@20251001 instead of us.anthropic.claude-haiku-4-5-20251001-v1:0, causing a 400 error.",
            .modelIDInvalid, "Send us.anthropic.claude-haiku-4-5-20251001-v1:0"
        ),
        (
            "API Error (claude-sonnet-4-6): 400 The provided model identifier is invalid.. Try switching to us.anthropic.claude-sonnet-4-5-20250929-v1:0.",
            .modelIDInvalid, "Send us.anthropic.claude-sonnet-4-6"
        ),
        (
            "opencode version: 1.16.0\nThe AWS CLI works with the same credentials.\nopencode hangs indefinitely on all Bedrock models, no output, no error.",
            .unknownError, "Update opencode"
        ),
    ])
    func `what its user can do leads`(text: String, code: FindingCode, first: String) throws {
        let finding = try explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.remedies.first?.text.contains(first) ?? false, "\(finding.remedies.map(\.text))")
    }

    @Test(arguments: [
        "Python version: 3.11.4\nboto3 version 1.34.2\nmacOS version 15.4\nValidationException: Validation Error",
        "It worked in the earlier version 1.2.3 of it.\nValidationException: Validation Error",
    ])
    func `a language, a system or an SDK is no program that its user cannot change`(text: String) throws {
        #expect(!(try explained(text).remedies.contains { $0.text.hasPrefix("Update ") }))
    }

    @Test func `a model that the user chose is not the program's own choice`() throws {
        let text = """
            I am still using anthropic.claude-3-haiku-20240307-v1:0 and get: Invocation of model ID anthropic.claude-3-haiku-20240307-v1:0 with \
            on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.
            """
        #expect(!(try explained(text).remedies.contains { $0.text.contains("by itself") }))
    }

    @Test(arguments: [
        (
            "My client hangs for ever with Bedrock, no error. Models:\n- anthropic.claude-sonnet-4-6 (requires inference profile)\n- amazon.nova-lite-v1:0",
            FindingCode.unknownError
        ),
        (
            "The node fails at once.\n1. Set the model\n2. Disable tools (because this model doesn't support tool use)\n3. Chat",
            .unknownError
        ),
        ("anthropic.claude-sonnet-4-6 (requires inference profile)", .onDemandUnsupportedNeedsInferenceProfile),
        (
            "- Error: ValidationException (This model doesn't support tool use.)\n- tried twice",
            .validationToolUnsupported
        ),
    ])
    func `a remark in brackets is not the error`(text: String, code: FindingCode) throws {
        #expect(try explained(text).code == code)
    }
}
