import Testing

@testable import Catalog

/// Words in the place of a value that is not shown: in a name and in a policy they are any.
@Suite struct ValueStandInTests {
    @Test(arguments: ["<account>", "{account-id}", "${AWS::AccountId}", "XXXX", "xxxxxxxx", "***", "...", "####"])
    func `a stand-in is known`(word: String) { #expect(ValueStandIn.stands(for: word)) }

    @Test(arguments: ["111122223333", "us-east-1", "my-role", "anthropic.claude-3-haiku-20240307-v1:0", "x", ""])
    func `a value is none`(word: String) { #expect(!ValueStandIn.stands(for: word)) }

    @Test(arguments: [
        (
            "resource: arn:aws:bedrock:us-east-1:<acct>:inference-profile/us.x.y-v1:0 because",
            "arn:aws:bedrock:us-east-1:*:inference-profile/us.x.y-v1:0"
        ),
        (
            "User: arn:aws:sts::{account-id}:assumed-role/app-{stage}/me is", "arn:aws:sts::*:assumed-role/app-*/me"
        ),
        ("arn:aws:iam::${AWS::AccountId}:role/app", "arn:aws:iam::*:role/app"),
        ("arn:aws:bedrock:<region>:111122223333:prompt/ABCDEFGHIJ", "arn:aws:bedrock:*:111122223333:prompt/ABCDEFGHIJ"),
        (
            "arn:aws:bedrock:eu-west-1:...:application-inference-profile/...",
            "arn:aws:bedrock:eu-west-1:*:application-inference-profile/*"
        ),
        ("<Resource>arn:aws:s3:::bucket/key</Resource>", "arn:aws:s3:::bucket/key"),
        ("arn:aws:bedrock:::foundation-model/x.y-v1:0", "arn:aws:bedrock:::foundation-model/x.y-v1:0"),
    ])
    func `an ARN with stand-ins is whole, and a policy's wildcard stands for them`(text: String, pattern: String) throws
    {
        let name = try #require(ResourceName.all(in: text).first)
        #expect(name.pattern == pattern)
    }
}
