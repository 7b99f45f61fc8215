import Testing

@testable import SigV4

@Suite("Signing keys")
struct SigningKeyCacheTests {
    private func scope(_ region: String, day: Int64 = 0) -> CredentialScope {
        CredentialScope(time: Example.time.advanced(bySeconds: day * 86_400), region: region, service: "bedrock")
    }

    private func signature(_ key: SigningKey) -> String { key.sign(StringToSign(bytes: [])).text }

    @Test("are derived as the IAM guide's example says")
    func derivation() throws {
        // The string to sign and signature of get-vanilla, the first case of AWS's suite.
        let time = try #require(SigningTime(amzDate: "20150830T123600Z"))
        let scope = CredentialScope(time: time, region: "us-east-1", service: "service")
        let key = SigningKey(secretAccessKey: Secret(Example.secret), scope: scope)
        let text = """
            AWS4-HMAC-SHA256
            20150830T123600Z
            20150830/us-east-1/service/aws4_request
            bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63
            """
        let signature = key.sign(StringToSign(bytes: Array(text.utf8)))
        #expect(signature.text == "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")
    }

    @Test("are kept by secret, date, region and service")
    func separation() {
        let cache = SigningKeyCache()
        var signatures: Set<String> = []
        for secret in ["one", "two"] {
            for region in ["us-east-1", "eu-west-1"] {
                for day in Int64(0)...1 {
                    let scope = scope(region, day: day)
                    let key = cache.key(for: Secret(secret), scope: scope)
                    #expect(signature(key) == signature(SigningKey(secretAccessKey: Secret(secret), scope: scope)))
                    signatures.insert(signature(key))
                }
            }
        }
        #expect(signatures.count == 8)
        #expect(cache.count == 8)
        // An equal secret held elsewhere finds the same entry.
        _ = cache.key(for: Secret("one"), scope: scope("us-east-1"))
        #expect(cache.count == 8)
    }

    @Test("that were unused for longest go first, and the cache stays bounded")
    func bound() {
        let cache = SigningKeyCache(capacity: 3)
        let secret = Secret("secret")
        for region in ["a", "b", "c"] { _ = cache.key(for: secret, scope: scope(region)) }
        _ = cache.key(for: secret, scope: scope("a"))
        _ = cache.key(for: secret, scope: scope("d"))
        #expect(cache.count == 3)
        #expect(cache.storedKey(for: secret, scope: scope("b")) == nil)
        for region in ["a", "c", "d"] { #expect(cache.storedKey(for: secret, scope: scope(region)) != nil) }
        cache.removeAll()
        #expect(cache.count == 0)
    }

    @Test("sign each second anew, whatever the one before was")
    func seconds() throws {
        let (shared, request) = (Signer(), Example.request())
        // One scope, and seconds that come again: what is kept of a second must not sign another.
        for offset: Int64 in [0, 0, 1, 0, 3600, 1] {
            let parameters = Example.parameters(time: Example.time.advanced(bySeconds: offset))
            let signed = try shared.sign(request, parameters)
            #expect(signed.stages.signature == (try Signer().sign(request, parameters)).stages.signature)
            let scope = signed.stages.credentialScope
            let key = SigningKey(secretAccessKey: Secret(Example.secret), scope: scope)
            #expect(signed.stages.signature == key.sign(signed.stages.stringToSign))
        }
    }

    @Test("are right when many threads ask at once")
    func threads() async {
        let cache = SigningKeyCache(capacity: 4)
        let secret = Secret(Example.secret)
        let expected = (0..<8).map { signature(SigningKey(secretAccessKey: secret, scope: scope("r\($0)"))) }
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<16 {
                group.addTask {
                    (0..<200).allSatisfy { round in
                        let region = (task + round) % 8
                        let key = cache.key(for: secret, scope: scope("r\(region)"))
                        return signature(key) == expected[region]
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
        #expect(cache.count <= 4)
    }
}
