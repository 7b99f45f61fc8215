import Codes
import Diagnosis
import Report
import Testing

/// Bodies that the user did not write: a program's, or those into which Bedrock translates the blocks of Converse.
@Suite struct FinishedClientTests {
    @Test(
        arguments: [
            (
                "An error occurred (ValidationException) when calling the Converse operation: The model returned the following errors: messages.2.content.5.type: Field required\n\n{\"document\": {\"format\": \"csv\"}}, {\"cachePoint\": {\"type\": \"default\"}}",
                "before the document"
            ),
            (
                "BedrockModel(cache_config=CacheConfig(strategy=\"auto\"))\n\nAn error occurred (ValidationException) when calling the ConverseStream operation: The model returned the following errors: messages.4.content.1.type: Field required",
                "CacheConfig(strategy=\"auto\") away"
            ),
            (
                "An error occurred (ValidationException) when calling the Converse operation: The model returned the following errors: messages.1.content.2.type: Field required",
                "a cachePoint first"
            ),
        ])
    func `a type that no caller of Converse writes`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .validationMessages)
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("Send messages"))
    }

    @Test func `a body of the model's own has its types`() throws {
        let finding = try firstFinding(
            "An error occurred (ValidationException) when calling the InvokeModel operation: messages.1.content.2.type: Field required"
        )
        #expect(remedyText(finding).contains("Send messages.1.content.2.type"), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            ("[Cline] API request failed\n\nValidationException: system: Input should be a valid string", "Cline"),
            (
                "Roo Code 3.20\n\nValidationException: messages.3.content: Input should be a valid list", "Roo Code"
            ),
        ])
    func `what the user of a program can do`(text: String, name: String) throws {
        let first = try firstFinding(text).remedies.first?.text ?? ""
        #expect(first.contains("update \(name)"), "\(first)")
    }

    @Test func `who writes the body is told what to send`() throws {
        let finding = try firstFinding("import boto3\n\nValidationException: system: Input should be a valid string")
        #expect(finding.remedies.first?.text.hasPrefix("Send system") ?? false, "\(remedyText(finding))")
    }
}
