import MockBedrock
import SigV4
import SignatureForensics
import Synchronization
import TestSupport
import Testing
import WireText

/// What an observer sees of what was signed.
@Suite(.live) struct ObservedTextsTests {
    private func observed(_ request: TestRequest, body: String? = nil) async throws -> MockObservation {
        let seen = Mutex<[MockObservation]>([])
        try await TestServer.with {
            $0.examiner = SignatureExaminer(budget: 5_000)
            $0.observe = { observation in seen.withLock { $0.append(observation) } }
        } _: { test in
            _ = try await test.send(request, body: body)
        }
        return try #require(seen.withLock { $0.first })
    }

    @Test func `of a mistake that was proven both sides, as they gave their signatures`() async throws {
        // Signed before the body was changed to the empty one by mistake: the hash is that of nothing.
        let request = TestRequest { $0.body = "" }
        let sent = TestRequest().body
        let signed = try request.signed()
        let observation = try await observed(request, body: sent)
        #expect(observation.entry.status == 403)
        let client = try #require(observation.signedTexts)
        let service = try #require(observation.expectedTexts)
        #expect(client.canonicalRequest == signed.stages.canonicalRequest)
        #expect(client.stringToSign == signed.stages.stringToSign)
        #expect(service.canonicalRequest.sections?.payloadHash == SHA256Digest.hash(Array(sent.utf8)).hex)
        #expect(client.canonicalRequest.sections?.path == service.canonicalRequest.sections?.path)
    }

    @Test func `of a signature that nothing explains the service's alone`() async throws {
        let observation = try await observed(
            TestRequest { $0.secretAccessKey = "another/secret/of/forty/characters/EXAMPL" })
        #expect(observation.signedTexts == nil)
        #expect(observation.expectedTexts != nil)
    }

    @Test func `of a right one neither`() async throws {
        let observation = try await observed(TestRequest())
        #expect(observation.entry.status == 200)
        #expect(observation.signedTexts == nil && observation.expectedTexts == nil)
        #expect(observation.request != nil)
    }

    @Test func `of what is refused for another reason neither, and the request all the same`() async throws {
        let observation = try await observed(TestRequest { $0.region = "eu-west-1" })
        #expect(observation.signedTexts == nil && observation.expectedTexts == nil)
        #expect(observation.request != nil)
    }
}
