import Codes
import Diagnosis
import Evidence
import JSONText
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

/// The line that was found not to fit; `nil` where nothing was.
private func line(_ finding: Finding) -> Int64? {
    finding.facts["compared"]?.arrayValue?.first?.objectValue?["line"]?.numberValue?.int64
}

/// What was pasted beside a failure is held against what the failure asks for.
@Suite struct ComparisonTests {
    // MARK: Policies

    private static let refusedWebIdentity =
        "An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity"

    @Test(
        arguments: [
            (
                """
                "Condition": {
                  "StringEquals": {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:sub": "repo:example/app:*"
                  }
                }
                """, 5
            ),
            (#""Condition": {"StringEquals": {"oidc.example.com:sub": "system:serviceaccount:prod:chat-*"}}"#, 2),
            ("  StringEquals:\n    oidc.example.com:sub: system:serviceaccount:prod:*", 3),
        ])
    func `a wildcard under StringEquals fits nothing`(policy: String, number: Int64) throws {
        let finding = try explained(Self.refusedWebIdentity + "\n" + policy)
        #expect(line(finding) == number)
        #expect(finding.remedies.first?.text.contains("StringLike") == true)
    }

    @Test(
        arguments: [
            #""Condition": {"StringLike": {"oidc.example.com:sub": "repo:example/app:*"}}"#,
            #""Condition": {"StringEquals": {"oidc.example.com:aud": "sts.amazonaws.com"}, "StringLike": {"oidc.example.com:sub": "repo:example/app:*"}}"#,
            // What stands below a condition is another part of the statement.
            "  StringEqualsIfExists:\n    aws:PrincipalTag/team: chat\n  Resource: arn:aws:bedrock:*::foundation-model/*",
            #""Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/*"}}"#,
        ])
    func `a wildcard where it counts is right`(policy: String) throws {
        #expect(line(try explained(Self.refusedWebIdentity + "\n" + policy)) == nil)
    }

    private static let refused =
        "An error occurred (AccessDeniedException) when calling the Converse operation: User: arn:aws:sts::123456789012:assumed-role/chat/one is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"

    private func policy(_ action: String, _ resource: String) -> String {
        """

        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": "\(action)",
              "Resource": "\(resource)"
            }
          ]
        }
        """
    }

    @Test(
        arguments: [
            (
                "bedrock:InvokeModel",
                "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0",
                "region that differs"
            ),
            (
                "bedrock:InvokeModel",
                "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0",
                "inference profile needs"
            ),
            ("bedrock:InvokeModelWithResponseStream", "*", "not among them"),
            ("bedrock:Invoke*", "arn:aws:bedrock:*::foundation-model/*", "not the one that counts"),
        ])
    func `a policy is held against the refusal`(action: String, resource: String, says: String) throws {
        let finding = try explained(Self.refused + policy(action, resource))
        #expect(finding.code == .iamDenied)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(finding.remedies.first?.text ?? "")")
        #expect(line(finding) != nil)
    }

    @Test func `a policy of another service is none of the refusal`() throws {
        #expect(line(try explained(Self.refused + policy("s3:GetObject", "*"))) == nil)
    }

    // MARK: Workflows

    private static let missing = "Error: Could not load credentials from any providers"
    private static let workflow = """

        jobs:
          chat:
            runs-on: ubuntu-latest
            steps:
              - uses: aws-actions/configure-aws-credentials@v4
                with:
                  aws-region: eu-west-1
                  role-to-assume: arn:aws:iam::123456789012:role/chat
        """

    @Test func `a role without the right to a token`() throws {
        let finding = try explained(Self.missing + "\n" + Self.workflow)
        #expect(finding.remedies.first?.text.contains("id-token: write") == true)
        #expect(line(finding) == 10)
        let right = Self.workflow.replacing("    runs-on", with: "    permissions:\n      id-token: write\n    runs-on")
        #expect(line(try explained(Self.missing + "\n" + right)) == nil)
    }

    // MARK: Proxies

    private static let mismatch =
        "SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided."

    @Test(
        arguments: [
            (
                "proxy_set_header Host $host;\nproxy_pass https://bedrock-runtime.eu-west-1.amazonaws.com;",
                "proxy_set_header Host bedrock-runtime.eu-west-1.amazonaws.com"
            ),
            (
                "upstream store {\n  server minio:9000;\n}\nproxy_set_header Host $http_host;\nproxy_pass http://store;",
                "Host minio:9000"
            ),
            ("ProxyPreserveHost On\nProxyPass / http://minio:9000/", "ProxyPreserveHost Off"),
            ("proxy_pass http://minio:9000;", "Host minio:9000"),
        ])
    func `a proxy's host is not the one that was signed`(file: String, says: String) throws {
        let finding = try explained(Self.mismatch + "\n" + file)
        #expect(finding.code == .headerHost)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(finding.remedies.first?.text ?? "")")
    }

    private static let proxy =
        "server_name files.example.com;\nproxy_set_header Host $host;\nproxy_pass http://store.internal:9000;"

    @Test(
        arguments: [
            "The same bucket works with the AWS CLI through the same nginx, but our Java service fails.",
            "I get the correct response from rclone:\nendpoint = https://files.example.com",
        ])
    func `a proxy through which another client gets is not what differs`(told: String) throws {
        let finding = try explained(Self.mismatch + "\n" + Self.proxy + "\n\n" + told)
        #expect(finding.code == .signatureMismatch)
        #expect(finding.facts["compared"] == nil)
        #expect(finding.remedies.first?.text.contains("gets through") == true, "\(finding.remedies.first?.text ?? "")")
        #expect(finding.remedies.first?.text.contains("the host with its port") == true)
        #expect(!finding.remedies.contains { $0.text.contains("40 characters") })
    }

    @Test(
        arguments: [
            "Without nginx the AWS CLI works, through nginx it fails.",
            "The AWS CLI works when it calls the store directly.",
        ])
    func `a client that gets past the proxy proves nothing of it`(told: String) throws {
        #expect(try explained(Self.mismatch + "\n" + Self.proxy + "\n\n" + told).code == .headerHost)
    }

    @Test func `a refused signature without a proxy's file stays what it is`() throws {
        #expect(try explained(Self.mismatch + "\nlisten 443;").code == .signatureMismatch)
    }

    // MARK: Regions

    @Test(
        arguments: [
            ("region_name=\"us-east\"", "us-east-1"), ("aws_region_name: us_west_2", "us-west-2"),
            ("AWS_REGION=eu-west-1a", "eu-west-1"), ("region: \"\"", "blank"),
        ])
    func `a region that is none makes a host that is none`(setting: String, says: String) throws {
        let finding = try explained("litellm.APIConnectionError: [Errno -2] Name or service not known\n\(setting)")
        #expect(finding.remedies.first?.text.contains(says) == true, "\(finding.remedies.first?.text ?? "")")
        #expect(line(finding) == 2)
    }

    @Test(arguments: ["region_name=\"eu-west-1\"", "region=get_region()", "sso_region = us-east", "region: ${REGION}"])
    func `a right region, and one that is made elsewhere, are none`(setting: String) throws {
        #expect(
            line(try explained("litellm.APIConnectionError: [Errno -2] Name or service not known\n\(setting)")) == nil)
    }

