import SigV4
import Testing
import WireText

/// One test for each reason to refuse, and for the order in which they are looked for.
@Suite("Refusals")
struct RefusalTests {
    typealias Reason = SignatureRefusal.Reason

    private func reason(
        _ request: SignableRequest, by verifier: SignatureVerifier = Example.verifier(),
        now: SigningTime = Example.time
    ) -> Reason? {
        verifier.verify(request, now: now).refusal?.reason
    }

    @Test("an unsigned request")
    func missing() {
        #expect(reason(Example.request()) == .missingAuthorization)
        // A parameter of the same family alone is no signature.
        #expect(reason(Example.request("/?X-Amz-Date=20260102T030405Z")) == .missingAuthorization)
    }

    @Test("an unknown key, before anything about its scope")
    func unknownKey() throws {
        let parameters = SigningParameters(
            credentials: SigningCredentials(accessKeyID: "AKIDOTHER", secretAccessKey: Example.secret),
            region: "eu-west-1", service: "s3", time: Example.time)
        let received = try Example.received(Example.request(), parameters)
        let refusal = try #require(Example.verifier().verify(received, now: Example.time).refusal)
        #expect(refusal.reason == .unknownAccessKey("AKIDOTHER"))
        #expect(refusal.accessKeyID == "AKIDOTHER")
    }

    @Test("session tokens: missing, another, unexpected, expired")
    func tokens() throws {
        let without = try Example.received(Example.request(), Example.parameters())
        let with = try Example.received(Example.request(), Example.parameters(token: "TOKEN"))
        #expect(reason(without, by: Example.verifier(token: "TOKEN")) == .tokenMissing)
        #expect(reason(with, by: Example.verifier(token: "OTHER")) == .tokenMismatch)
        #expect(reason(with) == .tokenNotExpected)
        let expiration = Example.time
        #expect(
            reason(with, by: Example.verifier(token: "TOKEN", tokenExpiration: expiration))
                == .tokenExpired(expiration: expiration, now: Example.time))
        let later = Example.verifier(token: "TOKEN", tokenExpiration: expiration.advanced(bySeconds: 1))
        #expect(reason(with, by: later) == nil)
        // The token of a wrong key is reported before its expiry.
        let both = Example.verifier(token: "OTHER", tokenExpiration: expiration)
        #expect(reason(with, by: both) == .tokenMismatch)
    }

    @Test("scopes: date, region, service, terminator, in this order")
    func scopes() throws {
        let good = try Example.received(Example.request(), Example.parameters())
        func edited(_ old: String, _ new: String) -> SignableRequest { good.editing("Authorization", old, new) }
        #expect(reason(edited("/20260102/", "/20260101/")) == .scopeDate(expected: "20260102", found: "20260101"))
        #expect(
            reason(edited("/us-east-1/", "/us-west-2/")) == .scopeRegion(expected: ["us-east-1"], found: "us-west-2"))
        #expect(reason(edited("/bedrock/", "/s3/")) == .scopeService(expected: "bedrock", found: "s3"))
        #expect(reason(edited("aws4_request", "aws3_request")) == .scopeTerminator(found: "aws3_request"))
        #expect(
            reason(edited("/20260102/us-east-1/bedrock/aws4_request", "/x/y/z/t"))
                == .scopeDate(expected: "20260102", found: "x"))
        #expect(
            reason(edited("/us-east-1/bedrock/aws4_request", "/y/z/t"))
                == .scopeRegion(expected: ["us-east-1"], found: "y"))
    }

    @Test("the window is open at its old end and closed at its new one", arguments: [Int64(300), 900])
    func window(_ seconds: Int64) throws {
        let policy = VerificationPolicy(regions: ["us-east-1"], windowSeconds: seconds)
        let verifier = Example.verifier(policy: policy)
        let received = try Example.received(Example.request(), Example.parameters())
        func now(_ offset: Int64) -> SigningTime { Example.time.advanced(bySeconds: offset) }
        #expect(reason(received, by: verifier, now: now(seconds - 1)) == nil)
        #expect(
            reason(received, by: verifier, now: now(seconds))
                == .expired(signed: Example.time, limit: Example.time, now: now(seconds), windowSeconds: seconds))
        #expect(reason(received, by: verifier, now: now(-seconds)) == nil)
        #expect(
            reason(received, by: verifier, now: now(-seconds - 1))
                == .notYetCurrent(
                    signed: Example.time, limit: Example.time.advanced(bySeconds: -1), now: now(-seconds - 1),
                    windowSeconds: seconds))
    }

    @Test("a presigned request lives as long as it says, not as long as the window")
    func presignedLifetime() throws {
        var parameters = Example.parameters()
        parameters.options.location = .query(expiresSeconds: 3600)
        let received = try Example.received(Example.request(), parameters)
        let last = Example.time.advanced(bySeconds: 3599)
        let over = Example.time.advanced(bySeconds: 3600)
        #expect(reason(received, now: last) == nil)
        #expect(
            reason(received, now: over) == .presignExpired(signed: Example.time, expiresSeconds: 3600, now: over))
        let early = Example.time.advanced(bySeconds: -301)
        #expect(
            reason(received, now: early)
                == .notYetCurrent(
                    signed: Example.time, limit: early.advanced(bySeconds: 300), now: early, windowSeconds: 300))
        let short = Example.verifier(policy: VerificationPolicy(maxPresignSeconds: 60))
        #expect(reason(received, by: short) == .malformed(.expires("3600")))
    }

    @Test("a host that is not signed, and a signed header that did not arrive")
    func headers() throws {
        var parameters = Example.parameters()
        parameters.options.headersNotSigned = ["authorization", "host"]
        #expect(reason(try Example.received(Example.request(), parameters)) == .hostNotSigned)

        let request = Example.request(headers: [HeaderField("Content-Type", "application/json")])
        let received = try Example.received(request, Example.parameters()).replacing("content-type")
        let refusal = try #require(Example.verifier().verify(received, now: Example.time).refusal)
        #expect(refusal.reason == .missingSignedHeader("content-type"))
        // What the service would have signed has an empty line for it.
        #expect(try #require(refusal.expected).canonicalRequest.text.contains("\ncontent-type:\n"))
    }

    @Test("a mismatch comes with both sides")
    func mismatch() throws {
        let received = try Example.received(Example.request(payload: .bytes([1])), Example.parameters())
        var tampered = received
        tampered.payload = .bytes([2])
        let refusal = try #require(Example.verifier().verify(tampered, now: Example.time).refusal)
        #expect(refusal.reason == .mismatch)
        let expected = try #require(refusal.expected)
        #expect(expected.canonicalRequest.sections?.payloadHash == SHA256Digest.hash([2]).hex)
        #expect(received.text("Authorization").hasSuffix(try #require(refusal.providedSignature)))
        #expect(refusal.providedSignature != expected.signature.text)
        // Printing the refusal does not give away the signature that would have been right.
        #expect(!"\(refusal)".contains(expected.signature.text))
    }

    @Test("a signature in capitals, cut short or empty-handed")
    func oddSignatures() throws {
        let good = try Example.received(Example.request(), Example.parameters())
        let signature = String(good.text("Authorization").suffix(64))
        #expect(reason(good.editing("Authorization", signature, signature.uppercased())) == .mismatch)
        #expect(reason(good.editing("Authorization", signature, String(signature.dropLast()))) == .mismatch)
        #expect(reason(good.editing("Authorization", signature, signature + "0")) == .mismatch)
        #expect(
            reason(good.editing("Authorization", signature, "")) == .malformed(.missing([.signature])))
    }
}
