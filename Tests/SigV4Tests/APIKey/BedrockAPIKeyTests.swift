import SigV4
import Testing
import WireText

@Suite("Bedrock API keys")
struct BedrockAPIKeyTests {
    private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    private static let token = "FwoGZXIvYXdzEXAMPLETOKEN/abc+def=="
    private static let time = SigningTime(unixSeconds: 1_795_341_600)  // 2026-11-22T10:00:00Z

    /// Made by aws-bedrock-token-generator 1.1.0 with botocore 1.44.8, its clock held at ``time``.
    private static let longLived =
        "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29tLz9BY3Rpb249Q2FsbFdpdGhCZWFyZXJUb2tlbiZYLUFt"
        + "ei1BbGdvcml0aG09QVdTNC1ITUFDLVNIQTI1NiZYLUFtei1DcmVkZW50aWFsPUFLSUFJT1NGT0ROTjdFWEFNUExF"
        + "JTJGMjAyNjExMjIlMkZ1cy1lYXN0LTElMkZiZWRyb2NrJTJGYXdzNF9yZXF1ZXN0JlgtQW16LURhdGU9MjAyNjEx"
        + "MjJUMTAwMDAwWiZYLUFtei1FeHBpcmVzPTQzMjAwJlgtQW16LVNpZ25lZEhlYWRlcnM9aG9zdCZYLUFtei1TaWdu"
        + "YXR1cmU9MWNkZGQyYmU0NGRhZTkwZGM4ZTRjYTQ4MGEzYzM5M2RiZGYzYTcyMDMyODYwZjdmNWMyMDdlODY1OWM4"
        + "OTc1ZCZWZXJzaW9uPTE="

    /// The same of a temporary key, in eu-west-1.
    private static let temporary =
        "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29tLz9BY3Rpb249Q2FsbFdpdGhCZWFyZXJUb2tlbiZYLUFt"
        + "ei1BbGdvcml0aG09QVdTNC1ITUFDLVNIQTI1NiZYLUFtei1DcmVkZW50aWFsPUFTSUFJT1NGT0ROTjdFWEFNUExF"
        + "JTJGMjAyNjExMjIlMkZldS13ZXN0LTElMkZiZWRyb2NrJTJGYXdzNF9yZXF1ZXN0JlgtQW16LURhdGU9MjAyNjEx"
        + "MjJUMTAwMDAwWiZYLUFtei1FeHBpcmVzPTQzMjAwJlgtQW16LVNpZ25lZEhlYWRlcnM9aG9zdCZYLUFtei1TZWN1"
        + "cml0eS1Ub2tlbj1Gd29HWlhJdllYZHpFWEFNUExFVE9LRU4lMkZhYmMlMkJkZWYlM0QlM0QmWC1BbXotU2lnbmF0"
        + "dXJlPTI0Njk0Mzc3ZmU4MDg1OTA3ZTFkZTg4ZmQ4YjY1ZWU3ZDBjOWY5NTJjZjI3MmUzNTE5NzUxYjNiOTcxMzcz"
        + "MWMmVmVyc2lvbj0x"

    private func shortTerm(_ text: String) throws -> ShortTermAPIKey {
        guard case .shortTerm(let key) = BedrockAPIKey(text).form else {
            throw Unexpected(form: BedrockAPIKey(text).form)
        }
        return key
    }

    private struct Unexpected: Error { var form: BedrockAPIKey.Form }

    @Test func `AWS's generator makes keys that tell whose they are, where and until when`() throws {
        let key = try shortTerm(Self.longLived)
        #expect(key.accessKeyID == "AKIAIOSFODNN7EXAMPLE")
        #expect(key.region == "us-east-1")
        #expect(key.service == "bedrock")
        #expect(key.signedAt == Self.time)
        #expect(key.expiresAt.amzDate == "20261122T220000Z")
        #expect(!key.hasSessionToken)
        let other = try shortTerm(Self.temporary)
        #expect(other.region == "eu-west-1")
        #expect(other.accessKeyID == "ASIAIOSFODNN7EXAMPLE")
        #expect(other.hasSessionToken)
    }

