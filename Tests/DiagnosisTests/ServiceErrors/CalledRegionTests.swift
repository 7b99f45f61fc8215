import Catalog
import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func outcome(_ text: String) throws -> [Finding] {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    // The last days of November 2026.
    return Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
}

private func advice(_ finding: Finding) -> String {
    ([finding.title, finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// A right id that is refused: the region of the text is not the one that was called, and what is advised can be called.
@Suite struct CalledRegionTests {
    private static let invalid = "ValidationException: The provided model identifier is invalid."

    @Test(
        arguments: [
            (
                "$ claude\nCLAUDE_CODE_USE_BEDROCK=1\nmodel: jp.anthropic.claude-sonnet-4-6", "ap-northeast-1",
                "AWS_REGION=ap-northeast-1"
            ),
            ("litellm.BadRequestError\nmodel=eu.amazon.nova-lite-v1:0", "eu-west-1", "AWS_REGION_NAME=eu-west-1"),
            (
                "from langchain_aws import ChatBedrockConverse\nmodel=eu.amazon.nova-lite-v1:0", "eu-central-1",
                "region_name"
            ),
            ("import boto3\nmodelId='us.amazon.nova-pro-v1:0'", "us-west-2", "never AWS_REGION"),
            (
                "from langchain.chat_models import init_chat_model\nmodel=us.amazon.nova-pro-v1:0", "us-east-1",
                "configurable_fields"
            ),
            ("@ai-sdk/amazon-bedrock\nmodel=us.amazon.nova-pro-v1:0", "us-east-1", "createAmazonBedrock"),
        ])
    func `a profile that the told region has went to another`(text: String, region: String, words: String) throws {
        let finding = try #require(try outcome("Using AWS region: \(region)\n\(text)\n\n\(Self.invalid)").first)
        #expect(finding.code == .modelIDInvalid)
        #expect(advice(finding).contains("calls another region"), "\(advice(finding))")
        #expect(advice(finding).contains(words), "\(advice(finding))")
    }

    @Test func `a region that the URL shows is the one that was called`() throws {
        let text = """
            model=eu.amazon.nova-lite-v1:0
            POST https://bedrock-runtime.eu-west-1.amazonaws.com/model/eu.amazon.nova-lite-v1%3A0/converse

            \(Self.invalid)
            """
        #expect(!advice(try #require(try outcome(text).first)).contains("calls another region"))
    }

    @Test func `an end of life is named only where the catalog has one`() throws {
        for id in ["amazon.nova-pro-v1:0", "us.anthropic.claude-haiku-4-5-20251001-v1:0"] {
            let text =
                "An error occurred (ValidationException) when calling the Converse operation: The provided model identifier is invalid. modelId=\(id)"
            #expect(!(try outcome(text)).contains { $0.code == .modelEndOfLife }, "\(id)")
        }
        let unknown =
            "An error occurred (ValidationException) when calling the Converse operation: The provided model identifier is invalid."
        #expect(try outcome(unknown).contains { $0.code == .modelEndOfLife })
    }

    @Test func `what is answered elsewhere has not come to its end`() throws {
        let text = """
            Using AWS region: ap-northeast-1. The same model works with the AWS CLI.
            $ claude
            API Error (apac.anthropic.claude-sonnet-4-20250514-v1:0): 400 The provided model identifier is invalid.
            """
        let finding = try #require(try outcome(text).first)
        let gone = finding.remedies.firstIndex { $0.text.contains("end of life") }
        #expect((gone ?? 9) > 0, "\(advice(finding))")
        #expect(advice(finding).contains("export AWS_REGION=ap-northeast-1"), "\(advice(finding))")
    }

    @Test(
        arguments: [
            ("ap-northeast-1", "jp.anthropic.claude-sonnet-4-6"), ("eu-west-2", " anthropic.claude-sonnet-4-6"),
            ("eu-west-1", "eu.anthropic.claude-sonnet-4-6"), ("sa-east-1", "global.anthropic.claude-sonnet-4-6"),
        ])
    func `a successor is named by the id that the region calls`(region: String, id: String) throws {
        let text =
            "AWS_REGION=\(region)\nmodelId=anthropic.claude-3-7-sonnet-20250219-v1:0\n\nThis model version has reached the end of its life."
        let finding = try #require(try outcome(text).first)
        #expect(advice(finding).contains(id), "\(advice(finding))")
    }

    @Test func `no command names a region without Bedrock`() throws {
        let text =
            "export AWS_REGION=cn-northwest-1\nAPI Error: 400 Access to Anthropic models is not allowed from unsupported countries, regions, or territories."
        let finding = try #require(try outcome(text).first)
        #expect(finding.code == .geoRestricted)
        #expect(!finding.remedies.contains { $0.command?.contains("cn-northwest-1") ?? false }, "\(advice(finding))")
    }

    @Test func `an id is callable by the region's own prefix`() {
        let catalog = ModelCatalog.documented
        #expect(catalog.callable("anthropic.claude-sonnet-4-6", from: "us-east-1") == "us.anthropic.claude-sonnet-4-6")
        #expect(catalog.callable("amazon.nova-pro-v1:0", from: "us-east-1") == "amazon.nova-pro-v1:0")
        #expect(
            catalog.callable("amazon.nova-pro-v1:0", from: "us-east-1", like: "us.amazon.nova-lite-v1:0")
                == "us.amazon.nova-pro-v1:0")
        #expect(catalog.callable("amazon.nova-premier-v1:0", from: "eu-west-1") == nil)
        #expect(catalog.callable("a.model-of-tomorrow", from: "eu-west-1") == "a.model-of-tomorrow")
        #expect(
            catalog.callable(
                "anthropic.claude-sonnet-4-6", from: nil, like: "eu.anthropic.claude-3-7-sonnet-20250219-v1:0")
                == "eu.anthropic.claude-sonnet-4-6")
    }
}
