import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What a paste shows of where the credentials come from leads the advice.
@Suite struct ReportedSourceTests {
    private static func explained(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "standard input")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    @Test(
        arguments: [
            // A command of a profile that works by itself.
            (
                """
                My profile:

                [profile team]
                credential_process = /opt/bin/keys --team

                The command itself works. The agent prints:

                Error: Unable to resolve AWS credentials for profile 'team'.
                """,
                FindingCode.credentialsMissing, "does not run it"
            ),
            // Version 2 of instance metadata, asked by the wrong method.
            (
                "Failed to load credentials from IMDS: http://169.254.169.254/latest/api/token answered 405 Method Not Allowed",
                .credentialsMissing, "405 is the answer to a method"
            ),
            // Names with something before them.
            (
                """
                docker run -e APP_AWS_ACCESS_KEY_ID=AKIA... -e APP_AWS_SECRET_ACCESS_KEY=... chat:1
                botocore.exceptions.NoCredentialsError: Unable to locate credentials
                """,
                .credentialsMissing, "APP_AWS_ACCESS_KEY_ID as AWS_ACCESS_KEY_ID"
            ),
            // Anthropic's own API was wanted.
            (
                """
                I selected Anthropic as the provider and set ANTHROPIC_API_KEY, and it seems to use bedrock all the same.

                botocore.exceptions.NoCredentialsError: Unable to locate credentials
                """,
                .credentialsMissing, "Name the model as Anthropic does"
            ),
            // Half of a session, in code.
            (
                """
                const client = new BedrockRuntimeClient({ region: "us-east-1", credentials: { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY } });

                UnrecognizedClientException: The security token included in the request is invalid.
                    at Runtime.handler (/var/task/index.js:12:3)
                """,
                .tokenInvalid, "Pass the session token, too"
            ),
            // The export of a profile is let in.
            (
                """
                With AWS_PROFILE=team every call ends with "API Error (403 The security token included in the request is invalid.)".
                Exporting the keys with aws configure export-credentials --profile team --format env works.
                """,
                .tokenInvalid, "which wins over"
            ),
            // Single sign-on behind a role.
            (
                """
                [profile work]
                role_arn = arn:aws:iam::123456789012:role/models
                source_profile = login

                Error: failed to retrieve sso_account_id from work profile section
                """,
                .credentialsProfileIncomplete, "export-credentials --profile work"
            ),
            // Sections that the SDK does not know.
            (
                "CredentialsProviderError: Profile is configured with invalid SSO credentials. Required parameters \"sso_account_id\", \"sso_region\", \"sso_role_name\", \"sso_start_url\". Got sso_session, sso_account_id, sso_role_name, region",
                .credentialsProfileIncomplete, "Write sso_start_url and sso_region into the profile itself"
            ),
        ])
    func `what is shown or told of the source leads`(text: String, code: FindingCode, said: String) throws {
        let finding = try Self.explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.remedies.first?.text.contains(said) ?? false, "\(finding.remedies.map(\.text))")
        #expect(!finding.detail.contains("The command that gives the profile's credentials failed."))
    }

    @Test func `a line that is not there names no command`() throws {
        let text =
            "There is no line with credential_process in the profile.\nError: Could not load credentials from any providers"
        let finding = try Self.explained(text)
        #expect(!finding.remedies.contains { $0.text.contains("The command in credential_process") })
    }

    @Test(
        arguments: [
            (
                "The chat model works, but the vector store fails with Unable to load credentials from any of the providers in the chain.",
                "the knowledge base"
            ),
            (
                "Chat works fine, but the embeddings fail: Unable to load credentials from any of the providers in the chain.",
                "the embeddings"
            ),
        ])
    func `a part of a program without the credentials of another`(text: String, part: String) throws {
        let finding = try Self.explained(text)
        #expect(finding.remedies.first?.text.contains("Give the client object behind \(part)") ?? false)
    }

    @Test func `a caller that was not meant is looked for before a policy is written`() throws {
        let text = """
            The app keeps using the wrong profile.

            User: arn:aws:sts::123456789012:assumed-role/Machine/x is not authorized to perform: bedrock:ListFoundationModels because no identity-based policy allows the bedrock:ListFoundationModels action
            """
        let finding = try Self.explained(text)
        #expect(finding.code == .iamDenied)
        #expect(finding.remedies.first?.text.contains("calls as Machine") ?? false)
    }
}
