import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

private func advice(_ finding: Finding) -> String {
    finding.remedies.flatMap { [$0.text, $0.command ?? ""] }.joined(separator: "\n")
}

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
        let finding = try explained(text)
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(advice(finding))")
        #expect(finding.remedies.first?.text.contains(place) == true)
        #expect(!advice(finding).contains("export-credentials"))
    }

    @Test func `a container does not see the profile of its host`() throws {
        let finding = try explained(
            """
            I named my profile with setx AWS_PROFILE dev and ran docker-compose up.
            chat | error: Could not load credentials from any providers
            """)
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.text.contains("mount ~/.aws") == true, "\(advice(finding))")
        #expect(!advice(finding).contains("get-caller-identity --profile"))
    }

    @Test func `a shell's own failure keeps a shell's advice`() throws {
        let finding = try explained(
            "Unable to locate credentials. You can configure credentials by running \"aws configure\".")
        #expect(advice(finding).contains("export-credentials"))
    }

    private static let agent =
        "botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from container-role: Error retrieving metadata: Received error when attempting to retrieve container metadata: "

    @Test(
        arguments: [
            ("Connect timeout on endpoint URL: \"http://169.254.170.23/v1/credentials\"", "dropped"),
            ("Connection refused: \"http://169.254.170.23/v1/credentials\"", "does not run there"),
        ])
    func `a lost packet and a refused connection are two things`(end: String, says: String) throws {
        let finding = try explained(Self.agent + end)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(advice(finding))")
        #expect(!advice(finding).contains("to a version that knows its address"))
    }

    @Test func `files that may not be read are no missing credentials`() throws {
        let finding = try explained(
            "Error: EPERM: operation not permitted, open '/Users/one/.aws/credentials'\nCredentialsProviderError: Could not load credentials from any providers"
        )
        #expect(advice(finding).contains("may not read it"), "\(finding.code): \(advice(finding))")
    }
}
