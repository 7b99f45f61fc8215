import Testing
import WireText

@testable import SigV4

/// What a verifier keeps of the headers that it has read must change no verdict.
@Suite("Authorizations read before")
struct ReadAuthorizationsTests {
    private static func start(_ header: String) -> Int? { ReadAuthorizations.signatureStart(header.utf8.span) }

    private static let digits = String(repeating: "0a", count: 32)

    @Test func `a signature at the end is found`() {
        #expect(Self.start("AWS4-HMAC-SHA256 Credential=a, Signature=\(Self.digits)") == 41)
        #expect(Self.start("AWS4-HMAC-SHA256 Credential=a,Signature=\(Self.digits)") == 40)
    }

    @Test(arguments: [
        "", "Signature=\(digits)", "AWS4-HMAC-SHA256 Signature=\(digits)",
        "AWS4-HMAC-SHA256 Credential=a, XSignature=\(digits)", "AWS4-HMAC-SHA256 Credential=a Signature=\(digits)",
        "AWS4-HMAC-SHA256 Credential=a, Signature=\(digits.dropLast())g",
        "AWS4-HMAC-SHA256 Signature=\(digits), Credential=a", "AWS4-HMAC-SHA256 Credential=a, Signature=\(digits) ",
    ])
    func `any other place is none to read from`(header: String) {
        #expect(Self.start(header) == nil)
    }

    @Test func `a verifier that has accepted a request judges the next ones as one that has not`() throws {
        let good = try Example.received(Example.request(), Example.parameters())
        let authorization = good.text("Authorization")
        let signature = String(authorization.suffix(64))
        let forms = [
            authorization.replacing(signature, with: Self.digits),
            authorization.replacing("Signature=", with: "XSignature=\(Self.digits), Signature="),
            authorization.replacing(
                "Signature=\(signature)", with: "Signature=\(Self.digits), XSignature=\(signature)"),
            authorization.replacing("Signature=\(signature)", with: "Signature=\(signature), Signature=\(signature)"),
            authorization.replacing("us-east-1", with: "us-west-2"),
            authorization.replacing("SignedHeaders=host;", with: "SignedHeaders="),
            authorization + " ",
            authorization,
        ]
        let old = Example.verifier()
        #expect(old.verify(good, now: Example.time).accepted != nil)
        for form in forms {
            let request = good.replacing("Authorization", HeaderField("Authorization", form))
            for _ in 0..<2 {
                let found = old.verify(request, now: Example.time)
                let expected = Example.verifier().verify(request, now: Example.time)
                #expect(found.refusal?.reason == expected.refusal?.reason, "\(form)")
                #expect((found.accepted == nil) == (expected.accepted == nil), "\(form)")
            }
        }
    }

    @Test func `no more than a few are kept, and each is read rightly`() throws {
        let verifier = SignatureVerifier(policy: VerificationPolicy()) { _ in
            StoredCredential(secretAccessKey: Secret(Example.secret))
        }
        for round in 0..<2 {
            for number in 0..<40 {
                var parameters = Example.parameters()
                parameters.credentials = SigningCredentials(
                    accessKeyID: "AKIDEXAMPLE\(number)", secretAccessKey: Example.secret, sessionToken: nil)
                let accepted = verifier.verify(
                    try Example.received(Example.request(), parameters), now: Example.time
                ).accepted
                #expect(accepted?.accessKeyID == "AKIDEXAMPLE\(number)", "round \(round)")
            }
        }
    }
}
