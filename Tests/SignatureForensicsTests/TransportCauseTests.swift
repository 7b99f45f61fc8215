import Codes
import SigV4
import SignatureForensics
import Testing
import WireText

/// Causes that no single request shows: they need the hop before, the other accounts of it, or the server's list of keys.
///
/// A signer cannot show them, so that they are not among the wrong signers.
@Suite("Causes beside the request")
struct TransportCauseTests {
    private static let base = TestRequest.escapedColon

    private static func codes(_ forensicCase: ForensicCase) -> [FindingCode] {
        SignatureExaminer(budget: 200_000).examine(forensicCase).findings.map(\.cause)
    }

    @Test("a redirect that is followed with the signature of the first hop")
    func redirect() {
        let first = Self.base.signer.request()
        var second = first
        second.target = Array("/v9/moved/here".utf8)
        for index in second.headers.indices where second.headers[index].isNamed("host") {
            second.headers[index].value = Array("moved.example.net".utf8)
        }
        let codes = Self.codes(
            ForensicCase(
                request: second, credentials: [Self.base.credentials], regions: ["us-east-1"],
                receivedAt: TestRequest.time, earlier: [first]))
        #expect(codes.first == .redirectFollowed)
        let alone = Self.codes(
            ForensicCase(
                request: second, credentials: [Self.base.credentials], regions: ["us-east-1"],
                receivedAt: TestRequest.time))
        #expect(alone.first == .signatureMismatch, "without the first hop its host and path are unknown")
    }

    @Test("a server that encodes the path once too few, beside a client that follows the rules")
    func verifier() throws {
        let request = Self.base.signer.request()
        let stages = try #require(refused(request, secret: "another"))
        let right = String(decoding: stages.canonicalRequest.bytes, as: UTF8.self)
        let wrong = right.replacing("%253A", with: "%3A")
        #expect(right != wrong)
        let codes = Self.codes(
            ForensicCase(
                request: request,
                client: SignedTexts(canonicalRequest: stages.canonicalRequest, stringToSign: stages.stringToSign),
                server: SignedTexts(
                    canonicalRequest: CanonicalRequest(bytes: Array(wrong.utf8)), stringToSign: nil)))
        #expect(codes.contains(.verifierWrong))
    }

    @Test("a key id that the server does not know")
    func otherCredentials() throws {
        var signer = Self.base.signer
        signer.keyID = "AKIAI44QH8DHBEXAMPLE"
        let request = signer.request()
        let verifier = SignatureVerifier(policy: VerificationPolicy(regions: ["us-east-1"])) { _ in nil }
        guard case .refused(let refusal) = verifier.verify(request, now: TestRequest.time) else {
            Issue.record("an unknown key id was accepted")
            return
        }
        let codes = Self.codes(
            ForensicCase(request: request, regions: ["us-east-1"], receivedAt: TestRequest.time, refusal: refusal))
        #expect(codes == [.environmentOverride])
    }

    /// What a server that knows another secret expects of a request.
    private func refused(_ request: SignableRequest, secret: String) -> SigningStages? {
        let verifier = SignatureVerifier(policy: VerificationPolicy(regions: ["us-east-1"])) { _ in
            StoredCredential(secretAccessKey: Secret(secret))
        }
        guard case .refused(let refusal) = verifier.verify(request, now: TestRequest.time) else { return nil }
        return refusal.expected
    }
}
