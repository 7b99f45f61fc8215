import Codes
import SigV4
import SignatureForensics
import Testing

/// Slips of signers that are not among those that are drawn in pairs.
@Suite("Slips of signers")
struct SlipTests {
    private func findings(_ base: TestRequest, _ request: SignableRequest) -> [CauseFinding] {
        SignatureExaminer(budget: 60_000).examine(
            ForensicCase(
                request: request, credentials: [base.credentials], regions: ["us-east-1"],
                receivedAt: TestRequest.time.advanced(bySeconds: 1))
        ).findings
    }

    /// What is found first, on every request on which the slip has an effect.
    private func found(_ slip: WrongSigner) throws -> [CauseFinding] {
        let found = TestRequest.allCases.compactMap { base in
            WrongSigner.request(base, [slip]).flatMap { findings(base, $0).first }
        }
        try #require(!found.isEmpty)
        return found
    }

    @Test func `a parameter that was added after signing is named`() throws {
        let found = try found(
            WrongSigner(.queryInPath, .query, "a parameter added after signing") { signer in
                signer.sent.query = signer.sent.query.map { $0 + "&beta=true" }
            })
        #expect(found.allSatisfy { $0.cause == .queryInPath && $0.summary.contains("'beta'") }, "\(found)")
        #expect(!FindingCode.queryInPath.title.contains("inside the path"))
    }

    @Test(arguments: ["*", "~"])
    func `an encoder's slip beside spaces is none about spaces`(_ character: String) throws {
        let found = try found(
            WrongSigner(
                .queryEncoding, .query, "\(character) has another form",
                prepare: { signer in signer.both { $0.query = $0.query.map { _ in "a=1\(character)2" } } },
                mistake: { signer in
                    let right = signer.query
                    let (from, to) = character == "*" ? ("%2A", "*") : ("~", "%7E")
                    signer.query = { right($0).replacing(from, with: to) }
                }))
        #expect(found.allSatisfy { $0.cause != .queryPlus }, "\(found)")
    }

    @Test func `the slash of an ARN that is not encoded once more is named`() throws {
        let found = try found(
            WrongSigner(.pathARN, .path, "the slash of an ARN not encoded once more") { signer in
                let right = signer.path
                signer.path = { right($0).replacing("%252F", with: "%2F") }
            })
        #expect(found.allSatisfy { $0.cause == .pathARN }, "\(found)")
    }
}
