import Report
import Testing

@testable import Diagnosis

/// No title, detail, advice or command shows a secret that stands in the paste.
@Suite struct PastedSecretsTests {
    private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    @Test(arguments: [
        """
        aws_secret_access_key=\(secret)
        An error occurred (ValidationException) when calling the Converse operation: 1 validation error detected: Value '\(secret)' at \
        'toolConfig.tools.1.member.toolSpec.name' failed to satisfy constraint
        """,
        """
        Runtime initialization time exceeded in AgentCore
        Cannot find module 'https://user:\(secret)@git.example.org/x/y'
        aws_secret_access_key: "\(secret)"
        """,
    ])
    func `what the paste assigns to a secret's name is masked`(text: String) throws {
        let finding = try firstFinding(text)
        for part in [finding.title, finding.detail, remedyText(finding)] {
            #expect(!part.contains(Self.secret), "\(part)")
        }
    }

    @Test func `a placeholder is named`() {
        let secrets = PastedSecrets(in: "api_key=your-key-goes-here")
        #expect(secrets.hidden("The word your-key-goes-here is sent.") == "The word your-key-goes-here is sent.")
    }
}
