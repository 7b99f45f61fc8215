import SigV4
import TestSupport
import Testing
import WireText

/// Random requests, signed by botocore and by us.
@Suite("Against botocore", .live, .enabled("needs python3 with botocore") { await Botocore.isPresent() })
struct BotocoreTests {
    @Test("every stage is the same", arguments: GeneratedRequest.Form.allCases)
    func stages(_ form: GeneratedRequest.Form) async throws {
        let cases = (1...400).map { GeneratedRequest(form: form, seed: UInt64($0)) }
        for (example, theirs) in zip(cases, try await Botocore.sign(cases)) {
            let ours = try Signer().sign(example.request, example.parameters)
            let stages = ours.stages
            try #require(
                stages.canonicalRequest.text == String(decoding: theirs.canonicalRequest, as: UTF8.self),
                "\(example.request)")
            try #require(stages.stringToSign.text == theirs.stringToSign)
            try #require(stages.signature.text == theirs.signature)
            if !form.isQuery {
                let authorization = theirs.headers.first { $0.isNamed("authorization") }
                try #require(stages.authorization == authorization?.text)
            }
        }
    }

    @Test("what it signs is accepted", arguments: GeneratedRequest.Form.allCases)
    func accepted(_ form: GeneratedRequest.Form) async throws {
        let cases = (501...900).map { GeneratedRequest(form: form, seed: UInt64($0)) }
        for (example, theirs) in zip(cases, try await Botocore.sign(cases)) {
            let outcome = example.verifier.verify(example.received(theirs), now: example.parameters.time)
            let accepted = try #require(
                outcome.accepted, "\(outcome)\n\(example.request)\nbotocore:\n\(theirs.stringToSign)")
            #expect(accepted.advice.isEmpty)
            #expect(accepted.stages.canonicalRequest.bytes == theirs.canonicalRequest)
        }
    }

    /// Spellings with one canonical form are left out: exchanging them is no tampering.
    @Test("what it signs is refused with any one byte exchanged", arguments: GeneratedRequest.Form.allCases)
    func tampered(_ form: GeneratedRequest.Form) async throws {
        let cases = (1001...1008).map { GeneratedRequest(form: form, seed: UInt64($0), plain: true) }
        for (example, theirs) in zip(cases, try await Botocore.sign(cases)) {
            let request = example.received(theirs)
            let verifier = example.verifier
            try #require(verifier.verify(request, now: example.parameters.time).accepted != nil)
            for tampered in Tampering.all(of: request, signing: theirs.canonicalRequest) {
                let outcome = verifier.verify(tampered.request, now: example.parameters.time)
                #expect(outcome.refusal != nil, "\(tampered.description)\n\(request)")
            }
        }
    }
}
