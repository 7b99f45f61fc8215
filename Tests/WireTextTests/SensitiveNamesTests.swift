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

    @Test(arguments: [
        ("api-key", true), ("X-Auth-Token", true), ("x-goog-api-key", true), ("Ocp-Apim-Subscription-Key", true),
        ("X-Client-Secret", true), ("PRIVATE-TOKEN", true), ("access_token", true), ("token", true), ("apiKey", true),
        ("sig", true), ("X-Session-Id", true), ("X-AUTHTOKEN", true),
        ("X-Amzn-Bedrock-Input-Token-Count", false), ("maxTokens", false), ("nextToken", false), ("Host", false),
        ("Idempotency-Key", false), ("X-Amz-Date", false), ("User-Agent", false), ("X-Amz-SignedHeaders", false),
        ("x-amz-server-side-encryption-aws-kms-key-id", false), ("x-token-type", false), ("", false),
    ])
    func `the words of a name say whether its value is a secret`(_ name: String, _ isSecret: Bool) {
        #expect(SensitiveNames.isHeader(name) == isSecret)
        #expect(SensitiveNames.isParameter(name) == isSecret)
    }

    @Test(arguments: [
        "ABSKQmVkcm9ja0FQSUtleS1hYmNkLWF0LTEyMzQ1Njc4OTAxMjpTRUNSRVQ=", "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3M",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dQw4w9WgXcQ-abc", "Bearer abc123def", "sk-proj-0123456789abcdefghij",
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYzEXAMPLE01", "a; api_key=abcdef; b",
    ])
    func `a value with the form of a secret is masked in any field`(_ value: String) {
        let shown = HeaderField("X-Other", value).description
        #expect(shown.contains("<redacted>"))
        let target = Array("/p?a=\(value.replacing(" ", with: "%20"))".utf8)
        #expect(SensitiveNames.masked(target: target) == "/p?a=<redacted>")
        for word in ["ABSKQ", "YmVk", "eyJ", "dQw4", "abc123", "0123456789abcdef", "wJalr", "abcdef"]
        where value.contains(word) {
            #expect(!shown.contains(word), "\(shown)")
        }
    }

    @Test(arguments: [
        "20260102T030405Z", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "application/json",
        "aws-sdk-js/3.900.0 ua/2.1 os/linux#6.1 lang/js md/nodejs#22.1.0", "Root=1-5759e988-bd862e3fe1be46a994272793",
        "attempt=1; max=3", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    ])
    func `what requests usually carry is shown`(_ value: String) {
        #expect(HeaderField("X-Other", value).description == "X-Other: \(value)")
    }

    @Test(arguments: [
        "\"awsAuthRefresh\": \"okta-aws-cli web\"", "credential_process = /opt/bin/get-keys",
        "apiKeyHelper: vault-read",
        "credential_process=/usr/local/bin/aws-vault",
    ])
    func `a command that gets a secret is none`(_ text: String) { #expect(SecretsInText.masked(text) == text) }

    @Test(arguments: [
        ("awsAuthRefresh: Zk93hd82hdKs", "awsAuthRefresh: <redacted>"),
        ("token_helper=4f9a83c1e2", "token_helper=<redacted>"),
        ("authRefresh: abcdefghijklmnop", "authRefresh: <redacted>"),
    ])
    func `what looks like a secret is one, whatever the name says`(_ text: String, _ shown: String) {
        #expect(SecretsInText.masked(text) == shown)
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
