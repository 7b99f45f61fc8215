import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What a person writes around an answer decides nothing that the answer has decided.
@Suite struct ProseBesideAnswerTests {
    private func first(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "issue.txt")
        return try #require(Explanation(input, context: ExplainContext()).findings.first)
    }

    @Test(arguments: [
        """
        Passing AWS_ACCESS_KEY_ID & AWS_SECRET_ACCESS_KEY to the secret is not working.

        UnrecognizedClientException: The security token included in the request is invalid.
        \tstatus code: 403, request id: a94edbbc-035f-4ff6-9949-1c20d410decf
        """
    ])
    func `a pair that does not work is no half of one`(text: String) throws {
        #expect(try first(text).code == .tokenInvalid)
    }

    @Test func `a guardrail that is left out is none that does not exist`() throws {
        let finding = try first(
            """
            # Bedrock guardrail identifier is not applied to profiles
            Our account denies `bedrock:InvokeModel*` without a matching `bedrock:GuardrailIdentifier` condition, and the calls get an explicit deny.
            """)
        #expect(finding.code == .explicitDeny)
        #expect(finding.remedies.first?.text.contains("carries the guardrail") ?? false)
    }

    @Test func `a guardrail that does not exist is still named`() throws {
        let finding = try first(
            "ValidationException: The guardrail identifier or version provided in the request does not exist.")
        #expect(finding.code == .guardrailNotFound)
    }

    @Test func `who is refused has been reached`() throws {
        let finding = try first(
            """
            # Cannot connect to the broker with a presigned url
            The url is wss://a1.iot.eu-central-1.amazonaws.com/mqtt?X-Amz-SignedHeaders=host&X-Amz-Signature=7ec3 and I get a 403 forbidden error.
            """)
        #expect(finding.code == .signatureMismatch)
    }

    @Test(arguments: [
        ("WebIdentityToken", "4", "Mint the token again"), ("RoleArn", "20", "Set the role's ARN"),
    ])
    func `a token or role that is empty is missing`(name: String, least: String, words: String) throws {
        let finding = try first(
            "Parameter validation failed:\nInvalid length for parameter \(name), value: 0, valid min length: \(least)")
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.text.contains(words) ?? false)
    }

    @Test func `a role that is too short is refused for its form`() throws {
        let finding = try first(
            "Parameter validation failed:\nInvalid length for parameter RoleArn, value: 7, valid min length: 20")
        #expect(finding.code != .credentialsMissing)
    }

    @Test func `keys of an issuer that are rarely missed are fetched again`() throws {
        let error =
            "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Couldn't retrieve verification key from your identity provider"
        #expect(
            try first("The job sometimes (rarely) fails with:\n> \(error)").remedies.first?.text.contains("Try again")
                ?? false)
        #expect(!(try first(error).remedies.first?.text.contains("Try again, with") ?? true))
    }
}
