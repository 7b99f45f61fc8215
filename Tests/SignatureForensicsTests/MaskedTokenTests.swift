import Codes
import SigV4
import SignatureForensics
import Testing
import WireText

/// Logs and dumps show tokens masked: a mask is no other token.
@Suite("Masked tokens")
struct MaskedTokenTests {
    private static let masks = [
        "<redacted>", "***", "[REDACTED]", "REDACTED", "** REDACTED **", "*** Sensitive Data Redacted ***",
        "FwoGZXIv...", "FwoGZXIv\u{2026}", "xxxxxxxx", "(hidden)", "{masked}",
    ]

    private static let base = TestRequest.temporaryKey

    /// A request with a mistake, as sent, and as a log shows it.
    private static func refused(_ mask: String, _ mistake: (inout TestSigner) -> Void) throws -> (
        shown: SignableRequest, expected: SignedTexts
    ) {
        var signer = base.signer
        mistake(&signer)
        let request = signer.request()
        let expected = try #require(SignedAccounts(ForensicCase(request: request)).wire)
        var shown = request
        for index in shown.headers.indices where shown.headers[index].isNamed("x-amz-security-token") {
            shown.headers[index].value = Array(mask.utf8)
        }
        let echo = SignedTexts(
            canonicalRequest: CanonicalRequest(
                bytes: Array(expected.canonicalRequest.text.replacing(TestRequest.token, with: mask).utf8)),
            stringToSign: expected.stringToSign)
        return (shown, echo)
    }

    private static func examine(
        _ request: SignableRequest, _ server: SignedTexts?, token: String?
    ) -> ForensicReport {
        SignatureExaminer(budget: 20_000).examine(
            ForensicCase(
                request: request, server: server,
                credentials: [
                    SigningCredentials(
                        accessKeyID: base.keyID, secretAccessKey: TestRequest.secret, sessionToken: token)
                ]))
    }

    @Test(arguments: masks)
    func `the token of the key that signed stands in for a mask`(mask: String) throws {
        let (shown, echo) = try Self.refused(mask) { $0.path = { $0 } }
        for server in [echo, nil] {
            let report = Self.examine(shown, server, token: TestRequest.token)
            #expect(report.codes.first == .pathDouble)
            #expect(report.findings.first?.confidence == .proven)
            #expect(!report.codes.contains(.tokenStale))
        }
    }

    @Test(arguments: masks)
    func `a token that is shown nowhere is unknown, not another one`(mask: String) throws {
        let (shown, echo) = try Self.refused(mask) { $0.path = { $0 } }
        let report = Self.examine(shown, echo, token: nil)
        #expect(report.codes == [.signatureMismatch, .keyWrong])
        #expect(report.findings.map(\.confidence) == [.certain, .possible])
        #expect(report.reproduction == .untried)
        #expect(report.comparison?.wireAndServer == .same)
    }

    @Test func `in a presigned query too`() throws {
        let stages = try ExampleRequest.stages(options: SigningOptions(location: .query(expiresSeconds: 60)))
        let query = try #require(stages.canonicalRequest.sections?.query)
        let masked = query.replacing(ExampleRequest.token, with: "<redacted>")
        #expect(masked != query)
        var request = ExampleRequest.signable()
        let signature = String(repeating: "0", count: 64)
        request.target = Array("/model/a%3Ab/converse?\(masked)&X-Amz-Signature=\(signature)".utf8)
        let report = SignatureExaminer(budget: 20_000).examine(
            ForensicCase(request: request, server: SignedTexts(stages)))
        #expect(report.comparison?.wireAndServer == .same)
        #expect(report.codes == [.signatureMismatch, .keyWrong])
    }

    @Test(arguments: masks)
    func `another token of the same key does not stand in for a mask`(mask: String) throws {
        let (shown, echo) = try Self.refused(mask) { $0.path = { $0 } }
        let report = Self.examine(shown, echo, token: "FwoGZXIvYXdzEANOTHER//token")
        #expect(report.codes == [.signatureMismatch, .keyWrong])
        #expect(report.reproduction == .untried)
        #expect(report.comparison?.wireAndServer == .same)
    }

    @Test func `a token that was spoilt is no mask`() throws {
        let (shown, echo) = try Self.refused("\"\(TestRequest.token)\"") { _ in }
        #expect(Self.examine(shown, echo, token: TestRequest.token).codes.first == .keyWhitespace)
    }

    @Test func `a temporary key whose token is not at hand is no long-lived one`() {
        let report = Self.examine(Self.base.signer.request(), nil, token: nil)
        #expect(report.codes == [])
    }
}