    @Test func `the region of the code is held against that of the host`() throws {
        let failure =
            "EndpointConnectionError: Could not connect to the endpoint URL: \"https://bedrock-runtime.me-central-1.amazonaws.com/model/x/invoke\""
        let finding = try explained(
            "from llama_index.llms.bedrock import Bedrock\nllm = Bedrock(aws_region_name=\"us-east-1\")\n" + failure)
        #expect(line(finding) == 2)
        #expect(finding.remedies.first?.text.contains("region_name") == true)
        #expect(line(try explained("llm = Bedrock(region_name=\"me-central-1\")\n" + failure)) == nil)
    }

    private static let badKey = "AccessDeniedException: Authentication failed: Please make sure your API Key is valid."

    @Test(arguments: [
        "My tokens are scoped to us-east-2. The client always routes to bedrock-runtime.us-east-1.amazonaws.com.",
        "I have an eu-west-1 API key and the extension always calls us-east-1.",
        "The key was generated in eu-central-1, but the app has us-east-1 hardcoded.",
    ])
    func `the region of a key is held against the one that is called`(told: String) throws {
        let finding = try explained(told + "\n" + Self.badKey)
        #expect(line(finding) == 1)
        #expect(finding.code == .bearerTokenInvalid && finding.confidence == .certain)
        #expect(finding.remedies.first?.text.contains("where the key was made (line 1)") == true)
        #expect(!finding.remedies.contains { $0.command?.hasPrefix("curl") ?? false })
    }

