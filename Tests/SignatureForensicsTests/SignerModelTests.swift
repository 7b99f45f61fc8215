import SigV4
import Testing
import WireText

@testable import SignatureForensics

/// The description of a signer, as it is made, must do everything rightly: a search starts from it.
@Suite("Signer model")
struct SignerModelTests {
    private static let targets = [
        "/model/anthropic.claude-3-haiku-20240307-v1:0/converse", "/model/a%3A0/converse?x=1&x=0&flag&y=%2f%7E+",
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fp/converse", "/a/../b//c/./d/", "", "/",
        "?a=b&&c",
        "/%e9/\u{e9}/~!\'()*", "/a/..", "/../../a?z=%zz&%41=b", "//",
    ]
    private static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

    @Test(arguments: targets)
    func agreesWithTheReference(target: String) throws {
        let request = SignableRequest(
            method: "POST", target: target,
            headers: [
                HeaderField("Host", "h:8080"), HeaderField("X-Two", " b  b "), HeaderField("x-two", "a"),
                HeaderField("X-Amz-A-B", "2"), HeaderField("X-Amz-A", "\t1 "), HeaderField("Left-Out", "x"),
            ], payload: .bytes(Array("{}".utf8)))
        let names = ["x-two", "Host", "x-amz-a", "X-Amz-A-B"]
        let claim = ClaimedSignature(
            scheme: "AWS4-HMAC-SHA256", scope: ["20260102", "us-east-1", "bedrock", "aws4_request"],
            signedHeaders: names.joined(separator: ";"), dateText: Array("20260102T030405Z".utf8))
        let model = SignerModel(request, claim, secret: Secret(Self.secret))
        let reference = CanonicalRequest(of: request, signedHeaders: HeaderNames(names))
        #expect(String(decoding: model.canonicalRequest, as: UTF8.self) == reference.text)

        let time = try #require(SigningTime(amzDate: "20260102T030405Z"))
        let scope = CredentialScope(time: time, region: "us-east-1", service: "bedrock")
        let text = StringToSign(time: time, scope: scope, canonicalRequestHash: reference.hash)
        #expect(String(decoding: model.stringToSign, as: UTF8.self) == text.text)
        let key = SigningKey(secretAccessKey: Secret(Self.secret), scope: scope)
        let message = model.stringToSign
        #expect(model.key.key.authenticate(message.span).bytes == key.sign(text).bytes)
    }

    @Test(arguments: targets)
    func rightSignatureHasNoFindings(target: String) throws {
        let request = ExampleRequest.signable(target: target)
        let time = try #require(SigningTime(amzDate: "20260102T030405Z"))
        let credentials = SigningCredentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Self.secret)
        let signed = try Signer().sign(
            request, SigningParameters(credentials: credentials, region: "us-east-1", service: "bedrock", time: time))
        let sent = SignableRequest(
            method: "POST", targetBytes: signed.target, headers: signed.headers, payload: request.payload)
        let report = SignatureExaminer().examine(
            ForensicCase(request: sent, credentials: [credentials], regions: ["us-east-1"], receivedAt: time))
        #expect(report.findings.isEmpty)
    }

    @Test func unpacksCompressedBodies() {
        // gzip of "hello hello hello hello", made with Python's gzip.compress(..., mtime=0).
        let packed: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 87, 200, 64, 39, 1, 227, 81, 61, 141, 23, 0, 0, 0,
        ]
        #expect(
            CompressedForms.unpacked(packed).map { String(decoding: $0, as: UTF8.self) } == "hello hello hello hello")
        for count in packed.indices { _ = CompressedForms.unpacked(Array(packed[..<count])) }
    }

    @Test(arguments: [
        ("\u{e9}", "e\u{301}"), ("\u{1ec7}", "e\u{323}\u{302}"), ("\u{ac01}", "\u{1100}\u{1161}\u{11a8}"),
    ])
    func spellsAccents(composed: String, decomposed: String) {
        #expect(Array(CanonicalEquivalence.decomposed(composed).unicodeScalars) == Array(decomposed.unicodeScalars))
    }

    @Test(arguments: [("\u{e9}", "e\u{301}"), ("\u{30ac}", "\u{30ab}\u{3099}")])
    func composesAccents(composed: String, decomposed: String) {
        #expect(Array(CanonicalEquivalence.composed(decomposed).unicodeScalars) == Array(composed.unicodeScalars))
    }
}
