import Codes
import JSONText
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// What stands in a paste as done is not told again as the thing to do.
@Suite struct AlreadyDoneTests {
    private func first(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "issue.txt")
        return try #require(Explanation(input, context: ExplainContext()).findings.first)
    }

    private static let betas = """
        API Error: 400 {"message":"messages.0.content.3.text.cache_control.ephemeral.ttl: Extra inputs are not permitted"}
        """
    private static let expired =
        "An error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in the request is expired"
    private static let denied = """
        An error occurred (AccessDeniedException) when calling the InvokeModel operation: User: arn:aws:sts::123456789012:assumed-role/app/s \
        is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 \
        because no identity-based policy allows the bedrock:InvokeModel action
        """

    @Test(arguments: [
        "I have already set the CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS = \"1\" but it doesn't work.",
        "export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1",
    ])
    func `a variable that is set is not set again`(_ told: String) throws {
        let general = try first(Self.betas)
        #expect(general.remedies.contains { $0.command?.contains("EXPERIMENTAL_BETAS") ?? false })
        let finding = try first("\(told)\n\n\(Self.betas)")
        #expect(finding.code == general.code)
        #expect(!finding.remedies.contains { $0.command?.contains("EXPERIMENTAL_BETAS") ?? false })
        #expect(finding.remedies.contains { $0.text.contains("EXPERIMENTAL_BETAS is set already") })
        #expect(finding.evidence["done"] != nil)
    }

    @Test func `a login that was made is not made again`() throws {
        let finding = try first("I already ran aws sso login, no change.\n\n\(Self.expired)")
        #expect(finding.code == .tokenExpired)
        #expect(finding.remedies.contains { $0.text.hasPrefix("The login was made anew already (line 1)") })
        #expect(!finding.remedies.contains { $0.text.contains("with single sign-on run aws sso login first") })
        #expect(finding.remedies.first?.command == "aws configure list")
    }

    @Test func `a policy that is attached is looked into`() throws {
        let finding = try first("The role has AmazonBedrockFullAccess attached.\n\n\(Self.denied)")
        #expect(finding.code == .iamDenied)
        #expect(finding.remedies.first?.text.contains("permissions boundary") ?? false, "\(finding.remedies)")
    }

    @Test func `access that was given is not asked for again`() throws {
        let closed =
            "An error occurred (AccessDeniedException) when calling the Converse operation: You don't have access to the model with the specified model ID."
        let asks = { (remedy: Remedy) in remedy.text.contains("accept its terms") }
        let general = try first(closed)
        #expect(general.remedies.contains(where: asks))
        let finding = try first("We already have model access granted for it in the console.\n\n\(closed)")
        #expect(finding.code == general.code)
        #expect(finding.remedies.contains { $0.text.hasPrefix("Access to the model was given already (line 1)") })
        #expect(!finding.remedies.contains(where: asks), "\(finding.remedies)")
    }

    @Test func `where access was given, the client's own region is looked at`() throws {
        let closed =
            "new AnthropicBedrock()\nPermissionDeniedError: 403 You don't have access to the model with the specified model ID.\n    at async run (file:///app/node_modules/@anthropic-ai/sdk/core.mjs:299:30)"
        let finding = try first("The models are enabled in Bedrock.\n\n\(closed)")
        let told = try #require(finding.remedies.first { $0.text.hasPrefix("Access to the model was given already") })
        #expect(told.text.contains("AnthropicBedrock takes aws_region"), "\(told.text)")
    }

    @Test func `a login that ends too early is not made again`() throws {
        let finding = try first("SSO credentials expire every hour, and we have to log in again.\n\n\(Self.expired)")
        #expect(finding.remedies.first?.text.contains("nothing renews behind it") ?? false, "\(finding.remedies)")
    }

    /// A login that needs a library is named in its remedy, which is not to log in.
    @Test func `a library that a login needs stays to be installed`() throws {
        let missing =
            "botocore.exceptions.MissingDependencyException: Missing Dependency: Using the login credential provider requires an additional dependency. You will need to pip install \"botocore[crt]\" before proceeding."
        let finding = try first("I already ran aws login, no change.\n\n\(missing)")
        #expect(finding.remedies.contains { $0.command == "pip install 'botocore[crt]'" }, "\(finding.remedies)")
    }

    @Test(arguments: [
        "Should I run aws sso login?", "I have not run aws sso login yet.", "You must run aws sso login.",
    ])
    func `what nobody did is told`(_ told: String) throws {
        let finding = try first("\(told)\n\n\(Self.expired)")
        #expect(finding.evidence["done"] == nil)
        #expect(finding.remedies.allSatisfy { !$0.text.contains("already (line") })
    }
}
