import Codes
import Evidence
import Report
import Testing

@testable import Diagnosis

/// Refusals whose sentence has a general reading and, by what stands in it or beside it, a narrower one that leads.
@Suite struct RefusalKindTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let text: String
        let code: FindingCode
        var title: String?
        let first: String
        var not: [String] = []
        var testDescription: String { String(text.prefix(80)) }

        init(_ text: String, _ code: FindingCode, title: String? = nil, first: String, not: [String] = []) {
            (self.text, self.code, self.title, self.first, self.not) = (text, code, title, first, not)
        }
    }

    private static let mismatch =
        "SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided."

    private static let expired =
        "An error occurred (InvalidSignatureException) when calling the Converse operation: Signature expired: 20260301T070000Z is now earlier than 20260301T073500Z (20260301T074000Z - 5 min.)"

    static let samples = [
        // A signed header that did not arrive.
        Sample(
            #"{"message":"'x-trace' is named as a SignedHeader, but it does not exist in the HTTP request."}"#,
            .headerMissing, title: "The signed header 'x-trace' did not arrive",
            first: "Keep x-trace out of SignedHeaders",
            not: ["AWS4-HMAC-SHA256"]),
        Sample(
            "IncompleteSignatureException: 'x-amz-security-token' is named as a SignedHeader, but it does not exist in the HTTP request.",
            .headerMissing, first: "let it pass x-amz-security-token"),
        // CloudFormation names the type of the resource.
        Sample(
            "Resource handler returned message: \"Access denied for operation 'AWS::Bedrock::Prompt'.\" (HandlerErrorCode: AccessDenied)",
            .iamDenied, title: "What deploys may not make the prompt", first: "bedrock:CreatePrompt",
            not: ["agentResourceRoleArn", "service role"]),
        Sample(
            """
            The prompt is encrypted with our own KMS key.
            CREATE_FAILED Access denied for operation 'AWS::Bedrock::Prompt'.
            """, .iamDenied, first: "kms:CreateGrant", not: ["agentResourceRoleArn"]),
        Sample(
            "CREATE_FAILED Access denied for operation 'AWS::Bedrock::Agent'.", .iamDenied,
            first: "agentResourceRoleArn"),
        // A global profile.
        Sample(
            "AccessDeniedException: User: arn:aws:sts::<account>:assumed-role/app-{stage}/i-1 is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0 with an explicit deny in a service control policy. Our organization restricts regions by an SCP.",
            .scpDenied, first: "Call a geographic profile"),
        Sample(
            "AccessDeniedException: ... is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1:{account-id}:inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0 with an explicit deny in an identity-based policy",
            .explicitDeny, first: "Call us.anthropic.claude-sonnet-4-5-20250929-v1:0"),
        // What is not shown is any.
        Sample(
            "AccessDeniedException: User: arn:aws:sts::***:assumed-role/app/x is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-west-2:<acct>:application-inference-profile/... because no identity-based policy allows the bedrock:InvokeModel action",
            .iamDenied,
            first:
                #""arn:aws:bedrock:us-west-2:*:application-inference-profile/*","arn:aws:bedrock:*::foundation-model/*""#
        ),
        // Profiles of the account's own were set.
        Sample(
            """
            We set both models of Claude Code to application inference profiles (CLAUDE_CODE_USE_BEDROCK=1).
            API Error (403 {"Message":"User: arn:aws:sts::111122223333:assumed-role/dev/me is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-3-5-haiku-20241022-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"})
            """, .iamDenied, first: "Set every model of Claude Code to an application inference profile"),
        // Turns, documents.
        Sample(
            "ValidationException: The model returned the following errors: messages.3.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assistant` message must start with a thinking block.",
            .validationMessages, first: "End the messages with a user turn"),
        Sample(
            "An error occurred (ValidationException) when calling the Converse operation: Messages can't contain duplicate document names. Rename the document and retry your request.",
            .validationMessages, first: "a name of its own"),
        // Limits and waits.
        Sample(
            "An error occurred (ThrottlingException) when calling the Converse operation: Too many tokens per day, please wait before trying again.",
            .quotaDailyTokens, first: "Wait until the day's quota is renewed"),
        Sample(
            "It is the first call of a new account.\nThrottlingException: Too many tokens per day, please wait before trying again.",
            .quotaDailyTokens, first: "ask AWS Support"),
        Sample(
            "botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL: \"https://bedrock-agentcore.eu-west-1.amazonaws.com/runtimes/r/invocations\"",
            .networkAnswerTimeout, first: "--cli-read-timeout 0", not: ["ConverseStream"]),
        // Clocks that stand still.
        Sample(
            "After my laptop woke up, the docker container says:\n" + expired, .clockSkewExpired,
            first: "Restart Docker Desktop"),
        Sample(
            expired + "\n    at x (/home/me/.vscode-server/extensions/e/extension.js:4:5)", .clockSkewExpired,
            first: "Set the clock of the remote host"),
        // What works beside it.
        Sample(
            mismatch + "\nIt only happens with temporary credentials. Permanent keys work.", .signatureMismatch,
            first: "x-amz-security-token", not: ["40 characters"]),
        Sample(
            mismatch + "\nIt fails when the object key contains a '+'. Other keys work.", .signatureMismatch,
            first: "names with '+'", not: ["session token", "40 characters"]),
        // Knowledge bases.
        Sample(
            "An error occurred (ValidationException) when calling the CreateKnowledgeBase operation: The knowledge base storage configuration provided is invalid... Bad Authorization",
            .validationRequest, title: "The vector store refused the knowledge base's role", first: "data access policy"
        ),
        Sample(
            "AccessDeniedException: Your account is not authorized to invoke this API operation with a prompt resource. We pass the ARN of a managed prompt as modelId.",
            .accountNotAllowed, title: "This account may not invoke a prompt resource",
            first: "Ask whoever runs the account"),
        Sample(
            """
            agreementAvailability AVAILABLE, authorizationStatus AUTHORIZED, entitlementAvailability AVAILABLE, regionAvailability AVAILABLE
            AccessDeniedException: You don't have access to the model with the specified model ID.
            """, .accountNotAllowed, first: "AWS Support"),
    ]

    @Test(arguments: samples)
    func `the narrower reading leads`(sample: Sample) throws {
        let input = try ReadInput(Array(sample.text.utf8), name: "standard input")
        let finding = try #require(Explanation(input, context: ExplainContext()).findings.first)
        #expect(finding.code == sample.code)
        if let title = sample.title { #expect(finding.title == title) }
        let first = try #require(finding.remedies.first).text
        #expect(first.contains(sample.first), "\(first)")
        for word in sample.not { #expect(!finding.remedies.contains { $0.text.contains(word) }, "\(finding.remedies)") }
    }

    @Test(arguments: [
        "That rules out Anthropic's use case form, and the agreement as well.",
        "Submitting the use case details form again does not help.",
        "The access key and the secret access key are set properly in the profile and in the client.",
    ])
    func `what is ruled out or in order founds no finding`(text: String) throws {
        let input = try ReadInput(Array("Hello.\n\n\(text)".utf8), name: "issue.txt")
        let finding = try #require(Explanation(input, context: ExplainContext()).findings.first)
        #expect(
            ![.useCaseFormMissing, .credentialsPartial, .credentialsMissing].contains(finding.code), "\(finding.code)")
    }

    @Test func `sentences of several refusals have a cure each`() throws {
        let text = """
            | count | message |
            |---|---|
            | 12 | `Messages can't contain duplicate document names.` |
            | 7 | `You can't include more than 5 documents in a request.` |
            """
        let input = try ReadInput(Array(text.utf8), name: "issue.txt")
        let finding = try #require(Explanation(input, context: ExplainContext()).findings.first)
        #expect(finding.remedies.count == 2)
        #expect(finding.remedies.last?.text.contains("(2 of 2 refusals in the text.)") ?? false, "\(finding.remedies)")
    }

    @Test func `a stand-in in a query is none of its bytes`() throws {
        let text = """
            \(Self.mismatch)
            The Canonical String for this request should have been
            'GET
            /
            Action=AssumeRole&RoleArn=<ROLE>&Version=2011-06-15
            host:sts.eu-west-1.amazonaws.com
            x-amz-date:20260301T070000Z

            host;x-amz-date
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
            """
        let input = try ReadInput(Array(text.utf8), name: "issue.txt")
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(!findings.flatMap(\.remedies).contains { $0.text.contains("stands bare in the query") })
    }
}
