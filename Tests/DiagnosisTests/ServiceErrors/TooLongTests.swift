import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

/// What is too long: the conversation, one text to be embedded, a record of training data, the bytes of the request.
@Suite struct TooLongTests {
    @Test(arguments: [
        (
            "An error occurred (ValidationException) when calling the InvokeModel operation: Input is too long for requested model. model cohere.embed-english-v3",
            FindingCode.validationContextLength, "512 tokens and 2048 characters"
        ),
        (
            "llama_index BedrockEmbedding: An error occurred (ValidationException) when calling the InvokeModel operation: Input is too long for requested model. model amazon.titan-embed-text-v2:0",
            .validationContextLength, "excluded_embed_metadata_keys"
        ),
        (
            "Model customization job failed: Maximum input token count 5021 exceeds limit of 4096 for train data",
            .validationRequest, "Shorten the records of the training"
        ),
        (
            "ValidationException: training data file has 1 record that exceeds the maximum length of 4096 tokens (line 17)",
            .validationRequest, "Shorten the records of the training"
        ),
        (
            "ValidationException: Input is too long for requested model. The JSON body has 31 MB with 20 screenshots, and 9,000 tokens.",
            .validationContextLength, "Make the request smaller in bytes"
        ),
    ])
    func `the first advice is about the thing that is too long`(text: String, code: FindingCode, first: String) throws {
        let finding = try explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.remedies.first?.text.contains(first) ?? false, "\(finding.remedies.map(\.text))")
    }

    @Test(arguments: [
        "ValidationException: Input is too long for requested model. model us.anthropic.claude-sonnet-4-6",
        "The training data of the model ends in 2023. ValidationException: Input is too long for requested model. model us.anthropic.claude-sonnet-4-6",
        "The body is 4 MB of text. ValidationException: prompt is too long: 250000 tokens > 200000 maximum",
    ])
    func `a conversation stays one`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .validationContextLength)
        #expect(finding.detail.contains("context window") || finding.detail.contains("tokens"), "\(finding.detail)")
        #expect(!finding.remedies.contains { $0.text.contains("bytes") || $0.text.contains("records") })
    }

    @Test func `a quota of jobs is a quota`() throws {
        let text = "ServiceQuotaExceededException: Number of training jobs exceeds the limit of 2 for custom models."
        #expect(try explained(text).code == .quotaExceeded)
    }
}
