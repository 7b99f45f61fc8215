import Testing
import WireText

@Suite struct SensitiveNamesTests {
    @Test(arguments: [
        "Authorization", "COOKIE", "Proxy-Authorization", "set-cookie", "X-Amz-Security-Token", "X-Amz-S3Session-Token",
        "x-amz-server-side-encryption-customer-key", "X-Api-Key",
    ])
    func `a field that carries a credential shows its name alone`(_ name: String) {
        let field = HeaderField(name, "hush")
        #expect("\(field)" == "\(name): <redacted>")
        var dumped = ""
        dump(field, to: &dumped)
        #expect(!(dumped + String(reflecting: field)).contains("hush"))
        #expect(field.text == "hush")
    }

    @Test func `other fields are shown, and found in any case`() {
        let fields = [HeaderField("X-Plain", "a"), HeaderField(name: "x-plain", bytes: [0xFF])]
        #expect("\(fields[0])" == "X-Plain: a")
        #expect(fields.text(of: "X-PLAIN") == "a")
        #expect(fields.text(of: "x-plai") == nil)
        #expect(fields[1].text == "\u{FFFD}")
    }

    @Test(arguments: [
        ("/p?a=1&X-Amz-Signature=s&b", "/p?a=1&X-Amz-Signature=<redacted>&b"),
        ("/p?x-amz-security-TOKEN=s", "/p?x-amz-security-TOKEN=<redacted>"),
        // A name may be encoded: it is the decoded one that the service reads.
        (
            "/p?X-Amz-Signatur%65=s&X-Amz-Credential=k%2Fscope",
            "/p?X-Amz-Signatur%65=<redacted>&X-Amz-Credential=<redacted>"
        ),
        ("/p?X-Amz-Signature", "/p?X-Amz-Signature"), ("/p", "/p"), ("/p?", "/p?"), ("/p?&&", "/p?&&"),
    ])
    func `secret parameters of a target are masked, and all else is as sent`(_ target: String, _ shown: String) {
        #expect(SensitiveNames.masked(target: Array(target.utf8)) == shown)
    }

    @Test func `a value that is no secret may be shown`() {
        let shown = SensitiveNames.masked(target: Array("/p?X-Amz-Credential=AKIA%2Fx".utf8)) { name, value in
            name == "X-Amz-Credential" && value == Array("AKIA/x".utf8)
        }
        #expect(shown == "/p?X-Amz-Credential=AKIA%2Fx")
    }

    @Test(arguments: [
        ("SecretAccessKey", true), ("aws_secret_access_key", true), ("session-token", true), ("x-api-key", true),
        ("AWS_BEARER_TOKEN_BEDROCK", true), ("secret", false), ("token", false), ("secretaccesskeys", false),
        ("", false),
    ])
    func `members are named as secrets with or without separators`(_ name: String, _ isSecret: Bool) {
        #expect(SensitiveNames.isMember(name) == isSecret)
    }
}
