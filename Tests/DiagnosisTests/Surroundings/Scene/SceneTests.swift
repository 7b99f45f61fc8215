import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// What a text shows of where a call was made, and what it does not show.
@Suite struct SceneTests {
    private static func scene(_ text: String) throws -> Scene {
        Explanation(try ReadInput(Array(text.utf8), name: "x"), context: ExplainContext()).scene
    }

    // MARK: Who answered

    @Test(arguments: [
        (
            "botocore.exceptions.ClientError: An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access",
            "IAM Identity Center's portal"
        ),
        ("An error occurred (AccessDenied) when calling the AssumeRole operation: Not today", "AWS STS"),
        (
            "An error occurred (ValidationException) when calling the ListFoundationModels operation: no",
            "Bedrock's control plane"
        ),
        (
            "operation error Bedrock Runtime: Converse, https response error StatusCode: 400, RequestID: 1, ValidationException: no",
            "Bedrock's runtime"
        ),
        (
            "software.amazon.awssdk.services.ssooidc.model.InvalidGrantException: no (Service: SsoOidc, Status Code: 400, Request ID: 1)",
            "IAM Identity Center's OIDC service"
        ),
        (
            "HTTP/1.1 502 Bad Gateway\nServer: awselb/2.0\nContent-Type: text/html\n\n<html></html>",
            "an AWS load balancer"
        ),
        (
            "HTTP/1.1 403 Forbidden\nX-Squid-Error: ERR_ACCESS_DENIED 0\nServer: squid/6.1\n\n<html></html>",
            "the web proxy Squid"
        ),
        (
            "HTTP/1.1 403 Forbidden\nx-amz-apigw-id: abc=\nx-amzn-ErrorType: ForbiddenException\n\n{\"message\":\"Forbidden\"}",
            "API Gateway"
        ),
        ("getaddrinfo ENOTFOUND bedrock-runtime.us-east-9.amazonaws.com", Scene.ownClient),
        ("botocore.exceptions.NoCredentialsError: Unable to locate credentials", Scene.ownClient),
    ])
    func `who answered is read from headers and from the client's words`(text: String, who: String) throws {
        #expect(try Self.scene(text).answeredBy?.value == who)
    }

    @Test(arguments: [
        "ValidationException: The provided model identifier is invalid.", "something went wrong",
        "403 Forbidden, it said today",
    ])
    func `nothing is said of what nothing shows`(text: String) throws {
        let scene = try Self.scene(text)
        #expect(scene.answeredBy == nil)
        #expect(scene.service == nil)
        #expect(scene.region == nil)
        #expect(scene.runtime == nil)
    }

    @Test(arguments: ["401", "403", "502"])
    func `a status in place of an error's name shows nobody`(status: String) throws {
        let scene = try Self.scene("An error occurred (\(status)) when calling the Converse operation: ")
        #expect(scene.answeredBy == nil)
        #expect(scene.service?.value == "bedrock-runtime")
    }

    // MARK: Region

    @Test(
        arguments: [
            ("Error: https://bedrock-runtime.eu-west-3.amazonaws.com/model/x/converse said 403 to us", "eu-west-3"),
            ("Error: vpce-0a-b.bedrock-runtime.eu-west-1.vpce.amazonaws.com said 403 to us", "eu-west-1"),
            (
                "$ echo $AWS_REGION\nap-south-1\nValidationException: The provided model identifier is invalid.",
                "ap-south-1"
            ),
            // Claude Code reads another variable, and this one is not what was called.
            ("CLAUDE_CODE_USE_BEDROCK=1 AWS_DEFAULT_REGION=us-west-2 claude\nAPI Error: 400 no such thing", nil),
            ("region_name='us-west-2'\nValidationException: no such thing", "us-west-2"),
            ("--region sa-west-1 ended with ValidationException: no such thing", "sa-west-1"),
            ("AKIA/20260101/us-gov-west-1/bedrock/aws4_request was refused: no such thing", "us-gov-west-1"),
            // No region of a call: a machine's name, another word, a foundation model that a profile chose.
            ("ip-10-0-0-1.ap-northeast-1.compute.internal: ValidationException: no such thing", nil),
            ("eventSource bedrock.amazonaws.com: ValidationException: no such thing", nil),
            ("region=os.environ/AWS_REGION: ValidationException: no such thing", nil),
            ("not allowed on arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0, no such thing", nil),
        ] as [(String, String?)])
    func `a region is only what is one, and was called`(text: String, region: String?) throws {
        #expect(try Self.scene(text).region?.value == region)
    }

    @Test func `of two regions in the text around a call the last before it counts`() throws {
        let text = """
            2026-01-01 10:00:00 INFO region=us-east-1
            2026-01-01 10:00:01 INFO region=eu-west-1
            2026-01-01 10:00:02 ERROR ThrottlingException: Too many requests, please wait before trying again.
            """
        let scene = try Self.scene(text)
        #expect(scene.region?.value == "eu-west-1" || scene.region == nil)
    }

    // MARK: Model

