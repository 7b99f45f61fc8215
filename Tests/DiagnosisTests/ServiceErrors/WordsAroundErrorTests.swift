import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// Words and log lines around an error do not overrule the error itself, and what a reporter has tried decides what is done first.
@Suite struct WordsAroundErrorTests {
    private static let log = """
        ```
        [DEBUG] [API:request] Creating client, has Authorization header: false
        [DEBUG] [API:auth] token check starting
        [DEBUG] [API:auth] token check complete
        ```
        """

    @Test(
        arguments: [
            // A log of a few lines below the error that a reporter tells.
            (
                "Each request fails with `403 {\"Message\":\"Authorization header is missing\"}`\n\n" + log,
                FindingCode.missingAuthToken
            ),
            (
                "The error is:\n\nAccessDeniedException: 403\nToo many requests, please wait before trying again.\n\n"
                    + log, .throttled
            ),
            // A client's guess at countries, where no answer came.
            (
                "Failed to connect to api.anthropic.com: fetch failed\n\nNote: The program might not be available in your country.",
                .networkUnreachable
            ),
            (
                "Access to Anthropic models is not allowed from unsupported countries, regions, or territories.",
                .geoRestricted
            ),
        ])
    func `the error itself decides`(text: String, code: FindingCode) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == code, "\(finding.code)")
    }

    @Test func `a start-up call is not one of Bedrock's`() throws {
        let finding = try firstFinding(
            "export CLAUDE_CODE_USE_BEDROCK=1\n\nFailed to connect to api.anthropic.com: fetch failed\n\nWe may reach bedrock, and not api.anthropic.com."
        )
        #expect(finding.remedies.first?.text.contains("its own call at its start") == true, "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            // What switches the failure on and off.
            (
                "API Error: 503 Bedrock is unable to process your request.\n\nIt fails each time with the MCP server enabled and works fine when I disable it.",
                "Leave the MCP server off"
            ),
            (
                "When I set SHELL_TOOL_MODE to 1 I get\n\n> API Error: 503 Bedrock is unable to process your request.\n\nHowever when I run without it set it works fine.",
                "Leave SHELL_TOOL_MODE off"
            ),
            // A region with which it works.
            (
                "\"Your account is not authorized to invoke this API operation.\"\nIt fails with region_name=\"us-west-1\" and works with region_name=\"us-east-1\".",
                "Call us-east-1"
            ),
            // A role that a provider does not ask for.
            (
                "AWS SigV4 authentication requires AWS credentials. Original error: AWS access key ID setting is missing.\n\nThe IRSA role of the pod is valid.",
                "fromNodeProviderChain()"
            ),
            // A metadata service that is none of an instance's.
            (
                "In AgentCore Runtime:\n\nCredentialsProviderException: failed to load instance profile\n at aws.sdk.kotlin.runtime.auth.credentials.ImdsCredentialsProvider.resolve(ImdsCredentialsProvider.kt:81)",
                "a metadata service of its own"
            ),
        ])
    func `what is told leads`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.remedies.first?.text.contains(words) == true, "\(remedyText(finding))")
    }

    @Test func `a version of another SDK is none to go back to`() throws {
        let finding = try firstFinding(
            "aws.smithy.kotlin.runtime.auth.awscredentials.CredentialsProviderException: failed to load instance profile\n\nThe equivalent code in the Java SDK (version 2.31.5) works fine."
        )
        #expect(!remedyText(finding).contains("2.31.5"), "\(remedyText(finding))")
    }
}
