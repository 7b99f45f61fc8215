import Testing

@testable import Diagnosis

@Suite("Host names of AWS")
struct AWSHostNameTests {
    @Test(
        "service and region are read from a host",
        arguments: [
            ("bedrock-runtime.us-east-1.amazonaws.com", "bedrock-runtime", "us-east-1"),
            ("bedrock-runtime-fips.us-gov-west-1.amazonaws.com", "bedrock-runtime", "us-gov-west-1"),
            ("bedrock-runtime.eu-west-1.api.aws", "bedrock-runtime", "eu-west-1"),
            ("bedrock.cn-north-1.amazonaws.com.cn", "bedrock", "cn-north-1"),
            ("bedrock-runtime.eusc-de-east-1.api.amazonwebservices.eu", "bedrock-runtime", "eusc-de-east-1"),
            ("vpce-01-ab.bedrock-runtime.us-west-2.vpce.amazonaws.com", "bedrock-runtime", "us-west-2"),
            ("vpce-01-ab-us-west-2a.bedrock-runtime.us-west-2.vpce.amazonaws.com", "bedrock-runtime", "us-west-2"),
            ("iam.amazonaws.com", "iam", nil),
            ("Bedrock-Runtime.US-East-1.amazonaws.com", "bedrock-runtime", "us-east-1"),
        ] as [(String, String, String?)])
    func read(host: String, service: String, region: String?) {
        let name = AWSHostName(host)
        #expect(name?.service == service)
        #expect(name?.region == region)
    }

    @Test(
        "other hosts are none",
        arguments: [
            "gw.example", "amazonaws.com", "evilamazonaws.com", "bedrock-runtime.us-east-1.amazonaws.com.evil.example",
            "",
        ])
    func others(host: String) {
        #expect(AWSHostName(host) == nil)
    }
}
