import Codes
import Diagnosis
import JSONText
import Report
import SigV4
import Testing

@Suite("Who the caller is")
struct IdentityCheckTests {
    private func finding(
        _ status: Int, _ body: String, keyID: String = EnvironmentCase.accessKeyID, token: String? = nil,
        region: String = "us-east-1"
    ) -> Finding {
        IdentityCheck.finding(
            IdentityFacts(
                outcome: .answered(status: status, body: Array(body.utf8)),
                origin: "https://sts.\(region).amazonaws.com", region: region,
                credentials: SigningCredentials(
                    accessKeyID: keyID, secretAccessKey: EnvironmentCase.secret, sessionToken: token), durationMs: 1))
    }

    private func identity(_ arn: String, _ userID: String = "AIDACKCEVSQ6C2EXAMPLE") -> String {
        #"{"GetCallerIdentityResponse":{"GetCallerIdentityResult":{"Account":"123456789012","Arn":"\#(arn)","UserId":"\#(userID)"},"ResponseMetadata":{"RequestId":"r"}}}"#
    }

    private func refusal(_ code: String, _ message: String = "no") -> String {
        #"{"Error":{"Code":"\#(code)","Message":"\#(message)","Type":"Sender"},"RequestId":"r"}"#
    }

    @Test(
        "the kinds of identity",
        arguments: [
            ("arn:aws:iam::123456789012:user/div/ann", "user ann"),
            ("arn:aws:sts::123456789012:assumed-role/Dev/ann@example.com", "role Dev, session ann@example.com"),
            ("arn:aws:iam::123456789012:root", "the root user"),
            ("arn:aws-us-gov:sts::123456789012:federated-user/bob", "federated user bob"),
        ])
    func known(arn: String, words: String) {
        let found = finding(200, identity(arn))
        #expect(found.code == .identityKnown && found.status == .pass)
        #expect(found.title.contains(words) && found.title.contains("123456789012"))
        #expect(found.evidence["arn"]?.stringValue == arn)
    }

    @Test(
        "a refusal tells bad keys from a bad clock and a bad policy",
        arguments: [
            (
                403, "InvalidClientTokenId", "The security token included in the request is invalid.",
                .identityKeyUnknown
            ),
            (
                403, "SignatureDoesNotMatch", "The request signature we calculated does not match",
                .identitySecretWrong
            ),
            (403, "SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier than", .identityClock),
            (403, "SignatureDoesNotMatch", "Signature not yet current: x", .identityClock),
            (403, "ExpiredToken", "The security token included in the request is expired", .identityTokenExpired),
            (403, "AccessDenied", "not authorized to perform: sts:GetCallerIdentity", .identityDenied),
            (403, "RegionDisabledException", "STS is not activated in this region", .identityRegionDisabled),
            (403, "MissingAuthenticationToken", "Request is missing Authentication Token", .identityUnsigned),
            (400, "Throttling", "Rate exceeded", .identityUnanswered), (503, "", "", .identityUnanswered),
        ] as [(Int, String, String, FindingCode)])
    func refused(status: Int, code: String, message: String, expected: FindingCode) {
        let found = finding(status, refusal(code, message))
        #expect(found.code == expected)
        #expect(
            found.status
                == (expected == .identityUnanswered ? .unknown : expected == .identityDenied ? .warn : .fail))
    }

    @Test("a temporary key without its token is named as that")
    func token() {
        let found = finding(403, refusal("InvalidClientTokenId"), keyID: EnvironmentCase.temporaryKeyID)
        #expect(found.title.contains("session token is missing"))
        let other = finding(
            403, refusal("InvalidClientTokenId"), keyID: EnvironmentCase.temporaryKeyID, token: EnvironmentCase.token)
        #expect(!other.title.contains("missing"))
    }

    @Test("keys of a profile are corrected in the profile, not in the environment")
    func profile() {
        for (source, path, command) in [
            (ProfileFile.Profile.Source.keys, "/h/.aws/credentials", "${EDITOR:-vi} /h/.aws/credentials"),
            (.sso, "/h/.aws/config", "aws sso login --profile dev"),
            (.role, "/h/.aws/config", "aws configure list --profile dev"),
        ] {
            for code in ["SignatureDoesNotMatch", "InvalidClientTokenId", "ExpiredToken"] {
                let credentials = SigningCredentials(
                    accessKeyID: EnvironmentCase.accessKeyID, secretAccessKey: EnvironmentCase.secret)
                let found = IdentityCheck.finding(
                    IdentityFacts(
                        outcome: .answered(status: 403, body: Array(refusal(code).utf8)), origin: "https://x",
                        region: "us-east-1", credentials: credentials,
                        profile: ProfileOutcome(
                            name: "dev", result: .found(credentials, origin: "profile dev"), source: source, path: path),
                        durationMs: 1))
                #expect(found.remedies.compactMap(\.command).contains(command), "\(code)")
                #expect(!found.remedies.contains { $0.command?.contains("export AWS_") == true }, "\(code)")
            }
        }
    }

    @Test("in a region that must be enabled, good keys are refused with the same words")
    func optIn() {
        let found = finding(403, refusal("InvalidClientTokenId"), region: "eu-south-1")
        #expect(found.confidence == .likely && found.detail.contains("eu-south-1"))
    }

    @Test("what is no answer of STS says nothing about the keys", arguments: ["", "<html>login</html>", "[]", "{}"])
    func other(body: String) {
        for status in [200, 403, 404, 301] { #expect(finding(status, body).code == .identityUnanswered) }
    }

    @Test("an echoed secret is not shown")
    func echo() {
        let text = "x-amz-security-token:\(EnvironmentCase.token)"
        let found = finding(403, refusal("SignatureDoesNotMatch", text), token: EnvironmentCase.token)
        #expect(!"\(found)".contains(EnvironmentCase.token))
        #expect(!"\(found)".contains(EnvironmentCase.secret))
    }
}
