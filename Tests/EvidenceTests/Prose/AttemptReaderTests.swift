import Testing

@testable import Evidence

/// What a reporter did already, and what stands in a paste as set.
@Suite struct AttemptReaderTests {
    private func kinds(_ text: String) -> [Attempt.Kind] { ReporterWords(text: text).attempts.map(\.kind) }

    @Test(arguments: [
        (
            "I have already set CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS = \"1\" as a workaround but it does not help.",
            Attempt.Kind.variable("CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS")
        ),
        ("I already ran aws sso login.", .login), ("I always run aws sso login before.", .login),
        ("We have tried running aws sso login, no change.", .login),
        ("After running aws sso login our calls still fail.", .login),
        ("I logged in again.", .login),
        ("We rotated the keys twice.", .newKeys),
        ("I have created new access keys and the error persists.", .newKeys),
        ("I triple checked the keys.", .checkedKeys), ("I've tested the API key and it works.", .checkedKeys),
        ("I synced the clock with ntp.", .clock), ("I updated to the latest version and it still fails.", .update),
        ("The role has AmazonBedrockFullAccess attached.", .policy),
        ("I have enabled model access for all models.", .modelAccess),
        ("I tried different regions.", .region), ("I restarted VS Code several times.", .restart),
        ("### Steps to Reproduce\n\n1. Create an IAM user with the `AmazonBedrockFullAccess` policy", .policy),
        ("### Steps to Reproduce\n\n1. Request access to Claude Sonnet 3.7 in us-east-1", .modelAccess),
        ("Running aws sso login indeed fixes the issue for a while.", .briefLogin),
        ("My canonical request and string to sign are identical to those in the answer.", .comparedStrings),
        ("The strings match exactly.", .comparedStrings),
        ("SSO credentials expire hourly in this program.", .briefLogin),
        ("With aws sso login it is the same, after about 1 hour we have to log in again.", .briefLogin),
        ("Models are enabled in Bedrock.", .modelAccess), ("Access to the model has been granted.", .modelAccess),
        ("I have access to all Anthropic models in us-east-1.", .modelAccess),
        ("The policy is attached to the role.", .policy),
        ("I tried with NODE_EXTRA_CA_CERTS, no luck.", .variable("NODE_EXTRA_CA_CERTS")),
    ])
    func `what was done`(_ text: String, _ kind: Attempt.Kind) { #expect(kinds(text).contains(kind), "\(kinds(text))") }

    @Test(arguments: [
        "Do I have to set AWS_REGION?", "I have not set AWS_PROFILE.", "You should run aws sso login.",
        "Please set AWS_REGION.",
        "How do I create new access keys?", "I haven't tried new keys yet.", "We would like to have created new keys.",
        "The canonical strings do not match.", "Are the strings identical?", "Running aws sso login.",
        "The SSO session is invalid, please run aws sso login, is what we get.",
        "I have an expired token although it says try running sso login and then retry.",
        "My profile is not found, run aws sso login, it says.",
        "There is no retry logic to re-read refreshed credentials after an aws sso login.",
        "It lacks a way to reload credentials after running aws sso login.",
        "It should read the file again after an aws sso login.", "The SSO token does not expire within 1 hour.",
        "### Steps to Reproduce\n\n1. A guardrail with AWS credentials\n2. Send a chat completion request",
        "Make sure the models are enabled in Bedrock.", "The models are not enabled yet.",
        "It works once the models are enabled.",
        "2026-11-24 20:26:44 INFO we rotated the keys", "```\nI already ran aws sso login.\n```",
    ])
    func `what was not done`(_ text: String) { #expect(kinds(text).isEmpty, "\(kinds(text))") }

    @Test(arguments: [
        ("export AWS_REGION=us-east-1", "AWS_REGION", "us-east-1"), ("  AWS_PROFILE: dev", "AWS_PROFILE", "dev"),
        ("\"CLAUDE_CODE_USE_BEDROCK\": \"1\",", "CLAUDE_CODE_USE_BEDROCK", "1"),
        ("`AWS_PROFILE=dev CLAUDE_CODE_USE_BEDROCK=1 claude`", "AWS_PROFILE", "dev"),
        ("docker run -e AWS_PROFILE=dev image", "AWS_PROFILE", "dev"),
        ("os.environ[\"AWS_DEFAULT_REGION\"] = \"us-west-2\"", "AWS_DEFAULT_REGION", "us-west-2"),
        ("$env:HTTPS_PROXY = 'http://proxy:8080'", "HTTPS_PROXY", "http://proxy:8080"),
    ])
    func `what is set`(_ line: String, _ name: String, _ value: String) throws {
        let variable = try #require(ReporterWords(text: line).variables.first)
        #expect(variable.name == name && variable.value == value && !variable.isBlank)
    }

    @Test(arguments: [
        "AWS_BEARER_TOKEN_BEDROCK: (empty)", "AWS_BEARER_TOKEN_BEDROCK=", "AWS_BEARER_TOKEN_BEDROCK=\"\"",
    ])
    func `what is empty`(_ line: String) throws {
        #expect(try #require(ReporterWords(text: line).variables.first).isBlank)
    }

    @Test(arguments: [
        "message: 'Missing credentials, set AWS_SDK_LOAD_CONFIG=1',", "# see AWS_REGION: it is the region",
        "if AWS_REGION == nil",
    ])
    func `what nobody set`(_ line: String) { #expect(ReporterWords(text: line).variables.isEmpty) }
}