    @Test(
        arguments: [
            (
                "POST https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse failed: Error: no",
                "us.anthropic.claude-haiku-4-5-20251001-v1:0"
            ),
            ("model=sonnet: ValidationException: The provided model identifier is invalid.", "sonnet"),
            ("API Error (claude-opus-4-7): 400 The provided model identifier is invalid.", "claude-opus-4-7"),
            ("bedrock/us-west-2/us.amazon.nova-pro-v1:0 failed: Error: no", "us.amazon.nova-pro-v1:0"),
            (
                "modelId arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aapplication-inference-profile%2Fabcdefghij12 failed: Error: no",
                "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghij12"
            ),
            (
                "API Error (arn:aws:bedrock:eu-west-1:<redacted>:application-inference-profile/abcdefghij12): 400 no such thing",
                "arn:aws:bedrock:eu-west-1:<redacted>:application-inference-profile/abcdefghij12"
            ),
            // The command works, and what is set is another one.
            (
                "The AWS CLI works fine:\n\n```\naws bedrock-runtime converse \\\n  --model-id eu.amazon.nova-lite-v1:0\n```\n\nANTHROPIC_MODEL=eu.amazon.nova-pro-v1:0\nAPI Error: 400 The provided model identifier is invalid.",
                "eu.amazon.nova-pro-v1:0"
            ),
            ("400 no. Try --model to switch to apac.anthropic.claude-opus-4-1-20250805-v1:0.", nil),
        ] as [(String, String?)])
    func `the model stands whole, whatever it went through`(text: String, model: String?) throws {
        #expect(try Self.scene(text).model?.value == model)
    }

    // MARK: Client and runtime

    @Test(
        arguments: [
            ("litellm.BadRequestError: BedrockException - {\"message\":\"no\"}", "LiteLLM", nil, nil),
            (
                "APICallError [AI_APICallError]: no\n    at /app/node_modules/@ai-sdk/amazon-bedrock/x.js",
                "Vercel AI SDK",
                "Node.js", nil
            ),
            ("Amazon.BedrockRuntime.Model.ValidationException: no", nil, "AWS SDK for .NET", nil),
            (
                "aws_sdk_bedrockruntime: ServiceError(ServiceError { source: ValidationException })", nil,
                "AWS SDK for Rust", nil
            ),
            (
                "File \"/var/task/app.py\", line 1\nbotocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL",
                nil, "boto3 (Python)", "AWS Lambda"
            ),
            ("Aws::BedrockRuntime::Errors::ValidationException: no", nil, "AWS SDK for Ruby", nil),
        ] as [(String, String?, String?, String?)])
    func `client, SDK and runtime are known by their own words`(
        text: String, client: String?, sdk: String?, runtime: String?
    ) throws {
        let scene = try Self.scene(text)
        #expect(scene.client?.value == client)
        #expect(scene.sdk?.value == sdk)
        #expect(scene.runtime?.value == runtime)
    }

    @Test func `evidence shows the words and their line, and no secret`() throws {
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYzEXAMPLEKE"
        let text =
            "first\nAWS_SECRET_ACCESS_KEY=\(secret) AWS_REGION=eu-west-1\nExpiredTokenException: The security token included in the request is expired"
        let region = try #require(try Self.scene(text).region)
        #expect(region.line == 2)
        #expect(region.evidence.contains("AWS_REGION=eu-west-1"))
        #expect(!region.evidence.contains(secret.prefix(12)))
    }

    // MARK: What depends on it

    @Test func `the expected signing name is that of the host, and none where the host tells nothing`() throws {
        func codes(_ host: String, _ service: String) throws -> [FindingCode] {
            let text = """
                POST /things HTTP/1.1
                Host: \(host)
                X-Amz-Date: 20260101T000000Z
                Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/\(service)/aws4_request, SignedHeaders=host;x-amz-date, Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                Content-Length: 0

                HTTP/1.1 403 Forbidden
                x-amzn-ErrorType: InvalidSignatureException

                {"message":"The request signature we calculated does not match the signature you provided."}
                """
            let input = try ReadInput(Array(text.utf8), name: "x")
            return Explanation(input, context: ExplainContext()).findings.map(\.code)
        }
        #expect(try !codes("email.us-east-1.amazonaws.com", "ses").contains(.scopeService))
        #expect(try codes("email.us-east-1.amazonaws.com", "email").contains(.scopeService))
        #expect(try codes("bedrock-runtime.us-east-1.amazonaws.com", "bedrock-runtime").contains(.scopeService))
        #expect(try !codes("api.example.com", "execute-api").contains(.scopeService))
    }

    @Test func `commands name the region and the model that the text shows`() throws {
        let text =
            "$ echo $AWS_REGION\neu-west-1\nAPI Error (us.anthropic.claude-opus-4-6-v1): 400 The provided model identifier is invalid."
        let findings = Explanation(
            try ReadInput(Array(text.utf8), name: "x"), context: ExplainContext()
        ).findings
        #expect(
            findings.first?.remedies.first?.command
                == "doctor check --region eu-west-1 --model eu.anthropic.claude-opus-4-6-v1")
    }

    @Test(
        arguments: [
            ("Requests fail in Cline: Error: no such thing", "Cline"),
            ("When I query Cline, I get Error: 403", "Cline"),
            ("It works in Cline. Error: no such thing", nil), ("The decline of values: Error: no such thing", nil),
            ("The keys were tested in Postman successfully. Error: no such thing", nil),
        ] as [(String, String?)])
    func `a program is known by a sentence that says what was called with it`(text: String, client: String?) throws {
        #expect(try Self.scene(text).client?.value == client)
    }

    @Test func `a cluster of one's own is none of EKS, and a file that is fetched no call`() throws {
        let role = "eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/app\nError: no such thing"
        #expect(try Self.scene("A non-EKS cluster\n" + role).runtime?.value == "Kubernetes")
        #expect(try Self.scene(role).runtime?.value == "Amazon EKS (IAM roles for service accounts)")
        #expect(try Self.scene("curl -LO https://example.com/compose.yml\nError: no such thing").sdk == nil)
    }
}
