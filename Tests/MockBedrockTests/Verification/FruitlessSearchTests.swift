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
        _ = searches.isBrief(try signer("aa"))
        #expect(searches.isBrief(try signer("bb")))
        #expect(!searches.isBrief(try signer("aa", headers: "host")))
        #expect(!searches.isBrief(try signer("aa", agent: "b/1")))
        #expect(!searches.isBrief(try signer("aa", method: "GET")))
    }

    @Test func `of the requests that follow each power of two is searched for all`() throws {
        let searches = FruitlessSearches()
        let signer = try signer("aa")
        #expect(!searches.isBrief(signer))
        searches.insert(signer)
        let whole = (2...40).filter { _ in !searches.isBrief(signer) }
        #expect(whole == [2, 4, 8, 16, 32])
    }

    @Test func `a cause that was found ends it`() throws {
        let searches = FruitlessSearches()
        let signer = try signer("aa")
        searches.insert(signer)
        searches.remove(signer)
        #expect((0..<3).allSatisfy { _ in !searches.isBrief(signer) })
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
        let (first, last) = (try signer("aa", agent: "0"), try signer("aa", agent: "299"))
        #expect((0..<3).allSatisfy { _ in !searches.isBrief(first) })
        #expect((0..<3).contains { _ in searches.isBrief(last) })
    }
}