    @Test(arguments: [(longLived, nil), (temporary, token)] as [(String, String?)])
    func `Its signature is verified as that of any presigned request`(text: String, token: String?) throws {
        let key = try shortTerm(text)
        let verifier = SignatureVerifier(policy: VerificationPolicy()) { _ in
            StoredCredential(secretAccessKey: Secret(Self.secret), sessionToken: token.map(Secret.init))
        }
        guard case .accepted(let accepted) = verifier.verify(key.request, now: Self.time.advanced(bySeconds: 43_199))
        else {
            Issue.record("refused")
            return
        }
        #expect(accepted.accessKeyID == key.accessKeyID)
        guard case .refused(let late) = verifier.verify(key.request, now: Self.time.advanced(bySeconds: 43_200)) else {
            Issue.record("accepted after its time")
            return
        }
        #expect(
            late.reason
                == .presignExpired(
                    signed: Self.time, expiresSeconds: 43_200, now: Self.time.advanced(bySeconds: 43_200)))
        let stranger = SignatureVerifier(policy: VerificationPolicy()) { _ in
            StoredCredential(secretAccessKey: Secret("another"), sessionToken: token.map(Secret.init))
        }
        guard case .refused(let wrong) = stranger.verify(key.request, now: Self.time) else {
            Issue.record("accepted with another secret")
            return
        }
        #expect(wrong.reason == .mismatch)
    }

    /// The generator orders the parameters otherwise; the signature is over their sorted form.
    @Test func `A key made here has the signature of AWS's generator`() throws {
        let made = try ShortTermAPIKey.text(
            signedBy: SigningCredentials(
                accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Self.secret), region: "us-east-1", at: Self.time)
        #expect(BedrockAPIKey(made).innerSecrets == BedrockAPIKey(Self.longLived).innerSecrets)
        #expect(try shortTerm(made).expiresAt == shortTerm(Self.longLived).expiresAt)
    }

    @Test func `A long-term key tells the account`() throws {
        let text = "ABSK" + Base64.text(Array("BedrockAPIKey-x1y2-at-210987654321:c2VjcmV0LXRoYXQtb3BlbnM=".utf8))
        guard case .longTerm(let key) = BedrockAPIKey(text).form else {
            Issue.record("not a long-term key")
            return
        }
        #expect(key.accountID == "210987654321")
        #expect(key.name == "BedrockAPIKey-x1y2-at-210987654321")
        #expect(BedrockAPIKey(text).innerSecrets == ["c2VjcmV0LXRoYXQtb3BlbnM="])
        let nameless = "ABSK" + Base64.text(Array("team:c2VjcmV0".utf8))
        guard case .longTerm(let other) = BedrockAPIKey(nameless).form else {
            Issue.record("not a long-term key")
            return
        }
        #expect(other.accountID == nil)
    }

    private static func presigned(_ query: String) -> String {
        "bedrock-api-key-" + Base64.text(Array("bedrock.amazonaws.com/?\(query)".utf8))
    }

    @Test(
        arguments: [
            ("", .foreign), ("sk-ant-abc", .foreign), ("absk1234", .foreign), ("<authenticated>", .foreign),
            ("ABSK", .damaged(.empty)), ("bedrock-api-key-", .damaged(.empty)),
            ("ABSKnot base64", .damaged(.notBase64)), ("ABSKYWJj", .damaged(.otherContent)),
            ("bedrock-api-key-YWJj\n", .damaged(.notBase64)), ("bedrock-api-key-YWJj", .damaged(.otherContent)),
            (presigned("Action=CallWithBearerToken"), .damaged(.lacking(["X-Amz-Signature"]))),
            (
                presigned("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a/b/c/d/e&X-Amz-Date=20261122T100000Z"),
                .damaged(.lacking(["X-Amz-SignedHeaders", "X-Amz-Signature", "X-Amz-Expires"]))
            ),
            (
                presigned(
                    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=short&X-Amz-Date=20261122T100000Z&X-Amz-Expires=1"
                        + "&X-Amz-SignedHeaders=host&X-Amz-Signature=00"),
                .damaged(.unreadable)
            ),
        ] as [(String, BedrockAPIKey.Form)])
    func `What is no key is named`(text: String, form: BedrockAPIKey.Form) {
        #expect(BedrockAPIKey(text).form == form)
    }

    @Test func `A key that was cut anywhere breaks nothing`() {
        for count in 0..<Self.temporary.utf8.count {
            _ = BedrockAPIKey(String(Self.temporary.prefix(count)))
        }
    }

    @Test func `No description holds a piece of it`() {
        for text in [Self.longLived, Self.temporary] {
            let key = BedrockAPIKey(text)
            var dumped = ""
            dump(key, to: &dumped)
            let shown = "\(key) \(key.form)" + String(reflecting: key) + String(reflecting: key.form) + dumped
            for secret in key.innerSecrets + [String(text.suffix(40))] { #expect(!shown.contains(secret)) }
        }
    }

    @Test(arguments: [("ABSKabc", true), ("ABSKabc ", false), ("ABSK\u{e9}", false), ("", false), ("a\nb", false)])
    func `Only what a header can carry is sent`(text: String, fits: Bool) {
        #expect(BedrockAPIKey(text).fitsHeader == fits)
    }
}
