import SigV4
import Testing
import WireText

/// What a verifier takes, though it could have been written otherwise.
@Suite("Acceptance")
struct AcceptanceTests {
    @Test("says who signed, when and for what")
    func facts() throws {
        let received = try Example.received(Example.request(), Example.parameters())
        let accepted = try #require(Example.verifier().verify(received, now: Example.time).accepted)
        #expect(accepted.accessKeyID == Example.accessKeyID)
        #expect(accepted.scope.text == "20260102/us-east-1/bedrock/aws4_request")
        #expect(accepted.signedAt == Example.time)
        #expect(accepted.location == .headers)
        #expect(accepted.advice.isEmpty)
    }

    @Test("the parts in another order, with or without spaces")
    func partOrder() throws {
        let good = try Example.received(Example.request(), Example.parameters())
        let parts = good.text("Authorization").dropFirst("AWS4-HMAC-SHA256 ".count).split(separator: ", ")
        for separator in [",", ", ", " ,\t", ",,"] {
            let value = "AWS4-HMAC-SHA256  " + parts.reversed().joined(separator: separator)
            let request = good.replacing("authorization", HeaderField("authorization", value))
            #expect(Example.verifier().verify(request, now: Example.time).accepted != nil, "\(separator)")
        }
    }

    @Test("signed headers in another order, in capitals or repeated: the verifier sorts by itself")
    func signedHeaderOrder() throws {
        let good = try Example.received(Example.request(), Example.parameters())
        for names in ["x-amz-date;host", "Host;X-Amz-Date", "host;host;x-amz-date"] {
            let request = good.editing("Authorization", "host;x-amz-date", names)
            #expect(Example.verifier().verify(request, now: Example.time).accepted != nil, "\(names)")
        }
    }

    @Test("headers that are not signed may be added, changed or removed")
    func unsignedHeaders() throws {
        let good = try Example.received(
            Example.request(headers: [HeaderField("User-Agent", "a")]), Example.parameters())
        for request in [good.replacing("user-agent"), good.replacing("user-agent", HeaderField("User-Agent", "b"))] {
            #expect(Example.verifier().verify(request, now: Example.time).accepted != nil)
        }
        var more = good
        more.headers.insert(HeaderField("Via", "1.1 proxy"), at: 0)
        #expect(Example.verifier().verify(more, now: Example.time).accepted != nil)
    }

    @Test(
        "a token that is sent but not signed, with advice",
        arguments: [SignatureLocation.headers, .query(expiresSeconds: 60)])
    func unsignedToken(_ location: SignatureLocation) throws {
        var options = SigningOptions(location: location)
        options.sessionToken = .addedAfterSigning
        let received = try Example.received(
            Example.request(), Example.parameters(token: "TO+KEN/=", options: options))
        let verifier = Example.verifier(token: "TO+KEN/=")
        let accepted = try #require(verifier.verify(received, now: Example.time).accepted)
        #expect(accepted.advice == [.tokenNotSigned])
        let signed = try Example.received(
            Example.request(), Example.parameters(token: "TO+KEN/=", options: SigningOptions(location: location)))
        #expect(try #require(verifier.verify(signed, now: Example.time).accepted).advice.isEmpty)
    }

    @Test(
        "a Date header in place of X-Amz-Date",
        arguments: ["Fri, 02 Jan 2026 03:04:05 GMT", "Fri, 02 Jan 2026 03:04:05 -0000", "20260102T030405Z"])
    func dateHeader(_ date: String) throws {
        // The signature over a Date header is made by hand: the signer always sends X-Amz-Date.
        let request = Example.request(headers: [HeaderField("Date", date)])
        let scope = CredentialScope(time: Example.time, region: "us-east-1", service: "bedrock")
        let canonicalRequest = CanonicalRequest(of: request, signedHeaders: ["host", "date"])
        let signature = SigningKey(secretAccessKey: Secret(Example.secret), scope: scope).sign(
            StringToSign(time: Example.time, scope: scope, canonicalRequestHash: canonicalRequest.hash))
        var received = request
        received.headers.append(
            HeaderField(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=\(Example.accessKeyID)/\(scope.text), SignedHeaders=date;host, "
                    + "Signature=\(signature.text)"))
        #expect(Example.verifier().verify(received, now: Example.time).accepted != nil)
    }

    @Test("UNSIGNED-PAYLOAD, where the policy allows it")
    func unsignedPayload() throws {
        let declared = HeaderField("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
        let received = try Example.received(
            Example.request(headers: [declared], payload: .bytes([1, 2, 3])), Example.parameters())
        let lenient = VerificationPolicy(unsignedPayload: .accepted)
        #expect(Example.verifier(policy: lenient).verify(received, now: Example.time).accepted != nil)
        let refusal = try #require(Example.verifier().verify(received, now: Example.time).refusal)
        #expect(refusal.reason == .mismatch)
        #expect(refusal.expected?.canonicalRequest.sections?.payloadHash == SHA256Digest.hash([1, 2, 3]).hex)
    }

    @Test("paths that mean the same after normalisation")
    func normalisedPath() throws {
        let received = try Example.received(Example.request("/a/b"), Example.parameters())
        for target in ["/a//b", "/a/./b", "/a/c/../b", "/../a/b"] {
            var request = received
            request.target = Array(target.utf8)
            #expect(Example.verifier().verify(request, now: Example.time).accepted != nil, "\(target)")
            let strict = Example.verifier(policy: VerificationPolicy(pathNormalization: .off))
            #expect(strict.verify(request, now: Example.time).refusal?.reason == .mismatch, "\(target)")
        }
    }
}
