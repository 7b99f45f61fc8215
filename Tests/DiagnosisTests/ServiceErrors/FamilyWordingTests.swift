import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func outcome(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

private func advice(_ finding: Finding) -> String {
    ([finding.title, finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// What the families of models say of one mistake in words of their own: the advice is one.
@Suite struct FamilyWordingTests {
    private static let lead = "An error occurred (ValidationException) when calling the Converse operation: "

    @Test(
        arguments: [
            "The model returned the following errors: The provided image does not match the specified image format.",
            "The model returned the following errors: messages.0.content.1.image.source.base64: The image was specified using the image/jpeg media type, but the image appears to be a image/png image",
            "The document format does not match the actual type of the file.",
        ])
    func `a declared format that the bytes do not have`(said: String) throws {
        let finding = try outcome(Self.lead + said)
        #expect(advice(finding).contains("Name the format that the bytes have"), "\(advice(finding))")
        #expect(!advice(finding).contains("roles alternate"))
    }

    @Test(
        arguments: [
            "The model returned the following errors: messages: roles must alternate between \"user\" and \"assistant\", but found multiple \"user\" roles in a row",
            "A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.",
            "The model returned the following errors: Conversation roles must alternate user/assistant/user/assistant/...",
            "The model returned the following errors: After the optional system message, conversation roles must alternate user and assistant roles",
        ])
    func `turns that do not alternate`(said: String) throws {
        let finding = try outcome(Self.lead + said)
        #expect(finding.code == .validationMessages)
        #expect(advice(finding).contains("Merge neighbouring turns"), "\(advice(finding))")
    }

    @Test(
        arguments: [
            "The model returned the following errors: prompt is too long: 208310 tokens > 200000 maximum",
            "The model returned the following errors: This model's maximum context length is 131072 tokens. However, you requested 140000 tokens. Please reduce the length of the messages.",
            "The model returned the following errors: Input Tokens Exceeded: Number of input tokens exceeds maximum length. Please update the input to try again.",
            "The model returned the following errors: Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length",
            "The model returned the following errors: too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 5000",
            "Input is too long for requested model.",
        ])
    func `an input that is too long`(said: String) throws {
        #expect(try outcome(Self.lead + said).code == .validationContextLength, "\(said)")
    }

    @Test(
        arguments: [
            "The model returned the following errors: max_tokens: 128000 > 64000, which is the maximum allowed number of output tokens for claude-3-7-sonnet-20250219",
            "The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value that is lower than 10000.",
            "The model returned the following errors: max_tokens must be less than or equal to 4096",
            "Malformed input request: #/inferenceConfig/maxTokens: 20000 is not less or equal to 10000, please reformat your input and try again.",
        ])
    func `a limit of the output that is too high`(said: String) throws {
        #expect(try outcome(Self.lead + said).code == .validationMaxTokens, "\(said)")
    }

    @Test(
        arguments: [
            "The text field in the ContentBlock object at messages.0.content.0 is blank. Add text to the text field, and try again.",
            "The model returned the following errors: messages: text content blocks must be non-empty",
            "The model returned the following errors: messages.2: all messages must have non-empty content except for the optional final assistant message",
            "The model returned the following errors: Assistant message must have either content or tool_calls, but not none.",
        ])
    func `a turn without content`(said: String) throws {
        let finding = try outcome(Self.lead + said)
        #expect(finding.code == .validationMessages, "\(said)")
        #expect(
            ["empty", "put text into it", "blank"].contains { advice(finding).contains($0) }, "\(advice(finding))")
    }

    @Test(
        arguments: [
            "The image failed some new check of the model.", "The document exceeds what this model reads at once.",
            "The tool definition lacks its inputSchema.",
        ])
    func `what names a part is not answered by the rules of turns`(said: String) throws {
        #expect(!advice(try outcome(Self.lead + said)).contains("Let the roles alternate"), "\(said)")
    }

    @Test(
        arguments: [
            "ThrottlingException: You have reached the limit, reason: MONTHLY_REQUEST_COUNT",
            "POST https://codewhisperer.us-east-1.amazonaws.com/ failed: ThrottlingException: Too many requests, please wait before trying again.",
            "Amazon Q: https://q.us-east-1.amazonaws.com ThrottlingException: Too many requests",
        ])
    func `a limit of Kiro's service is none of Bedrock's`(said: String) throws {
        let finding = try outcome(said)
        #expect(advice(finding).contains("Kiro's own service"), "\(finding.code) \(advice(finding))")
        #expect(!finding.remedies.contains { $0.command?.contains("service-quotas") ?? false })
    }
}
