import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// Endpoints whose form misleads a client: labels that are taken for a region, a host without a scheme.
@Suite struct HostLabelTests {
    @Test(
        arguments: [
            (
                "An error occurred (SignatureDoesNotMatch) when calling the SendMessage operation: Credential should be scoped to a valid region.\nendpoint_url=https://vpce-0a1b2c3d4e5f67890-abcdefgh.sqs.us-east-1.vpce.amazonaws.com",
                "us-east-1"
            ),
            (
                "Credential should be scoped to a valid region, not 'vpce'. \nPOST https://vpce-0123456789abcdef0-xyzabcde.execute-api.us-west-2.vpce.amazonaws.com/prod",
                "us-west-2"
            ),
            (
                "The authorization header is malformed; the region 'vpce' is wrong; expecting 'eu-west-1'\nhttps://bucket.vpce-0a1b2c3d4e5f67890-abcdefgh.s3.eu-west-1.vpce.amazonaws.com",
                "eu-west-1"
            ),
            (
                "Credential should be scoped to a valid region, not 'vpc-logs-abc123def'. \nhost: vpc-logs-abc123def.eu-central-1.es.amazonaws.com",
                "eu-central-1"
            ),
            (
                "Credential should be scoped to a valid region, not 'vpce-0a1b2c3d-bedrock'. \nhttps://vpce-0a1b2c3d-bedrock.bedrock-runtime.us-east-1.vpce.amazonaws.com",
                "us-east-1"
            ),
        ])
    func `a label of the host is no region`(text: String, region: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .wrongScopeRegion)
        #expect(remedyText(finding).contains("AWS_REGION=\(region)"), "\(remedyText(finding))")
    }

    @Test func `a region that is one is not called a label`() throws {
        let finding = try firstFinding(
            "Credential should be scoped to a valid region, not 'us-west-2'. \nPOST https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse"
        )
        #expect(!remedyText(finding).contains("part of"), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            "ValueError: Invalid endpoint: bedrock-runtime.us-east-1.amazonaws.com",
            "operation error Bedrock Runtime: Converse, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post \"bedrock-runtime.us-east-1.amazonaws.com/model/x/converse\": unsupported protocol scheme \"\"",
            "httpx.UnsupportedProtocol: Request URL is missing an 'http://' or 'https://' protocol.",
            "requests.exceptions.MissingSchema: Invalid URL 'bedrock-runtime.us-east-1.amazonaws.com/model': No scheme supplied. Perhaps you meant https://bedrock-runtime.us-east-1.amazonaws.com/model?",
            "java.lang.NullPointerException: The URI scheme of endpointOverride must not be null.",
        ])
    func `an endpoint without a scheme`(text: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .configEndpointMalformed, "\(finding.code.spelling)")
        #expect(remedyText(finding).contains("with its scheme"), "\(remedyText(finding))")
    }

    @Test func `a source profile that is not there`() throws {
        let finding = try firstFinding(
            "botocore.exceptions.InvalidConfigError: The source_profile \"base\" referenced in the profile \"bedrock\" does not exist."
        )
        #expect(finding.code == .credentialsMissing || finding.code == .profileNotFound)
        #expect(remedyText(finding).contains("source_profile"), "\(remedyText(finding))")
    }

    @Test func `a role whose base is single sign-on wants a new session`() throws {
        let finding = try firstFinding(
            "operation error Bedrock Runtime: Converse, get identity: get credentials: failed to refresh cached credentials, operation error STS: AssumeRole, get identity: get credentials: failed to refresh cached credentials, the SSO session has expired or is invalid: open /home/me/.aws/sso/cache/abc.json: no such file or directory"
        )
        #expect(remedyText(finding).contains("aws sso login"), "\(remedyText(finding))")
    }
}
