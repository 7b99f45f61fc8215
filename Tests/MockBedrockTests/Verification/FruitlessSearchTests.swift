import SigV4
import SignatureForensics
import Testing
import WireText

@testable import MockBedrock

/// Whose mistake was searched for in vain does not wait for it again; others do.
struct FruitlessSearchTests {
    private func signer(
        _ signature: String, headers: String = "host;x-amz-date", agent: String = "a/1", method: String = "POST"
    ) throws -> FruitlessSearches.Signer {
        let claim =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/bedrock/aws4_request, SignedHeaders=\(headers), "
            + "Signature=\(signature)"
        return try #require(
            FruitlessSearches.Signer(
                SignableRequest(
                    method: method, target: "/model/\(signature)/converse",
                    headers: [HeaderField("Authorization", claim), HeaderField("User-Agent", agent)], payload: .empty)))
    }

    @Test func `it is the form of a signature that is remembered, whatever is signed`() throws {
        let searches = FruitlessSearches()
        searches.insert(try signer("aa"))
        #expect(searches.contains(try signer("bb")))
        #expect(!searches.contains(try signer("aa", headers: "host")))
        #expect(!searches.contains(try signer("aa", agent: "b/1")))
        #expect(!searches.contains(try signer("aa", method: "GET")))
    }

    @Test func `a request without the header has none`() {
        let request = SignableRequest(method: "POST", target: "/?X-Amz-Signature=aa", headers: [], payload: .empty)
        #expect(FruitlessSearches.Signer(request) == nil)
    }

    @Test func `what is searched still is a small part of the usual`() {
        #expect(FruitlessSearches.brief.signatures * 100 < SearchBudget.usualSignatures)
    }

    @Test func `those that are known do not grow without end`() throws {
        let searches = FruitlessSearches()
        for number in 0..<300 { searches.insert(try signer("aa", agent: "\(number)")) }
        #expect(!searches.contains(try signer("aa", agent: "0")))
        #expect(searches.contains(try signer("aa", agent: "299")))
    }
}
