import MockBedrock
import Testing

@Suite struct PlayedHostTests {
    @Test(arguments: [
        ("bedrock-runtime.us-east-1.amazonaws.com", "us-east-1"),
        ("Bedrock-Runtime.EU-West-3.amazonaws.com", "eu-west-3"),
        ("bedrock-runtime-fips.us-gov-west-1.amazonaws.com", "us-gov-west-1"),
        ("bedrock.us-west-2.amazonaws.com", "us-west-2"),
        ("bedrock-fips.us-east-1.api.aws", "us-east-1"), ("bedrock-runtime.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        ("sts.amazonaws.com", "us-east-1"), ("sts.ap-southeast-2.amazonaws.com", "ap-southeast-2"),
        ("bedrock-runtime.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1"),
    ])
    func `a host of a service that is played names its region`(host: String, region: String) {
        #expect(PlayedHost(host)?.region == region)
    }

    @Test(arguments: [
        "", "bedrock-runtime", "example.com", "s3.us-east-1.amazonaws.com",
        "bedrock-runtime.us-east-1.amazonaws.com.evil.example",
        "bedrock-runtime.us-east-1.evilamazonaws.com", "evil.bedrock-runtime.us-east-1.amazonaws.com",
        "bedrock-runtime..amazonaws.com", "bedrock-runtime.us-east.amazonaws.com", "bedrock-runtime.1.amazonaws.com",
        "bedrock-agent-runtime.us-east-1.amazonaws.com", "bedrock-runtime.us-east-1.amazonaws.com.",
        "bedrock-runtime.us--1.amazonaws.com", "127.0.0.1", "[::1]",
    ])
    func `no other host is one`(host: String) {
        #expect(PlayedHost(host) == nil)
    }
}
