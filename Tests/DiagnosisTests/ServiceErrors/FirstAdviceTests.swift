import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What leads: a title that does not contradict its advice, and a first advice that uses what the text itself tells.
@Suite struct FirstAdviceTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let text: String
        let code: FindingCode
        var title: String?
        let first: String
        var testDescription: String { String(text.prefix(70)) }

        init(_ text: String, _ code: FindingCode, title: String? = nil, first: String) {
            (self.text, self.code, self.title, self.first) = (text, code, title, first)
        }
    }

    private static let mismatch = """
        InvalidSignatureException: The request signature we calculated does not match the signature you provided. Check your AWS \
        Secret Access Key and signing method.
        """

    static let samples = [
        Sample(
            """
            An error occurred (ValidationException) when calling the CreateKnowledgeBase operation: The S3 bucket is in a different region. \
            Provide a bucket in eu-west-1.
            """, .validationRequest, first: "Create the resource that the message names in eu-west-1"),
        Sample(
            "botocore.exceptions.NoRegionError: You must specify a region.", .regionMissing,
            first: "Set the region under both names"),
        Sample(
            "This model doesn't support the stopSequences field. Remove stopSequences and try again.",
            .validationRequest,
            first: "Leave out stopSequences"),
        Sample(
            "botocore.exceptions.UnknownServiceError: Unknown service: 'bedrock-agent-runtime'. Valid service names are: account, acm",
            .clientTooOld, first: "for bedrock-agent-runtime: the service came later"),
        Sample(
            "botocore.exceptions.UnknownServiceError: Unknown service: 'bedrock-runtime'. Valid service names are: account, acm",
            .clientTooOld, first: "Converse needs boto3"),
        Sample(
            "Request failed: too many requests? ThrottlingException: Too many tokens, please wait before trying again.",
            .throttled,
            first: "Tokens per minute"),
        Sample(
            """
            Creating the knowledge base in the console ends with: Policy json is invalid, error: [$[0].Principal[1]: does not match the regex \
            pattern ^arn:(?:aws|aws-cn|aws-us-gov):iam::\\d{12}:(user|role)]
            The knowledge base storage configuration provided is invalid... Request failed: [security_exception] all shards failed
            """, .validationRequest, title: "The vector store's access policy names who is no role and no user",
            first: "Sign in as an IAM user or with a role"),
        Sample(
            """
            TypeError: Cannot read properties of undefined (reading '0')
                at Object.visit (/var/runtime/node_modules/@aws-sdk/client-bedrock-runtime/dist-cjs/index.js:600:30)
                at se_ContentBlock (/var/runtime/node_modules/@aws-sdk/client-bedrock-runtime/dist-cjs/index.js:1500:20)
            It happens since the messages hold a cachePoint.
            """, .clientTooOld, first: "Put a current @aws-sdk/client-bedrock-runtime into the function's own package"),
        Sample(
            """
            TypeError: Cannot read properties of undefined (reading 'message')
                at handler (/app/src/handler.js:10:2)
                at se_ContentBlock (/app/node_modules/@aws-sdk/client-bedrock-runtime/dist-cjs/index.js:1500:20)
            """, .programFailed, first: "The program stumbled in its own code"),
        Sample(
            "ValidationException: This model doesn't support tool use in streaming mode. (us.deepseek.r1-v1:0)",
            .validationToolUnsupported, title: "The model takes no tools",
            first: "Take another model for what needs tools"),
        Sample(
            """
            UnknownServiceError: Unknown service: 'bedrock-runtime'. Valid service names are: accessanalyzer, account
            It works in boto3; with aioboto3 12.0 it does not.
            """, .clientTooOld, first: "Upgrade aioboto3 itself"),
        Sample(
            """
            ValidationException: 1 validation error detected: Value 'anthropic.claude-v2:0:18k' at 'modelId' failed to satisfy constraint: \
            Member must satisfy regular expression pattern: [a-z]+
            """, .modelIDInvalid, first: "Take a current model: anthropic.claude-v2, which"),
        Sample(
            """
            ValidationException: Invocation of model ID anthropic.claude-3-7-sonnet-20250219-v1:0 with on-demand throughput isn't supported. \
            Retry your request with the ID or ARN of an inference profile that contains this model.
            region: us-west-2
            """, .onDemandUnsupportedNeedsInferenceProfile, first: "Move to us.anthropic.claude-sonnet-4-6"),
        Sample(
            """
            I hand accessKeyId and secretAccessKey to the client. Locally all is well, in Lambda I get:
            UnrecognizedClientException: The security token included in the request is invalid.
            """, .tokenInvalid, first: "Hand the client no keys in AWS Lambda"),
        Sample(
            """
            Some hours after the deployment the service, which has a task role, answers:
            ExpiredTokenException: The security token included in the request is expired
            """, .tokenExpired, first: "Make the client without keys"),
        Sample(
            """
            We sign with SigV4; AWS_BEARER_TOKEN_BEDROCK is not set, and no api_key is configured.
            {"Message":"Invalid API Key format: Must start with pre-defined prefix"}
            """, .bearerTokenInvalid, first: "Take out the api_key"),
        Sample(
            "Claude Code\nAPI Error: 400 Input is too long for requested model.\n/compact does not help.",
            .validationContextLength, first: "Press Esc twice"),
        Sample(
            "Claude Code with CLAUDE_CODE_USE_BEDROCK=1\nAPI Error: 400 {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"invalid beta flag\"}}",
            .validationRequest, first: "Update Claude Code, and set CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1"),
        Sample(
            """
            CREATE_FAILED Resource handler returned message: "Access denied for operation 'AWS::Bedrock::KnowledgeBase'."
            CloudTrail: the knowledge base role does not have permission to call the embedding model.
            """, .iamDenied, title: "The knowledge base's service role may not call the model",
            first: "Give the knowledge base's service role"),
        Sample(
            """
            AccessDeniedException: Access denied while trying to create/update an agent using InferenceProfile \
            eu.anthropic.claude-sonnet-4-20250514-v1:0. Ensure Agent role has valid permissions to use the inference profile
            Sometimes a second apply goes through without a change.
            """, .iamDenied, title: "The agent's service role may not call the model yet",
            first: "Let the agent wait for its role's policy"),
        Sample(
            "An error occurred (InvalidGrantException) when calling the CreateToken operation: Invalid refresh token provided",
            .credentialsMissing, title: "The session of single sign-on has expired",
            first: "IAM Identity Center refused"),
        Sample(
            "opensearchpy.exceptions.AuthorizationException: AuthorizationException(403, 'Forbidden')\nhost xyz.us-east-1.aoss.amazonaws.com",
            .iamDenied, title: "OpenSearch Serverless refused the call", first: "See, in this order"),
        Sample(
            """
            GET https://abc123.eu-west-1.aoss.amazonaws.com/logs/_search -> 403 Forbidden
            authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20250102/eu-west-1/aoss/aws4_request, \
            SignedHeaders=host;via;x-amz-date;x-forwarded-for, Signature=abc
            """, .iamDenied, first: "Do not sign via and x-forwarded-for"),
        Sample(
            """
            ValidationException: 2 validation errors detected: Value at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy \
            constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+; Value at \
            'toolConfig.tools.1.member.toolSpec.name' failed to satisfy constraint: Member must have length greater than or equal to 1
            """, .validationRequest, first: "Give the tool at toolConfig.tools.1.member.toolSpec.name a name"),
        Sample(
            """
            ValidationException: 1 validation error detected: Value at 'messages.4.member.content.2.member.toolUse.toolUseId' failed to \
            satisfy constraint: Member must have length greater than or equal to 1
            """, .validationMessages, first: "Begin a new conversation"),
        Sample(
            """
            AccessDeniedException: User: arn:aws:iam::111122223333:user/dev is not authorized to perform: bedrock:CreateAgent on resource: * \
            because no identity-based policy allows the bedrock:CreateAgent action
            The role app-role, which is handed over, does not exist yet when this runs.
            """, .iamDenied, first: "Name a role that exists"),
        Sample(
            """
            ValidationException: The guardrail identifier or version provided in the request does not exist.
            The guardrail was made in eu-west-1, the calls are sent to us-west-2.
            """, .guardrailNotFound, first: "Use a guardrail of the region that is called"),
        Sample(
            """
            ValidationException: The guardrail identifier or version provided in the request does not exist.
            It lies in ap-northeast-1, and the model is au.anthropic.claude-sonnet-4-6.
            """, .guardrailNotFound, first: "Use a guardrail of the region that is called"),
        Sample(
            """
            ValidationException: The guardrail identifier or version provided in the request does not exist.
            It lies in ca-central-1, and the model is us.anthropic.claude-sonnet-4-6.
            """, .guardrailNotFound, first: "See the guardrails of the region that is called"),
        Sample(
            """
            modelId = "arn:aws:bedrock:my-account:us-east-1:foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
            {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}
            """, .wrongEndpoint, first: "Name the model by its id"),
        Sample(
            "Calling the function by name works, calling it with an alias (fn:prod) fails:\n" + mismatch,
            .signatureMismatch, first: "Encode the ':' of the name"),
        Sample(
            "It works in the AWS CLI, in my app it fails: ValidationException: max_tokens: 200000 > 64000, which is the maximum allowed number of output tokens for claude-sonnet-4-20250514",
            .validationMaxTokens, first: "Lower max_tokens to 64000"),
        Sample(
            #"{"message":"You are not authorized to invoke the Retrieve operation."}"#, .accountNotAllowed,
            title: "Retrieve is not open to this call", first: "Call Retrieve in a region that offers it"),
        Sample(
            #"{"message":"anthropic_version: Field required","__type":"ValidationException"}"#, .validationRequest,
            first: #"Send "anthropic_version": "bedrock-2023-05-31""#),
        Sample(
            "AWS_REGION=ap-southeast-2\nInvalidSignatureException: Credential should be scoped to a valid region.",
            .wrongScopeRegion, first: "call the host of ap-southeast-2"),
    ]

    @Test(arguments: samples)
    func `what leads is what the text itself tells`(sample: Sample) throws {
        let input = try ReadInput(Array(sample.text.utf8), name: "standard input")
        let findings = Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
        let finding = try #require(findings.first)
        #expect(finding.code == sample.code)
        if let title = sample.title { #expect(finding.title == title) }
        let first = try #require(finding.remedies.first).text
        #expect(first.contains(sample.first), "\(first)")
    }
}
