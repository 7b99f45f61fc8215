import SigV4

/// The requests that the wrong signers sign.
enum TestRequest: String, CaseIterable, Sendable {
    case rawColon, escapedColon, profileARN, listWithQuery, repeatedHeaders, temporaryKey, accentedBody, hostWithPort

    static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let token = "FwoGZXIvYXdzEXAMPLE//token+of=the+session=="
    static let time = SigningTime(unixSeconds: 1_767_323_045)

    var keyID: String { self == .temporaryKey ? "ASIAIOSFODNN7EXAMPLE" : "AKIAIOSFODNN7EXAMPLE" }

    var credentials: SigningCredentials {
        SigningCredentials(
            accessKeyID: keyID, secretAccessKey: Self.secret, sessionToken: self == .temporaryKey ? Self.token : nil)
    }

    /// A signer that makes no mistake, with the request before it.
    var signer: TestSigner {
        var wire = TestSigner.Wire(
            method: "POST", path: path, query: nil,
            headers: [
                ("Host", "bedrock-runtime.us-east-1.amazonaws.com"), ("Content-Type", "application/json"),
                ("X-Amz-Date", Self.time.amzDate),
            ],
            body: Array(#"{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}"#.utf8))
        switch self {
        case .listWithQuery:
            wire.method = "GET"
            wire.query = "typeEquals=a%2Fb%3A1&maxResults=10&nextToken=x%20y"
            wire.body = []
            wire.remove("Content-Type")
        case .repeatedHeaders:
            wire.headers += [("X-Amz-Meta-Tag", "zeta"), ("X-Amz-Meta-Tag", "alpha")]
        case .temporaryKey: wire.set("X-Amz-Security-Token", Self.token)
        case .accentedBody: wire.body = Array(#"{"messages":[{"role":"user","content":[{"text":"Olé, señor"}]}]}"#.utf8)
        case .hostWithPort: wire.set("Host", "127.0.0.1:4567")
        case .rawColon, .escapedColon, .profileARN: break
        }
        return TestSigner(wire, keyID: keyID)
    }

    private var path: String {
        switch self {
        case .rawColon: "/model/anthropic.claude-3-haiku-20240307-v1:0/converse"
        case .profileARN:
            "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.amazon.nova-lite-v1%3A0"
                + "/converse"
        case .listWithQuery: "/foundation-models/a@b(c)~d"
        default: "/model/amazon.nova-lite-v1%3A0/converse"
        }
    }
}
