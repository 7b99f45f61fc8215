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

/// A rule that the paste keeps already is not advised: what is sent is something else.
@Suite struct FulfilledRuleTests {
    private static let budget =
        "ValidationException: The model returned the following errors: thinking.enabled.budget_tokens: Input should be greater than or equal to 1024"

    @Test func `a setting that keeps to the limit is not raised`() throws {
        let finding = try outcome(
            "import boto3\nthinking = {\"type\": \"enabled\", \"budget_tokens\": 2000}\n\n\(Self.budget)")
        #expect(!advice(finding).contains("Raise"), "\(advice(finding))")
        #expect(advice(finding).contains("budget_tokens is 2000"))
        #expect(advice(finding).contains("set_stream_logger"))
    }

    @Test func `a setting that breaks the limit is raised`() throws {
        let finding = try outcome(
            "import boto3\nthinking = {\"type\": \"enabled\", \"budget_tokens\": 500}\n\n\(Self.budget)")
        #expect(advice(finding).contains("Raise"), "\(advice(finding))")
        #expect(!advice(finding).contains("not what is written there"))
    }

    @Test func `the budget's refusal speaks of no temperature`() throws {
        #expect(!advice(try outcome(Self.budget)).contains("temperature, topP"))
    }

    @Test func `a call for a title has limits of its own`() throws {
        let finding = try outcome(
            "The budget_tokens value is 2000.\nerror: [client.js #titleConvo] Error \(Self.budget)")
        #expect(advice(finding).contains("makes a title"), "\(advice(finding))")
    }

    @Test(
        arguments: [
            ("import litellm", "--detailed_debug"), ("@ai-sdk/amazon-bedrock AI_APICallError", "requestBodyValues"),
            ("from langchain_aws import ChatBedrockConverse", "botocore.endpoint"),
            ("@aws-sdk/client-bedrock-runtime", "middlewareStack"),
            ("from anthropic import AnthropicBedrock", "ANTHROPIC_LOG=debug"),
            ("$ aws bedrock-runtime converse", "--debug"),
        ])
    func `the outgoing request is printed by the client's own way`(client: String, way: String) throws {
        let text =
            "\(client)\nmaxOutputTokens: 16000, budgetTokens: 1024\n\nValidationException: `max_tokens` must be greater than `thinking.budget_tokens`."
        let finding = try outcome(text)
        #expect(advice(finding).contains(way), "\(advice(finding))")
        #expect(!advice(finding).contains("Raise max_tokens"))
    }

    private static let call =
        #"{"role":"assistant","content":[{"toolUse":{"toolUseId":"tooluse_aaa","name":"a","input":{}}},{"toolUse":{"toolUseId":"tooluse_bbb","name":"a","input":{}}}]}"#
    private static let results = [
        #"{"toolResult":{"toolUseId":"tooluse_aaa","content":[{"text":"1"}]}}"#,
        #"{"toolResult":{"toolUseId":"tooluse_bbb","content":[{"text":"2"}]}}"#,
    ]
    private static let refusals = [
        "ValidationException: Expected toolResult blocks at messages.2.content for the following Ids: tooluse_aaa, tooluse_bbb",
        "ValidationException: The model returned the following errors: messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: tooluse_aaa. Each `tool_use` block must have a corresponding `tool_result` block in the next message.",
    ]

    @Test(arguments: refusals)
    func `results in several messages are merged`(refusal: String) throws {
        let users = Self.results.map { #"{"role":"user","content":[\#($0)]}"# }.joined(separator: ", ")
        let finding = try outcome("\(refusal)\n\nmessages:\n[\(Self.call), \(users)]")
        #expect(advice(finding).contains("one message; nothing is to be added"), "\(advice(finding))")
    }

    @Test(arguments: refusals)
    func `a message behind the result goes into it`(refusal: String) throws {
        let users =
            #"{"role":"user","content":[\#(Self.results.joined(separator: ","))]}, {"role":"user","content":[{"text":"see"},{"document":{"name":"d"}}]}"#
        let finding = try outcome("\(refusal)\n\nmessages:\n[\(Self.call), \(users)]")
        #expect(advice(finding).contains("content of the toolResult itself"), "\(advice(finding))")
    }

    @Test(arguments: refusals)
    func `results that are there were lost on the way, and those that are not are wanted`(refusal: String) throws {
        let whole = try outcome(
            "\(refusal)\n\nmessages:\n[\(Self.call), {\"role\":\"user\",\"content\":[\(Self.results.joined(separator: ","))]}]"
        )
        #expect(advice(whole).contains("drops, moves or renames"), "\(advice(whole))")
        let none = try outcome(
            "\(refusal)\n\nmessages:\n[\(Self.call), {\"role\":\"user\",\"content\":[{\"text\":\"go on\"}]}]")
        #expect(advice(none).contains("Send, in the message right behind"), "\(advice(none))")
    }
}
