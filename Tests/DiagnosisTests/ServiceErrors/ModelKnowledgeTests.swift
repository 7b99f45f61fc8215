import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func outcome(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    // The last days of November 2026.
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

private func advice(_ finding: Finding) -> String {
    ([finding.title, finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// What the catalog knows of a refused id, and which half of a sentence says the reason.
@Suite struct ModelKnowledgeTests {
    private static let invalid = "ValidationException: The provided model identifier is invalid."

    @Test func `a retired model is moved on, by its id and by its name`() throws {
        let byID = try outcome("modelId=eu.anthropic.claude-3-7-sonnet-20250219-v1:0\n\n\(Self.invalid)")
        #expect(byID.remedies.first?.text.contains("reached its end of life") ?? false, "\(advice(byID))")
        #expect(byID.remedies.first?.text.contains("anthropic.claude-sonnet-4-6") ?? false)
        let byName = try outcome("Region eu-west-2, model Claude 3.7 Sonnet.\n\n\(Self.invalid)")
        #expect(byName.remedies.first?.text.contains("reached its end of life") ?? false, "\(advice(byName))")
    }

    @Test func `an id that is spelt right leads to the region`() throws {
        let finding = try outcome("region us-west-1\nmodelId=amazon.nova-pro-v1:0\n\n\(Self.invalid)")
        #expect(advice(finding).contains("spelt right"), "\(advice(finding))")
        #expect(!advice(finding).contains("Did you mean"))
    }

    @Test func `a profile that no source states is not taken for one`() throws {
        let finding = try outcome("modelId=apac.anthropic.claude-fable-5\n\n\(Self.invalid)")
        #expect(advice(finding).contains("not every model has a profile"), "\(advice(finding))")
    }

    @Test func `an id that lost its first letter is put together`() throws {
        let finding = try outcome("Tried deepseek.v3-v1:0 and mazon.nova-lite-v1:0.\n\n\(Self.invalid)")
        #expect(
            advice(finding).contains("mazon.nova-lite-v1:0 lacks the beginning of a name: amazon.nova-lite-v1:0"),
            "\(advice(finding))")
    }

    @Test(
        arguments: [
            ("InvokeAgent", "get-agent"), ("RetrieveAndGenerate", "modelArn"), ("InvokeFlow", "prompt node"),
            ("StartIngestionJob", "embedding model"),
        ])
    func `a model that the call does not name is looked for where it stands`(operation: String, words: String) throws {
        let text =
            "An error occurred (validationException) when calling the \(operation) operation: The provided model identifier is invalid."
        #expect(advice(try outcome(text)).contains(words))
    }

    @Test(
        arguments: [
            (
                "The OpenSearch Serverless engine type associated with your vector index is invalid. Recreate your vector index with one of the following valid engine types: FAISS.",
                "engine faiss"
            ),
            ("Query vector has invalid dimension: 1536. Dimension should be: 1024", "another dimension"),
            ("no such index [bedrock-kb]", "does not exist in that collection"),
            ("Request failed: [security_exception] 403 Forbidden", "aoss:APIAccessAll"),
        ])
    func `the reason of a storage configuration decides, not its frame`(reason: String, words: String) throws {
        let text = """
            An error occurred (ValidationException) when calling the CreateKnowledgeBase operation: The knowledge base storage configuration provided is \
            invalid... \(reason)
            """
        #expect(advice(try outcome(text)).contains(words))
    }

    @Test func `a query of a knowledge base has no messages`() throws {
        let text =
            "ValidationException: Invalid input or configuration provided. Check the input and Knowledge Base configuration and try your request again."
        let finding = try outcome(text)
        #expect(advice(finding).contains("get-knowledge-base"))
        #expect(!advice(finding).contains("send the messages alone"))
    }

    @Test func `prose about trust is no program of trusted access`() throws {
        let text = """
            The role is trusted and has access to all actions.

            AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: Your account is not authorized to invoke \
            this API operation.
            """
        #expect(!advice(try outcome(text)).contains("get-trusted-access-program"))
    }

    @Test func `an operation of the control plane is about no model`() throws {
        let text =
            "An error occurred (AccessDeniedException) when calling the ListGuardrails operation: Your account is not authorized to invoke this API operation."
        #expect(try outcome(text).title.contains("call ListGuardrails"))
    }

    @Test(arguments: ["tool", "any"])
    func `a model without a forced tool still takes tools`(kind: String) throws {
        let text =
            "ValidationException: This model doesn't support the toolConfig.toolChoice.\(kind) field. Remove toolConfig.toolChoice.\(kind) and try again."
        let finding = try outcome(text)
        #expect(finding.title == "The model does not take this toolChoice")
        #expect(advice(finding).contains("auto"))
    }

    @Test(arguments: ["max_tokens", "top_p"])
    func `a body of another family is told as one`(key: String) throws {
        let text = """
            modelId: amazon.nova-lite-v1:0

            ValidationException: Malformed input request: #: extraneous key [\(key)] is not permitted, please reformat your input and try again.
            """
        #expect(advice(try outcome(text)).contains("inferenceConfig with maxTokens"))
    }

    @Test func `a geographic profile wants its model in every region`() throws {
        let text = """
            model: us.amazon.nova-pro-v1:0

            User: arn:aws:sts::123456789012:assumed-role/app/s is not authorized to perform: bedrock:InvokeModel on resource: \
            arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-pro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action
            """
        let finding = try outcome(text)
        #expect(finding.code == .iamDenied)
        #expect(
            advice(finding).contains("arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0"), "\(advice(finding))")
        #expect(advice(finding).contains("inference-profile/us.amazon.nova-pro-v1:0"))
        let direct = text.replacing("us.amazon", with: "amazon")
        #expect(
            advice(try outcome(direct)).contains(
                "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-pro-v1:0"))
    }

    @Test(
        arguments: [
            "Client error: Extra inputs are not permitted\n\n{\"message\": \"tools.0.custom.defer_loading: Extra inputs are not permitted\"}",
            "Everything fails: Extra inputs are not permitted\n\nValidationException: tools.0.custom.defer_loading: Extra inputs are not permitted",
        ])
    func `a word in front of the sentence is no member`(text: String) throws {
        let finding = try outcome(text)
        #expect(advice(finding).contains("defer_loading"), "\(advice(finding))")
        #expect(!advice(finding).contains("Remove error"))
    }

    @Test func `the title of a report does not outweigh what stands below it`() throws {
        let text = """
            Bug: [AI_TypeValidationError] with Bedrock after the upgrade

            Error [AI_TypeValidationError]: Type validation failed: Value: {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}.
            """
        #expect(try outcome(text).code == .wrongEndpoint)
    }
}
