import SigV4
import Testing
import WireText

/// Secrets come out by their explicit names only, never by printing, interpolating, dumping or mirroring.
@Suite("Redaction")
struct RedactionTests {
    static let token = "FwoGZXIvYXdzEBYaDK+SECRET/TOKEN=="
    static let encodedToken = "FwoGZXIvYXdzEBYaDK%2BSECRET%2FTOKEN%3D%3D"

    /// Everything that Swift prints of a value without being asked for a named member.
    private func prints(_ value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        let mirrored = Mirror(reflecting: value).children.map { "\($0)" }.joined()
        return "\(value)" + String(reflecting: value) + dumped + mirrored
    }

    private func expectNoSecret(in value: Any, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = prints(value)
        for secret in [Example.secret, Self.token, Self.encodedToken] {
            #expect(!text.contains(secret), "\(type(of: value))", sourceLocation: sourceLocation)
            // Nor the same as a list of bytes.
            let bytes = Array(secret.utf8.prefix(12)).map { "\($0)" }
            #expect(!text.contains(bytes.joined(separator: ", ")), sourceLocation: sourceLocation)
        }
    }

    private static let signed =
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/bedrock/aws4_request, "
        + "SignedHeaders=host;x-amz-date, Signature=\(String(repeating: "0a", count: 32))"

    @Test(
        "of an Authorization, as it may be shown",
        arguments: [
            (signed, signed), (signed.replacing(", ", with: " "), signed.replacing(", ", with: " ")),
            ("AWS4-HMAC-SHA256 Bearer hunter2secret", "AWS4-HMAC-SHA256 <redacted> <redacted>"),
            ("AWS4-HMAC-SHA256 Credential=hunter2/a/b", "AWS4-HMAC-SHA256 Credential=<redacted>/a/b"),
            ("AWS4-HMAC-SHA256 Signature=hunter2, Other=x", "AWS4-HMAC-SHA256 Signature=<redacted>, <redacted>"),
            ("Bearer hunter2", "Bearer <redacted>"), ("Basic aHVudGVyMg==", "Basic <redacted>"),
            ("hunter2", "<redacted>"), ("", "<redacted>"), ("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256"),
        ])
    func authorization(_ value: String, _ shown: String) {
        #expect(String(decoding: Redaction.shown(HeaderField("Authorization", value)), as: UTF8.self) == shown)
    }

    @Test("of other fields, byte for byte where nothing is a secret")
    func fields() {
        let odd = HeaderField(name: "X-Odd", bytes: [0xFF, 0x20])
        #expect(Redaction.shown(odd) == odd.value)
        #expect(Redaction.shown(HeaderField("X-Auth-Token", "a")) == Array("<redacted>".utf8))
    }

    @Test("of credentials and keys")
    func credentials() {
        let credentials = Example.credentials(token: Self.token)
        let scope = CredentialScope(time: Example.time, region: "us-east-1", service: "bedrock")
        let cache = SigningKeyCache()
        let key = cache.key(for: credentials.secretAccessKey, scope: scope)
        expectNoSecret(in: credentials)
        expectNoSecret(in: credentials.secretAccessKey)
        expectNoSecret(in: key)
        expectNoSecret(in: cache)
        expectNoSecret(in: Signer(keyCache: cache))
        expectNoSecret(in: Example.parameters(token: Self.token))
        expectNoSecret(
            in: StoredCredential(secretAccessKey: Secret(Example.secret), sessionToken: Secret(Self.token)))
        #expect(Mirror(reflecting: key).children.isEmpty)
    }

    @Test(
        "of a secret that was given as the access key id",
        arguments: [SignatureLocation.headers, .query(expiresSeconds: 60)])
    func swapped(_ location: SignatureLocation) throws {
        let swapped = SigningCredentials(accessKeyID: Example.secret, secretAccessKey: "AKIAIOSFODNN7EXAMPLE")
        expectNoSecret(in: swapped)
        #expect("\(swapped)" == "…\(Example.secret.suffix(4)) (no session token)")
        let whole = SigningCredentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Example.secret)
        #expect("\(whole)" == "AKIAIOSFODNN7EXAMPLE (no session token)")
        let short = SigningCredentials(accessKeyID: "hunter2", secretAccessKey: "")
        #expect("\(short)" == "… (no session token)")

