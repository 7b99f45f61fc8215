import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

/// Who writes the request is told first, and what the paste itself shows before what it may be.
@Suite struct FrameworkBodyTests {
    private static let role =
        "An error occurred (ValidationException) when calling the ConverseStream operation: 1 validation error detected: Value 'tool' at 'messages.3.member.role' failed to satisfy constraint: Member must satisfy enum value set: "

    @Test(
        arguments: [
            ("agno==1.7.9\n\n\(role)[user, assistant]", "Update Agno"),
            (
                "from smolagents import ToolCallingAgent\n\nParameter validation failed:\nUnknown parameter in input: \"tools\", must be one of: modelId, messages, system, toolConfig",
                "Update smolagents"
            ),
            (
                "camel.agents.chat_agent - ERROR - Model error\nbotocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: Expected toolResult blocks at messages.2.content for the following Ids: tooluse_a1",
                "Update CAMEL"
            ),
        ])
    func `a framework that writes the request is updated first`(text: String, words: String) throws {
        let finding = try explained(text)
        #expect(finding.remedies.first?.text.contains(words) ?? false, "\(finding.remedies)")
    }

    @Test(arguments: ["[user, assistant]", "[us"])
    func `a tool's result is a block, whatever is left of the list of roles`(list: String) throws {
        let finding = try explained(Self.role + list)
        #expect(finding.remedies.first?.text.contains("toolResult") ?? false, "\(finding.remedies)")
        #expect(!finding.remedies.contains { $0.text.hasSuffix("to us.") })
    }

    @Test func `the gateway's own switch stands before the key`() throws {
        let finding = try explained(
            #"400: litellm.BadRequestError: BedrockException - {"message":"The model returned the following errors: Malformed input request: #: extraneous key [chat_id] is not permitted, please reformat your input and try again."}"#
        )
        #expect(finding.remedies.first?.text.contains("additional_drop_params") ?? false)
    }

    @Test func `modules that the log names are packaged`() throws {
        let finding = try explained(
            """
            HTTP 424: {"message":"Runtime initialization time exceeded. Please make sure that initialization completes in 30s."}
            CloudWatch: ModuleNotFoundError: No module named 'tools.search'
            """)
        #expect(finding.remedies.first?.text.contains("tools.search") ?? false)
    }

    @Test func `a module that was added meanwhile is not packaged again`() throws {
        let finding = try explained(
            """
            I first had No module named 'foo' and fixed it by adding it.
            HTTP 424: {"message":"Runtime initialization time exceeded. Please make sure that initialization completes in 30s."}
            """)
        #expect(!(finding.remedies.first?.text.hasPrefix("Package") ?? false))
    }
}

/// Two values of a key, and two paths, that the paste shows.
@Suite struct ShownContradictionTests {
    private static let refused =
        "An error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid."

    @Test(
        arguments: [
            ("aws_secret_key='AKXXX',\naws_access_key='BAWXXX'", true),
            ("aws_secret_access_key='AKIA5XQ2M7PLZ3WVJ6TN'\naws_access_key_id='q8Zr71bT/x9Lm'", true),
            ("aws_access_key_id='AKIA5XQ2M7PLZ3WVJ6TN'\naws_secret_access_key='q8Zr71bT/x9Lm'", false),
            ("aws_access_key_id='xxxx'\naws_secret_access_key='xxxx'", false),
        ])
    func `key id and secret in each other's place are exchanged`(code: String, isExchanged: Bool) throws {
        let finding = try explained("\(code)\n\n\(Self.refused)")
        #expect(finding.remedies.first?.text.hasPrefix("Exchange") == isExchanged, "\(finding.remedies)")
    }

    private static let mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method."

    @Test(
        arguments: [
            ("'/items'", true), ("'/dev/items'", false), ("'/'", false),
        ])
    func `a signed path without the stage is told`(path: String, isShort: Bool) throws {
        let finding = try explained(
            """
            \(Self.mismatch)

            aws4.sign({
              url: 'https://abcde12345.execute-api.eu-west-2.amazonaws.com/dev/items',
              path: \(path),
              service: 'execute-api'
            })
            """)
        #expect(finding.remedies.first?.text.hasPrefix("Sign the path that is sent") == isShort, "\(finding.remedies)")
    }
}
