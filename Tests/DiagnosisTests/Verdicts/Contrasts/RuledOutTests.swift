import Codes
import JSONText
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// A remedy that the reporter's own words refute is not told; what the words show to differ is.
@Suite struct RuledOutTests {
    private static let mismatch = """
        An error occurred (SignatureDoesNotMatch) when calling the GetObject operation: The request signature we calculated \
        does not match the signature you provided. Check your key and signing method.
        """

    struct Case: Sendable, CustomTestStringConvertible {
        let told: String
        let error: String
        let code: FindingCode
        let says: [String]
        let not: [String]
        var testDescription: String { told }

        init(_ told: String, _ error: String, _ code: FindingCode, says: [String], not: [String] = []) {
            self.told = told
            self.error = error
            self.code = code
            self.says = says
            self.not = not
        }
    }

    @Test(arguments: [
        Case(
            "GET requests succeed with the same keys, every request with a body fails.", mismatch, .signatureMismatch,
            says: ["the body"], not: ["40 characters", "doctor env"]),
        Case(
            "Files under 8 MB are fine, larger files fail.", mismatch, .signatureMismatch, says: ["Range", "proxy"],
            not: ["40 characters"]),
        Case(
            "If I do not enable compression, the request is successful. The CLI works, too.", mismatch,
            .signatureMismatch,
            says: ["Leave out what makes the difference (compression)", "before it is compressed"],
            not: ["40 characters"]),
        Case(
            "All but the first request fail.", mismatch, .signatureMismatch, says: ["later ones", "ASCII"],
            not: ["40 characters"]),
        Case(
            "Every call (except the very first prompt of a chat) is rejected.", mismatch, .signatureMismatch,
            says: ["later ones", "ASCII"], not: ["40 characters"]),
        Case(
            "Only prompts with non-ASCII text fail.", mismatch, .signatureMismatch, says: ["UTF-8", "encoded"],
            not: ["40 characters"]),
        Case(
            "It only fails if the key contains a space.", mismatch, .signatureMismatch, says: ["%20", "encoded"],
            not: ["40 characters"]),
        Case(
            "It works with v5.5.1, broken since 6.0.0.", mismatch, .signatureMismatch, says: ["Go back to v5.5.1"],
            not: ["40 characters"]),
        Case(
            "From home everything works, on the VPN it fails.", mismatch, .signatureMismatch, says: ["NO_PROXY"],
            not: ["40 characters"]),
        Case(
            "Works locally, fails in Lambda.", mismatch, .signatureMismatch, says: ["AWS Lambda holds", "doctor env"]),
        Case(
            "The same keys work in a Python script, in Flowise they fail.",
            "UnrecognizedClientException: The security token included in the request is invalid.", .tokenInvalid,
            says: ["Flowise signs with others"], not: ["unset AWS_SESSION_TOKEN", "doctor env"]),
        Case(
            "The AWS CLI works all day with the same profile, but opencode fails after an hour.",
            "ExpiredTokenException: The security token included in the request is expired", .tokenExpired,
            says: ["Restart opencode", "opencode holds"], not: ["aws sso login", "unset AWS_SESSION_TOKEN"]),
        Case(
            "With an API key it works, but with IRSA I get this error.",
            "Unable to locate credentials. You can configure credentials by running \"aws configure\".",
            .credentialsMissing,
            says: ["AWS_WEB_IDENTITY_TOKEN_FILE"]),
        Case(
            "It worked up to version 0.4.1 and stopped working in 0.5.0.",
            "CredentialsProviderError: Could not load credentials from any providers", .credentialsMissing,
            says: ["Go back to 0.4.1"]),
        Case(
            "Without streaming it works, streaming fails.",
            """
            AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/app/s is not authorized to perform: \
            bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because \
            no identity-based policy allows the bedrock:InvokeModelWithResponseStream action
            """, .iamDenied, says: ["streaming is an action of its own"]),
    ])
    func `what differs comes first`(_ row: Case) throws {
        let finding = try firstFinding("\(row.told)\n\n\(row.error)")
        #expect(finding.code == row.code)
        let said = remedyText(finding)
        for phrase in row.says { #expect(said.contains(phrase), "\(said)") }
        for phrase in row.not { #expect(!said.contains(phrase), "\(said)") }
        #expect(finding.evidence["told"] != nil)
        #expect(finding.rows.contains { $0.name == "told" })
        // Without the words it is the general advice.
        let general = try firstFinding(row.error)
        #expect(general.code == row.code)
        #expect(general.evidence["told"] == nil)
        #expect(!row.says.allSatisfy { remedyText(general).contains($0) })
    }

    @Test(arguments: [
        "It does not work with the AWS CLI either.", "It should work with the same keys.", "Does it work with curl?",
    ])
    func `what nobody asserts rules nothing out`(_ told: String) throws {
        let finding = try firstFinding("\(told)\n\n\(Self.mismatch)")
        #expect(finding.remedies == (try firstFinding(Self.mismatch)).remedies)
    }

    private static let refused = "API Error: 403 You don't have access to the model with the specified model ID."

    @Test func `what another program proves is not asked for first`() throws {
        let finding = try firstFinding(
            "The same model works with the AWS CLI and this profile, but Claude Code fails.\n\n\(Self.refused)")
        #expect(finding.code == .modelAccessNotGranted)
        #expect(finding.remedies.first?.command?.hasPrefix("export AWS_REGION=") ?? false, "\(finding.remedies)")
        let proven: Set<RemedySubject> = [.modelAccess, .modelGate, .otherRegion]
        let access = try #require(finding.remedies.firstIndex { $0.subjects.contains(.modelAccess) })
        #expect(finding.remedies[access...].allSatisfy { !$0.subjects.isDisjoint(with: proven) })
    }

    @Test func `the other model is refused where the chosen one answers`() throws {
        let told = try firstFinding(
            "\(Self.refused)\n\nEverything works, except for this message.\n\nANTHROPIC_MODEL=amazon.nova-pro-v1:0")
        #expect(told.remedies.first?.text.contains("calls more than the model that was chosen") ?? false)
        let plain = try firstFinding("\(Self.refused)\n\nANTHROPIC_MODEL=amazon.nova-pro-v1:0")
        #expect(!(plain.remedies.first?.text.contains("more than the model") ?? true))
        let title = try firstFinding(
            """
            error: [api/server/controllers/agents/client.js #titleConvo] Error The model returned the following errors: \
            thinking.enabled.budget_tokens: Input should be greater than or equal to 1024
            """)
        #expect(title.remedies.first?.text.contains("titleModel") ?? false, "\(title.remedies)")
    }

    @Test func `a failure without a name is compared with what works`() throws {
        let told = try firstFinding(
            "Bedrock requests fail with AccessDeniedException: 403\n\nIt works in Postman, but not in my Go code.")
        #expect(told.remedies.first?.command == "aws sts get-caller-identity", "\(told.remedies)")
        #expect(told.remedies.first?.text.contains("the Go code does not") ?? false)
    }

    @Test func `a program that gets through is not the one that fails`() throws {
        func scene(_ text: String) throws -> Scene {
            Explanation(try ReadInput(Array(text.utf8), name: "issue.txt"), context: ExplainContext()).scene
        }
        let text =
            "The same request works perfectly with boto3.\n\nSignatureDoesNotMatch: The request signature we calculated does not match"
        #expect(try scene(text).sdk == nil)
        #expect(
            try scene(
                "I call it with boto3.\n\nSignatureDoesNotMatch: The request signature we calculated does not match"
            ).sdk != nil)
        let models = """
            ValidationException: The provided model identifier is invalid.

            I do not get this error when using amazon.nova-pro-v1:0. It fails with meta.llama3-8b-instruct-v1:0.
            """
        #expect(try scene(models).model?.value == "meta.llama3-8b-instruct-v1:0")
    }

    @Test func `a tool that gets credentials renews them`() throws {
        let text = """
            awsAuthRefresh: okta-aws-cli web --profile dev
            API Error: 401 The security token included in the request is expired
            """
        let finding = try firstFinding(text)
        #expect(finding.code == .tokenExpired)
        #expect(finding.remedies.first?.command == "okta-aws-cli web --profile dev", "\(finding.remedies)")
    }

    @Test func `where regions are restricted a policy of the caller's is no help`() throws {
        let denied = """
            AccessDeniedException: User: arn:aws:iam::123456789012:user/a is not authorized to perform: bedrock:InvokeModel on resource: \
            arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-3-7-sonnet-20250219-v1:0
            """
        let finding = try firstFinding(
            "We use AWS Control Tower to restrict access to regions other than us-east-1.\n\n\(denied)")
        #expect(finding.remedies.first?.text.contains("Regions are restricted here") ?? false, "\(finding.remedies)")
    }

    @Test func `behind a proxy Node needs to be told`() throws {
        let error =
            "TimeoutError: Socket timed out without establishing a connection within 3100 ms\n    at node_modules/@smithy/node-http-handler"
        let finding = try firstFinding("When using Bedrock behind a proxy, I need a longer timeout.\n\n\(error)")
        #expect(
            finding.remedies.first?.text.contains("NODE_USE_ENV_PROXY") ?? false, "\(finding.code) \(finding.remedies)")
    }

    @Test func `outside its folder it works`() throws {
        let finding = try firstFinding("Outside the folder, Claude Code works normally.\n\n\(Self.refused)")
        #expect(finding.remedies.first?.text.contains(".claude/settings.json") ?? false, "\(finding.remedies)")
    }

    @Test func `a program is no contrast to itself`() throws {
        let text =
            "LiteLLM works with other models.\n\nlitellm.exceptions: An error occurred (SignatureDoesNotMatch) when calling the Converse operation: The request signature we calculated does not match the signature you provided."
        let told = try firstFinding(text).rows.filter { $0.name == "told" }
        #expect(!told.contains { $0.text.hasPrefix("LiteLLM works") })
    }
}
