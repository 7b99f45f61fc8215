import Codes
import Diagnosis
import Evidence
import JSONText
import Report
import Testing

/// Keys that AWS does not know, of which a reporter tells that they are temporary, and what became of their token.
@Suite struct TemporaryKeysTests {
    private static let unknown =
        "403 UnrecognizedClientException: The security token included in the request is invalid."

    @Test(
        arguments: [
            // Where they come from, and two values only.
            (
                "\n\nI took the access key and the secret key from the AWS access portal of our company.",
                "session token, too"
            ),
            (
                "\n\nOur organisation hands out temporary credentials, I filled in key id and secret.",
                "session token, too"
            ),
            (
                "\n\nThe key begins with ASIA, and the form has two fields: access key and secret key.",
                "session token, too"
            ),
            // The token was tried.
            (
                "\n\nWe only get temporary creds. I tried adding AWS_SESSION_TOKEN to the settings but that did not help.",
                "does not hand it on"
            ),
            (
                "\n\nI also set the session token in the config, still the same error.",
                "does not hand it on"
            ),
            // The same three values are good elsewhere.
            (
                "\n\nI verified that my aws_access_key, aws_secret_key and aws_session_token are working fine with another client.",
                "does not hand it on"
            ),
        ])
    func `what became of the token leads`(told: String, words: String) throws {
        let finding = try firstFinding(Self.unknown + told)
        #expect(finding.code == .tokenInvalid)
        #expect(finding.remedies.first?.text.contains(words) == true, "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("unset AWS_SESSION_TOKEN"))
    }

    @Test func `keys of which nothing is told may be of either kind`() throws {
        let finding = try firstFinding(Self.unknown)
        #expect(finding.remedies.allSatisfy { $0.command?.contains("unset") != true })
        #expect(remedyText(finding).contains("a long-lived one (AKIA...) must have none"))
    }

    @Test func `where keys were copied from is no comparison of them`() throws {
        let finding = try firstFinding(
            Self.unknown + "\n\nI got the credentials from the portal and copied access key and secret from its window."
        )
        #expect(finding.facts["done"] == nil)
    }

    @Test(
        arguments: [
            "\n\nThis did work for me:\n\naws bedrock-runtime converse --model-id m --messages file://m.json --profile staging",
            "\n\nThe same works with: aws bedrock-runtime converse --model-id m --profile staging",
        ])
    func `a command that works names the profile`(told: String) throws {
        let finding = try firstFinding(Self.unknown + told)
        #expect(finding.remedies.first?.command?.contains("AWS_PROFILE=staging") == true, "\(remedyText(finding))")
    }

    @Test func `a command that does not work names none`() throws {
        let finding = try firstFinding(
            Self.unknown + "\n\nThis does not work either: aws bedrock list-foundation-models --profile staging")
        #expect(!remedyText(finding).contains("AWS_PROFILE=staging;"))
    }
}
