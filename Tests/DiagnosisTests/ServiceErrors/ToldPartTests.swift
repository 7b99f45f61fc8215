import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// The part, the file or the actor that a reporter names is the one that the advice is about.
@Suite struct ToldPartTests {
    @Test(
        arguments: [
            // The gateway that made the session, where no refusal names it.
            (
                "LiteLLM calls AssumeRoleWithWebIdentity with a fixed STS session policy. It omits bedrock:CountTokens.\n\nHTTP error in CountTokens handler: Client error '403 Forbidden'",
                FindingCode.sessionPolicyDenied, "Update LiteLLM"
            ),
            // The file that holds the profile.
            (
                "Could not load credentials from any providers\n\nI keep everything in ~/.aws/config.",
                .credentialsMissing, "Put the profile's keys into ~/.aws/credentials"
            ),
            // An authority, in a reporter's words.
            (
                "API Error: Connection Error\n\nThe SSL cert chain is a known item in our region.",
                .networkCertificateUntrusted, "NODE_EXTRA_CA_CERTS"
            ),
            // An inspection on the way.
            (
                "Cline fails behind Zscaler:\n\n{\"message\": \"read ECONNRESET\", \"code\": \"ECONNRESET\"}\n\nThe AWS CLI works with the same CA bundle.",
                .networkConnectionClosed, "exempted from the inspection"
            ),
        ])
    func `what is named leads`(text: String, code: FindingCode, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
    }

    @Test(arguments: ["Zscaler", "Netskope"])
    func `an inspection that reset a connection has not answered`(name: String) throws {
        let text = "Cline behind \(name):\n\nError: getaddrinfo ENOTFOUND bedrock-runtime.us-east-1.amazonaws.com"
        let input = try ReadInput(Array(text.utf8), name: "paste")
        let scene = Explanation(input, context: ExplainContext(now: 1_795_300_000)).scene
        #expect(scene.answeredBy?.value.contains(name) != true)
    }

    @Test func `an API key of which the reporter says that it is correct is not refused`() throws {
        let finding = try firstFinding(
            "502 Bad Gateway\n\nI was able to verify that my API key is correct, and the URL. I'm not sure what is wrong."
        )
        #expect(finding.code != .bearerTokenInvalid)
    }
}