        #expect("\(MaskedKeyID("AKIAIOSFODNN7EXAMPLE"))" == "…MPLE")
        // Characters, of however many bytes.
        #expect("\(MaskedKeyID("AKIAIOSFODNN7EXAMPL\u{E9}"))" == "…MPL\u{E9}")
        #expect("\(MaskedKeyID("AKIAIOSFODNN7EXAMP\r\n"))" == "…AMP\r\n")

        // A secret without a slash can even be signed with, and reaches the server.
        let secret = String(Example.secret.map { $0 == "/" ? "+" : $0 })
        let parameters = SigningParameters(
            credentials: SigningCredentials(accessKeyID: secret, secretAccessKey: "AKIAIOSFODNN7EXAMPLE"),
            region: "us-east-1", service: "bedrock", time: Example.time, options: SigningOptions(location: location))
        let received = try Example.received(Example.request(), parameters)
        let refusal = try #require(Example.verifier().verify(received, now: Example.time).refusal)
        #expect(refusal.reason == .unknownAccessKey(secret))
        #expect(!prints(parameters).contains(secret))
        #expect(!prints(refusal).contains(secret))
        #expect(!prints(received).contains(secret.prefix(12)))
        #expect(!prints(try Signer().sign(Example.request(), parameters)).contains(secret.prefix(12)))
    }

    @Test(
        "of everything on the way to a signature", arguments: [SignatureLocation.headers, .query(expiresSeconds: 60)])
    func stages(_ location: SignatureLocation) throws {
        let parameters = Example.parameters(token: Self.token, options: SigningOptions(location: location))
        let signed = try Signer().sign(Example.request(), parameters)
        let received = try Example.received(Example.request(), parameters)
        expectNoSecret(in: signed)
        expectNoSecret(in: signed.stages)
        expectNoSecret(in: signed.stages.canonicalRequest)
        expectNoSecret(in: try #require(signed.stages.canonicalRequest.sections))
        expectNoSecret(in: signed.stages.stringToSign)
        expectNoSecret(in: signed.headers)
        expectNoSecret(in: received)
        #expect(!prints(signed.stages).contains(signed.stages.signature.text))
        // The explicit names give what was really signed.
        let raw = signed.stages.canonicalRequest.text
        #expect(raw.contains(location == .headers ? Self.token : Self.encodedToken))
        #expect("\(signed.stages.canonicalRequest)".contains("<redacted>"))
    }

    @Test("of what a verifier says", arguments: [SignatureLocation.headers, .query(expiresSeconds: 60)])
    func verification(_ location: SignatureLocation) throws {
        let parameters = Example.parameters(token: Self.token, options: SigningOptions(location: location))
        let received = try Example.received(Example.request(), parameters)
        let verifier = Example.verifier(token: Self.token)
        let accepted = verifier.verify(received, now: Example.time)
        #expect(accepted.accepted != nil)
        expectNoSecret(in: accepted)
        expectNoSecret(in: verifier)
        var tampered = received
        tampered.payload = .empty
        let refused = verifier.verify(tampered, now: Example.time)
        #expect(refused.refusal?.reason == .mismatch)
        expectNoSecret(in: refused)
    }

    @Test(
        "of headers that carry credentials",
        arguments: ["Authorization", "x-amz-security-token", "X-AMZ-SECURITY-TOKEN", "Cookie", "X-Api-Key"])
    func headers(_ name: String) {
        let field = HeaderField(name, Self.token)
        expectNoSecret(in: field)
        expectNoSecret(in: [field])
        #expect(field.text == Self.token)
        #expect("\(HeaderField("Accept", "text/plain"))" == "Accept: text/plain")
    }

    @Test("of errors")
    func errors() throws {
        let request = Example.request(headers: [HeaderField("X-Amz-Security-Token", Self.token + "\nx")])
        let error = #expect(throws: SigningError.self) { try Signer().sign(request, Example.parameters()) }
        expectNoSecret(in: try #require(error))
    }
}
