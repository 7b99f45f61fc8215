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
            ("bucket.s3.eu-west-1.amazonaws.com", "s3", "eu-west-1"), ("s3.amazonaws.com", "s3", nil),
            ("bucket.s3.dualstack.us-east-2.amazonaws.com", "s3", "us-east-2"),
            ("s3-us-west-2.amazonaws.com", "s3", "us-west-2"),
            ("search-x.eu-west-1.es.amazonaws.com", "es", "eu-west-1"),
            ("x-1.us-east-1.elb.amazonaws.com", "elb", "us-east-1"),
            ("abc123.execute-api.us-east-1.amazonaws.com", "execute-api", "us-east-1"),
            ("portal.sso.us-east-1.amazonaws.com", "portal.sso", "us-east-1"),
            ("id.lambda-url.us-east-1.on.aws", "lambda-url", "us-east-1"),
            ("bedrock-mantle.us-west-1.api.aws", "bedrock-mantle", "us-west-1"),
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
