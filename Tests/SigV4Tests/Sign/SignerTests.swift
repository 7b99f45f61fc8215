import SigV4
import Testing
import WireText

@Suite("Signing")
struct SignerTests {
    @Test("replaces an earlier signature, so that a request can be signed again")
    func again() throws {
        let first = try Example.received(Example.request(), Example.parameters(token: "OLD"))
        let parameters = Example.parameters(token: "NEW", time: Example.time.advanced(bySeconds: 7))
        let second = try Signer().sign(first, parameters)
        let fresh = try Signer().sign(Example.request(), parameters)
        #expect(second.headers == fresh.headers)
        #expect(second.addedHeaders.map(\.name) == ["X-Amz-Security-Token", "X-Amz-Date", "Authorization"])
        #expect(second.stages.signature == fresh.stages.signature)

        var query = Example.parameters(token: "OLD")
        query.options.location = .query(expiresSeconds: 60)
        let presigned = try Example.received(Example.request("/a?b=c"), query)
        query = Example.parameters(token: "NEW")
        query.options.location = .query(expiresSeconds: 61)
        #expect(
            try Signer().sign(presigned, query).target == Signer().sign(Example.request("/a?b=c"), query).target)
    }

    @Test("keeps the request's headers in their order, and adds its own behind them")
    func headerOrder() throws {
        let request = Example.request(headers: [HeaderField("Zed", "1"), HeaderField("Accept", "2")])
        let signed = try Signer().sign(request, Example.parameters())
        #expect(signed.headers.map(\.name) == ["Host", "Zed", "Accept", "X-Amz-Date", "Authorization"])
        #expect(signed.stages.signedHeaders == ["accept", "host", "x-amz-date", "zed"])
        #expect(signed.stages.authorization == signed.headers.last?.text)
    }

    @Test("leaves out the headers that change on the way, or those that it is told to")
    func unsignedHeaders() throws {
        let request = Example.request(headers: [
            HeaderField("User-Agent", "a"), HeaderField("Connection", "b"), HeaderField("Accept", "c"),
        ])
        #expect(
            try Signer().sign(request, Example.parameters()).stages.signedHeaders == ["accept", "host", "x-amz-date"])
        let options = SigningOptions(headersNotSigned: ["Accept"])
        #expect(
            try Signer().sign(request, Example.parameters(options: options)).stages.signedHeaders
                == ["connection", "host", "user-agent", "x-amz-date"])
    }

    @Test("sends the hash of the body if it is told to, and signs the one that the request declares")
    func contentSHA256() throws {
        let body = Payload.bytes(Array("body".utf8))
        let hash = SHA256Digest.hash(Array("body".utf8)).hex
        let options = SigningOptions(contentSHA256Header: .sent)
        let stale = HeaderField("X-Amz-Content-Sha256", "stale")
        let sent = try Signer().sign(
            Example.request(headers: [stale], payload: body), Example.parameters(options: options))
        #expect(sent.headers.filter { $0.isNamed("x-amz-content-sha256") }.map(\.text) == [hash])
        #expect(sent.stages.canonicalRequest.sections?.payloadHash == hash)
        let declared = try Signer().sign(Example.request(headers: [stale], payload: body), Example.parameters())
        #expect(declared.stages.canonicalRequest.sections?.payloadHash == "stale")
        #expect(declared.headers.filter { $0.isNamed("x-amz-content-sha256") }.map(\.text) == ["stale"])
    }

    static let payloads: [(Payload, String)] = [
        (.empty, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (.bytes([]), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (.bytes(Array("abc".utf8)), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (.unsigned, "UNSIGNED-PAYLOAD"),
        (.hash("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"), "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
    ]

    @Test("ends the canonical request with the payload's line", arguments: payloads)
    func payload(_ payload: Payload, _ line: String) throws {
        let signed = try Signer().sign(Example.request(payload: payload), Example.parameters())
        #expect(signed.stages.canonicalRequest.sections?.payloadHash == line)
    }

    @Test("adds a token after signing if it is told to")
    func tokenAfter() throws {
        let options = SigningOptions(sessionToken: .addedAfterSigning)
        let signed = try Signer().sign(Example.request(), Example.parameters(token: "T", options: options))
        #expect(signed.addedHeaders.map(\.name) == ["X-Amz-Date", "Authorization", "X-Amz-Security-Token"])
        let without = try Signer().sign(Example.request(), Example.parameters())
        #expect(signed.stages.signature == without.stages.signature)
        var query = options
        query.location = .query(expiresSeconds: 60)
        let presigned = try Signer().sign(Example.request(), Example.parameters(token: "T+", options: query))
        #expect(String(decoding: presigned.target, as: UTF8.self).hasSuffix("&X-Amz-Security-Token=T%2B"))
    }

    @Test("gives the same stages again, and the text of long requests too")
    func stages() throws {
        let request = Example.request(
            "/" + String(repeating: "ä:", count: 400) + "?" + String(repeating: "k&", count: 300),
            headers: [HeaderField("Accept", String(repeating: "a  b ", count: 900))])
        let signed = try Signer().sign(request, Example.parameters(token: String(repeating: "T", count: 2000)))
        let canonicalRequest = signed.stages.canonicalRequest
        #expect(canonicalRequest.hash == signed.stages.canonicalRequestHash)
        let scope = signed.stages.credentialScope
        let key = SigningKey(secretAccessKey: Secret(Example.secret), scope: scope)
        #expect(key.sign(signed.stages.stringToSign) == signed.stages.signature)
        #expect(signed.stages.stringToSign.text.hasSuffix("\n" + canonicalRequest.hash.hex))
        #expect(signed.stages.signature.bytes.count == 32)
        #expect(signed.stages.signature.matches(Array(signed.stages.signature.text.utf8)))
    }

    struct BadInput: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let code: SigningError.Code
        var request = Example.request()
        var parameters = Example.parameters()
    }

    static let badInputs: [BadInput] = {
        func scope(_ region: String, _ service: String, key: String = "AKID") -> SigningParameters {
            SigningParameters(
                credentials: SigningCredentials(accessKeyID: key, secretAccessKey: "s"), region: region,
                service: service, time: Example.time)
        }
        func query(_ seconds: Int) -> SigningParameters {
            Example.parameters(options: SigningOptions(location: .query(expiresSeconds: seconds)))
        }
        return [
            BadInput(
                testDescription: "no host", code: .missingHost,
                request: SignableRequest(method: "GET", target: "/", headers: [], payload: .empty)),
            BadInput(
                testDescription: "a header value with a line break", code: .invalidHeader,
                request: Example.request(headers: [HeaderField("X", "a\r\nInjected: b")])),
            BadInput(
                testDescription: "a header value that ends with a line break", code: .invalidHeader,
                request: Example.request(headers: [HeaderField("X", "a\n")])),
            BadInput(
                testDescription: "a session token with a line break", code: .invalidHeader,
                parameters: Example.parameters(token: "abc\n")),
            BadInput(
                testDescription: "a header value with a NUL", code: .invalidHeader,
                request: Example.request(headers: [HeaderField("X", "a\0b")])),
            BadInput(
                testDescription: "a header name with a space", code: .invalidHeader,
                request: Example.request(headers: [HeaderField("X Y", "a")])),
            BadInput(
                testDescription: "an empty header name", code: .invalidHeader,
                request: Example.request(headers: [HeaderField("", "a")])),
            BadInput(testDescription: "a whole URL", code: .invalidTarget, request: Example.request("https://h/")),
            BadInput(testDescription: "a fragment", code: .invalidTarget, request: Example.request("/a#b")),
            BadInput(
                testDescription: "a line break in the target", code: .invalidTarget, request: Example.request("/a\n")),
            BadInput(testDescription: "an empty method", code: .invalidMethod, request: Example.request(method: "")),
            BadInput(
                testDescription: "a method with a space", code: .invalidMethod, request: Example.request(method: "A B")),
            BadInput(testDescription: "an empty region", code: .invalidScope, parameters: scope("", "bedrock")),
            BadInput(
                testDescription: "a region with a slash", code: .invalidScope, parameters: scope("a/b", "bedrock")),
            BadInput(
                testDescription: "a region that ends in a line break", code: .invalidScope,
                parameters: scope("a\n", "b")),
            BadInput(testDescription: "an empty service", code: .invalidScope, parameters: scope("us-east-1", "")),
            BadInput(
                testDescription: "an empty key id", code: .invalidAccessKeyID, parameters: scope("a", "b", key: "")),
            BadInput(
                testDescription: "a key id in a line of its own", code: .invalidAccessKeyID,
                parameters: scope("a", "b", key: "AKID\n")),
            BadInput(testDescription: "no lifetime", code: .invalidExpiry, parameters: query(0)),
            BadInput(testDescription: "more than a week", code: .invalidExpiry, parameters: query(604_801)),
            BadInput(
                testDescription: "an empty payload hash", code: .invalidPayloadHash,
                request: Example.request(payload: .hash(""))),
        ]
    }()

    @Test("refuses what no service could accept", arguments: badInputs)
    func refuses(_ input: BadInput) throws {
        let signer = Signer()
        // Twice: the second time keys are there already.
        for _ in 0..<2 {
            let error = #expect(throws: SigningError.self) { try signer.sign(input.request, input.parameters) }
            #expect(error?.code == input.code)
            #expect(error?.message.isEmpty == false)
        }
    }

    @Test("takes an empty session token for none, as the SDKs do")
    func emptyToken() throws {
        let signed = try Signer().sign(Example.request(), Example.parameters(token: ""))
        #expect(!signed.stages.signedHeaders.contains("x-amz-security-token"))
    }
}
