import Codes
import Report
import Testing

/// Where a program runs says from whom it should have got credentials, before any name of a profile does.
@Suite struct ProgramPlaceTests {
    @Test(
        arguments: [
            (
                "Our Fargate task has the policies on ecsTaskExecutionRole. botocore.exceptions.NoCredentialsError: Unable to locate credentials",
                "taskRoleArn", "ecsTaskExecutionRole"
            ),
            (
                "##[error]Could not load credentials from any providers", "id-token: write", "GitHub Actions"
            ),
            (
                "gitlab-runner 17.2\nUnable to locate credentials. You can configure credentials by running \"aws configure\".",
                "id_tokens", "GitLab"
            ),
            (
                "START RequestId: 1\n  File \"/var/task/app.py\", line 3\nbotocore.exceptions.NoCredentialsError: Unable to locate credentials",
                "execution role", "Lambda"
            ),
            (
                "ExecStart=/opt/chat/run\nError: Could not load credentials from any providers", "Environment=",
                "systemd"
            ),
            (
                "In the devcontainer: CredentialsProviderError: Could not load credentials from any providers",
                "remoteEnv",
                "development container"
            ),
        ])
    func `the place has its own source of credentials`(text: String, says: String, place: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(remedyText(finding))")
        #expect(finding.remedies.first?.text.contains(place) == true)
        #expect(!remedyText(finding).contains("export-credentials"))
    }

    @Test(
        arguments: [
            (
                "java.lang.RuntimeException\n\tat android.app.ActivityThread.performLaunchActivity(ActivityThread.java:3449)\nCaused by: aws.smithy.kotlin.runtime.identity.IdentityProviderException: No identity could be resolved from the chain: ProfileCredentialsProvider -> ImdsCredentialsProvider",
                "Cognito"
            ),
            (
                "In the browser, with VITE_AWS_KEY in import.meta.env.VITE_AWS_KEY: Error: Credential is missing",
                "from your server"
            ),
            (
                "Prompts of the VS Code extension fail, in the terminal the same works:\nCould not load credentials from any providers",
                "reads them"
            ),
            (
                "Started from the dock, Zed.log has: the credential provider was not enabled: no providers in chain provided credentials",
                "language_models.bedrock"
            ),
            (
                "On EC2 my script says botocore.exceptions.NoCredentialsError: Unable to locate credentials",
                "instance profile"
            ),
        ])
    func `a phone, a page, a desktop and an instance have sources of their own`(text: String, says: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(remedyText(finding))")
    }

    @Test func `a container does not see the profile of its host`() throws {
        let finding = try firstFinding(
            """
            I named my profile with setx AWS_PROFILE dev and ran docker-compose up.
            chat | error: Could not load credentials from any providers
            """)
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.text.contains("mount ~/.aws") == true, "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("get-caller-identity --profile"))
    }

    @Test func `a shell's own failure keeps a shell's advice`() throws {
        let finding = try firstFinding(
            "Unable to locate credentials. You can configure credentials by running \"aws configure\".")
        #expect(remedyText(finding).contains("export-credentials"))
    }

    private static let agent =
        "botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from container-role: Error retrieving metadata: Received error when attempting to retrieve container metadata: "

    @Test(
        arguments: [
            ("Connect timeout on endpoint URL: \"http://169.254.170.23/v1/credentials\"", "dropped"),
            ("Connection refused: \"http://169.254.170.23/v1/credentials\"", "does not run there"),
        ])
    func `a lost packet and a refused connection are two things`(end: String, says: String) throws {
        let finding = try firstFinding(Self.agent + end)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("to a version that knows its address"))
    }

    @Test func `files that may not be read are no missing credentials`() throws {
        let finding = try firstFinding(
            "Error: EPERM: operation not permitted, open '/Users/one/.aws/credentials'\nCredentialsProviderError: Could not load credentials from any providers"
        )
        #expect(remedyText(finding).contains("may not read it"), "\(finding.code): \(remedyText(finding))")
    }
}
