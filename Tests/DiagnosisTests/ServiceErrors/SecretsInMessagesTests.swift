import JSONText
import Report
import Testing

@testable import Diagnosis

/// What is masked in texts that people paste, and what is not.
@Suite struct SecretsInMessagesTests {
    private static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYzEXAMPLEKE"
    private static let token = String(repeating: "FwoGZXIvYXdzEBYaD0", count: 8) + "=="

    @Test(arguments: [
        "AWS_SECRET_ACCESS_KEY=VALUE and more", "aws_secret_access_key = VALUE", #"{"secretAccessKey":"VALUE"}"#,
        #"{\"SessionToken\": \"VALUE\"}"#, "X-Amz-Security-Token: VALUE", "secretAccessKey: 'VALUE', region: 'x'",
        "--secret-access-key=VALUE", "the key VALUE is wrong", "password=VALUE&x=1", "Bearer VALUE, then",
    ])
    func `a secret is masked by its name or by its form`(_ text: String) {
        for value in [Self.secret, Self.token] {
            let shown = SafeMessage.text(text.replacing("VALUE", with: value))
            #expect(!shown.contains(value.prefix(8)), "\(shown)")
            #expect(!shown.contains(value.dropLast(2).suffix(8)), "\(shown)")
        }
    }

    @Test(arguments: ["short-but-named", "a1b2c3d4e5"])
    func `what a secret's name stands before is masked, whatever its form`(_ value: String) {
        #expect(!SafeMessage.text("AWS_SESSION_TOKEN=\(value)").contains(value))
        #expect(!SafeMessage.text(#""secretAccessKey" : "\#(value)""#).contains(value))
    }

    @Test(arguments: [
        "The security token included in the request is invalid.",
        "User: arn:aws:iam::123456789012:user/x is not authorized to perform: bedrock:InvokeModel on resource: "
            + "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0",
        "Invocation of model ID x with on-demand throughput isn\u{2019}t supported.",
        "the secret access key: it does not belong to the key id", "request 7a61c28e-1b4e-4f3c-9d0a-0123456789ab",
        "hash e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "/home/user/projects/application/node_modules/client/dist/index.js", "session token expired: log in again",
    ])
    func `ordinary sentences stay as they are`(_ text: String) {
        #expect(SafeMessage.text(text) == text)
    }

    @Test(arguments: [
        ("http://user:hunter2@h/x?token=abc", "http://<redacted>@h/x?<redacted>"), ("https://h/x", "https://h/x"),
        ("/v2/credentials", "/v2/credentials"), ("http://a@b@h", "http://<redacted>@h"),
    ])
    func `a URL is shown without what may be a secret`(_ value: String, shown: String) {
        #expect(VariableView.plain(value).stringValue == shown)
    }
}