    @Test(arguments: [
        "Should the API key be made in us-east-2? The tool calls us-east-1.",
        "My access key is for us-east-2 and bedrock-runtime.us-east-1.amazonaws.com is called.",
        "The key was made in us-east-1 and the program calls bedrock-runtime.us-east-1.amazonaws.com.",
        "The token is not valid in us-west-2, the tool uses us-east-1.",
    ])
    func `a key of the called region, of every region or of none is no key of another`(told: String) throws {
        #expect(line(try explained(told + "\n" + Self.badKey)) == nil)
    }

    private static let notOpen = "API Error: 403 You don't have access to the model with the specified model ID."
    private static let notKnown = "API Error: 400 The provided model identifier is invalid."

    @Test(arguments: [
        "CLAUDE_CODE_USE_BEDROCK=1 AWS_DEFAULT_REGION=us-west-2 ANTHROPIC_MODEL=us.anthropic.claude-sonnet-4-6 claude",
        "{\"env\": {\"CLAUDE_CODE_USE_BEDROCK\": \"1\", \"AWS_REGION_NAME\": \"us-west-2\"}}",
    ])
    func `a region that the program does not read is set again under the name that it reads`(setting: String) throws {
        for failure in [Self.notOpen, Self.notKnown] {
            let finding = try explained(setting + "\n" + failure)
            #expect(line(finding) == 1)
            #expect(finding.remedies.first?.command == "export AWS_REGION=us-west-2", "\(finding.remedies)")
        }
    }

    @Test(arguments: [
        "CLAUDE_CODE_USE_BEDROCK=1 AWS_DEFAULT_REGION=us-west-2 AWS_REGION=us-west-2 claude",
        "CLAUDE_CODE_USE_BEDROCK=1 AWS_REGION=us-west-2 claude",
        // What it calls by itself is that very region.
        "CLAUDE_CODE_USE_BEDROCK=1 AWS_DEFAULT_REGION=us-east-1 claude",
    ])
    func `a region that is read is no unread one`(setting: String) throws {
        #expect(line(try explained(setting + "\n" + Self.notOpen)) == nil)
    }

    @Test func `boto3 reads another variable than Claude Code`() throws {
        let call = "client = boto3.client('bedrock-runtime')\nexport AWS_DEFAULT_REGION=us-west-2\n"
        let failure = "An error occurred (ValidationException) when calling the Converse operation: "
        #expect(line(try explained(call + failure + "The provided model identifier is invalid.")) == nil)
    }

    @Test func `a VPC endpoint is held against the host`() throws {
        let failure =
            "Connect timeout on endpoint URL: \"https://bedrock-runtime.eu-west-1.amazonaws.com/model/x/converse\""
        let other = try explained(failure + "\nservice_name = \"com.amazonaws.eu-west-1.bedrock\"")
        #expect(line(other) == 2)
        #expect(other.remedies.first?.text.contains("com.amazonaws.eu-west-1.bedrock-runtime") == true)
        #expect(line(try explained(failure + "\nservice_name = \"com.amazonaws.us-east-1.bedrock-runtime\"")) == 2)
        #expect(line(try explained(failure + "\nservice_name = \"com.amazonaws.eu-west-1.bedrock-runtime\"")) == nil)
    }

    // MARK: Variables

    @Test func `a variable of a name that nobody reads`() throws {
        let failure = "botocore.exceptions.NoCredentialsError: Unable to locate credentials"
        let finding = try explained(
            failure + "\nexport AWS_ACCESS_KEY_ID=AKIAXXXXXXXXXXXXXXXX\nexport AWS_SECRET_KEY=xxxx")
        #expect(line(finding) == 3)
        #expect(finding.remedies.first?.text.contains("AWS_SECRET_ACCESS_KEY") == true)
        #expect(line(try explained(failure + "\nexport AWS_SECRET_ACCESS_KEY=xxxx")) == nil)
    }
}
