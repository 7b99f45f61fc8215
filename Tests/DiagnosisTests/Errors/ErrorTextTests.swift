import Diagnosis
import Evidence
import Report
import Testing

/// Texts of the service and of SDKs, each in the form in which a person would paste it.
@Suite struct ErrorTextTests {
    @Test(arguments: [
        // Bedrock's own sentences in different dress.
        (#"{"message":"You don't have access to the model with the specified model ID."}"#, "model-access-not-granted"),
        (
            #"{"Message":"You do not have access to the model with the specified model ID."}"#,
            "model-access-not-granted"
        ),
        (
            "Bedrock API error (403 Forbidden): {\"message\":\"You don\u{2019}t have access to the model with the specified model ID.\"}",
            "model-access-not-granted"
        ),
        (
            "botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID.",
            "model-access-not-granted"
        ),
        (
            #"litellm.exceptions.APIConnectionError: BedrockException - b'{"message":"The security token included in the request is expired"}'"#,
            "token-expired"
        ),
        (
            #"API Error: 403 {"message":"The security token included in the request is invalid."} · Please run /login"#,
            "token-invalid"
        ),
        (
            "AI_APICallError: Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn\u{2019}t supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
            "on-demand-unsupported-needs-inference-profile"
        ),
        (
            "operation error Bedrock Runtime: Converse, https response error StatusCode: 403, RequestID: 11111111-2222-3333-4444-555555555555, api error ExpiredTokenException: The security token included in the request is expired",
            "token-expired"
        ),
        (
            "software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException: Too many tokens, please wait before trying again. (Service: BedrockRuntime, Status Code: 429, Request ID: 11111111-2222-3333-4444-555555555555)",
            "throttled"
        ),
        (
            #"ServiceError(ServiceError { source: AccessDeniedException(AccessDeniedException { message: Some("User: arn:aws:iam::123456789012:user/ci is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"), meta: ErrorMetadata { code: Some("AccessDeniedException") } }), raw: Response { status: StatusCode(403) } })"#,
            "iam-denied"
        ),
        (
            "Error code: 404 - {'message': 'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model.'}",
            "use-case-form-missing"
        ),
        (
            "This model version has reached the end of its life. Please refer to the AWS documentation for more details.",
            "model-end-of-life"
        ),
        (
            "Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days. Please upgrade to an active model on Amazon Bedrock",
            "legacy-model-locked"
        ),
        ("ValidationException: Operation not allowed", "account-not-allowed"),
        ("Your account is not authorized to invoke this API operation.", "account-not-allowed"),
        ("The provided model identifier is invalid.", "model-id-invalid"),
        (
            "1 validation error detected: Value 'anthropic/claude' at 'modelId' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:.*)",
            "model-id-invalid"
        ),
        ("The provided model doesn't support counting tokens.", "count-tokens-unsupported"),
        (
            "You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.",
            "validation-cache-unsupported"
        ),
        ("Input is too long for requested model.", "validation-context-length"),
        ("prompt is too long: 210034 tokens > 200000 maximum", "validation-context-length"),
        ("input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000", "validation-context-length"),
        (
            "`temperature` and `top_p` cannot both be specified for this model. Please use only one.",
            "validation-sampling-params"
        ),
        ("The value of temperature must be between 0 and 1", "validation-sampling-params"),
        (
            "ValidationException: \"thinking.type.enabled\" is not supported for this model; use \"adaptive\"",
            "validation-sampling-params"
        ),
        (
            "400 ValidationException: The video was declared with the format mp4, but appears to be of the type webm",
            "validation-messages"
        ),
        (
            "ValidationException: textFormat.structure: keyword 'minItems' is not supported for arrays",
            "validation-request"
        ),
        ("API Error: 400 data retention mode 'none' is not available for this model", "data-retention-required"),
        ("ClientError: AccessDenied: A role cannot be assumed with the keys of a root user", "iam-denied"),
        ("modelStreamErrorException: The stream broke off, try again", "model-error"),
        (
            "max_tokens: 9000 > 8192, which is the maximum allowed number of output tokens for claude-3-5-haiku",
            "validation-max-tokens"
        ),
        ("This model doesn't support tool use in streaming mode.", "validation-tool-unsupported"),
        (
            "A conversation must start with a user message. Try again with a conversation that starts with a user message.",
            "validation-messages"
        ),
        (
            "messages: roles must alternate between \"user\" and \"assistant\", but found multiple \"user\" roles in a row",
            "validation-messages"
        ),
        ("Expected toolResult blocks at messages.2.content for the following Ids: tooluse_abc", "validation-messages"),
        (
            "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01",
            "validation-messages"
        ),
        ("The guardrail identifier or version provided in the request does not exist.", "guardrail-not-found"),
        (
            "Malformed input request: #: required key [max_tokens] not found, please reformat your input and try again.",
            "validation-request"
        ),
        ("Too many tokens per day, please wait before trying again.", "quota-daily-tokens"),
        ("Your request rate is too high. Reduce the frequency of requests.", "throttled"),
        ("ThrottlingException: Rate exceeded", "throttled"),
        ("Too many connections, please wait before trying again.", "throttled"),
        ("ServiceQuotaExceededException: Your request exceeds the service quota for your account.", "quota-exceeded"),
        ("Bedrock is unable to process your request.", "service-unavailable"),
        (
            "InternalServerException: The system encountered an unexpected error during processing. Try your request again.",
            "internal"
        ),
        (
            "ModelErrorException: The system encountered an unexpected error during processing. Try your request again.",
            "model-error"
        ),
        ("The request took too long to process. Processing time exceeded the model timeout length.", "model-timeout"),
        ("Model is not ready for inference. Wait and try your request again.", "model-not-ready"),
        // Gates and accounts in other words.
        (
            "Your account is not authorized to access this model. Contact your AWS account manager.",
            "account-not-allowed"
        ),
        ("Access to this model is restricted to approved customers. Contact AWS Sales.", "account-not-allowed"),
        ("This model isn't available on the AWS Free plan. Upgrade your account.", "account-not-allowed"),
        ("The account id in the ARN does not match the caller's", "cross-account-denied"),
        ("Cross-account pass role is not allowed.", "cross-account-denied"),
        ("You must subscribe to this model in AWS Marketplace before using it.", "marketplace-subscription"),
        (
            "Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.",
            "marketplace-subscription"
        ),
        ("Your account is currently undergoing verification. Please wait.", "account-verification-pending"),
        ("Model access has not been requested for this model in us-west-2.", "model-access-not-granted"),
        ("The agreement for this model has not been accepted", "model-access-not-granted"),
        ("This region is not enabled for your account", "region-not-opted-in"),
        (
            "litellm.ServiceUnavailableError: BedrockException - {\"message\":\"Invocation of model ID x.y with on-demand throughput isn't supported.\"}",
            "on-demand-unsupported-needs-inference-profile"
        ),
        (
            "litellm.BadRequestError: BedrockException - {\"message\":\"Could not resolve the foundation model from the provided model identifier.\"}",
            "model-not-in-region"
        ),
        (
            "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1:444455556666:application-inference-profile/abc because no resource-based policy allows the bedrock:InvokeModel action",
            "cross-account-denied"
        ),
        (
            "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:CountTokens on resource: arn:aws:bedrock:us-east-1::foundation-model/x because no permissions boundary allows the bedrock:CountTokens action",
            "permissions-boundary-denied"
        ),
        (
            "User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: bedrock:Converse with an explicit deny in a session policy",
            "session-policy-denied"
        ),
        (
            "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:CallWithBearerToken on resource: * because no identity-based policy allows the bedrock:CallWithBearerToken action",
            "bearer-iam-denied"
        ),
        (
            "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/x with an explicit deny",
            "explicit-deny"
        ),
        // Signatures and clocks.
        (
            "Signature expired: 20260102T030405Z is now earlier than 20260102T031305Z (20260102T031805Z - 5 min.)",
            "clock-skew-expired"
        ),
        (
            "Signature not yet current: 20260102T030405Z is still later than 20260102T025905Z (20260102T025405Z + 5 min.)",
            "clock-skew-future"
        ),
        (
            "RequestTimeTooSkewed: The difference between the request time and the current time is too large.",
            "clock-skew-expired"
        ),
        ("Credential should be scoped to a valid region.", "wrong-scope-region"),
        ("Credential should be scoped to correct service: 'bedrock'.", "wrong-scope-service"),
        (
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260101' != '20260102', from '20260102T030405Z'.",
            "credential-scope-date"
        ),
        ("Missing Authentication Token", "missing-auth-token"),
        (
            "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization=abc",
            "incomplete-signature"
        ),
        ("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.", "incomplete-signature"),
        ("Invalid API Key format: Must start with pre-defined prefix", "bearer-token-invalid"),
        ("Bearer Token has expired", "bearer-token-expired"),
        ("The AWS Access Key Id you provided does not exist in our records.", "token-invalid"),
        ("AWS was not able to validate the provided access credentials", "token-invalid"),
        (
            "InvalidSignatureException: Signature expired: 20260102T030405Z is now earlier than 20260102T031305Z",
            "clock-skew-expired"
        ),
        ("The provided token has expired.", "token-expired"),
        ("Credential must have at least 5 slash-delimited elements", "incomplete-signature"),
        ("The API key has expired. Generate a new one.", "bearer-token-expired"),
        // Clients.
        ("NoCredentialProviders: no valid providers in chain. Deprecated.", "credentials-missing"),
        ("Error: Resolved credential object is not valid", "credentials-missing"),
        (
            "CredentialsError: Missing credentials in config, if using AWS_CONFIG_FILE, set AWS_SDK_LOAD_CONFIG=1",
            "credentials-missing"
        ),
        ("The AWS_ACCESS_KEY_ID environment variable must be set", "credentials-missing"),
        (
            "AWS SigV4 authentication requires AWS credentials. Please provide either accessKeyId and secretAccessKey, or a credentialProvider.",
            "credentials-missing"
        ),
        (
            "AI_LoadAPIKeyError: AWS access key ID setting is missing. Pass it using the 'accessKeyId' parameter or the AWS_ACCESS_KEY_ID environment variable.",
            "credentials-missing"
        ),
        ("InvalidRegionError: Provided region_name '' doesn't match a supported format.", "region-invalid"),
        ("ConfigError: Missing region in config", "region-missing"),
        ("Invalid Configuration: Missing Region", "region-missing"),
        ("an AWS region is required, but was not found", "region-missing"),
        (
            "Connect timeout on endpoint URL: \"https://bedrock.us-east-1.amazonaws.com/foundation-models\"",
            "network-unreachable"
        ),
        ("curl: (28) Connection timed out after 5000 milliseconds", "network-unreachable"),
        (
            "curl: (7) Failed to connect to bedrock-runtime.us-east-1.amazonaws.com port 443: Connection refused",
            "network-unreachable"
        ),
        ("x509: certificate signed by unknown authority", "network-certificate-untrusted"),
        ("unable to get local issuer certificate", "network-certificate-untrusted"),
        ("failed to lookup address information: Name or service not known", "region-has-no-endpoint"),
        (
            "Unable to locate credentials. You can configure credentials by running \"aws configure\".",
            "credentials-missing"
        ),
        ("CredentialsProviderError: Could not load credentials from any providers", "credentials-missing"),
        ("AWS Bedrock credentials not set", "credentials-missing"),
        ("AWS Bedrock credentials not found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", "credentials-missing"),
        (
            "software.amazon.awssdk.core.exception.SdkClientException: Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain",
            "credentials-missing"
        ),
        (
            "operation error Bedrock Runtime: Converse, get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata",
            "credentials-missing"
        ),
        ("dispatch failure: other: no providers in chain provided credentials", "credentials-missing"),
        ("The config profile (prod) could not be found", "profile-not-found"),
        ("Partial credentials found in shared-credentials-file, missing: aws_secret_access_key", "credentials-partial"),
        (
            "You must specify a region. You can also configure your region by running \"aws configure\".",
            "region-missing"
        ),
        ("Error: Region is missing", "region-missing"),
        (
            "Unable to load region from any of the providers in the chain software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain",
            "region-missing"
        ),
        ("Provided region_name 'us east 1' doesn't match a supported format.", "region-invalid"),
        (
            "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.",
            "token-expired"
        ),
        ("Error when retrieving token from sso: Token has expired and refresh failed", "token-expired"),
        ("Error loading SSO Token: Token for prod does not exist", "token-expired"),
        (
            "Could not connect to the endpoint URL: \"https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse\"",
            "network-unreachable"
        ),
        (
            "Could not connect to the endpoint URL: \"https://bedrock-runtime.us-esat-1.amazonaws.com/model/x/converse\"",
            "region-has-no-endpoint"
        ),
        ("curl: (6) Could not resolve host: bedrock-runtime.us-east-1.amazonaws.com", "network-name-unresolved"),
        ("curl: (6) Could not resolve host: gateway.internal", "network-name-unresolved"),
        ("dial tcp: lookup bedrock-runtime.eu-west-1.amazonaws.com: no such host", "network-name-unresolved"),
        ("getaddrinfo EAI_AGAIN bedrock-runtime.us-east-1.amazonaws.com", "network-name-unresolved"),
        (
            "java.net.UnknownHostException: bedrock-runtime.us-west-2.amazonaws.com", "network-name-unresolved"
        ),
        ("curl: (28) Resolving timed out after 5000 milliseconds", "region-has-no-endpoint"),
        (
            "curl: (28) Operation timed out after 3001 milliseconds with 0 bytes received", "network-answer-timeout"
        ),
        ("httpx.ReadTimeout: The read operation timed out", "network-answer-timeout"),
        ("java.net.SocketTimeoutException: Read timed out", "network-answer-timeout"),
        (
            "read tcp 10.0.0.7:51234->52.94.133.131:443: i/o timeout", "network-answer-timeout"
        ),
        (
            "net/http: request canceled (Client.Timeout exceeded while awaiting headers)", "network-answer-timeout"
        ),
        ("dial tcp 52.94.133.131:443: i/o timeout", "network-unreachable"),
        ("curl: (52) Empty reply from server", "network-connection-closed"),
        ("curl: (56) Recv failure: Connection reset by peer", "network-connection-closed"),
        ("httpx.RemoteProtocolError: Server disconnected without sending a response.", "network-connection-closed"),
        ("dial tcp: lookup bedrock-runtime.us-west-9.amazonaws.com: no such host", "region-has-no-endpoint"),
        ("getaddrinfo ENOTFOUND bedrock-runtime.eu-west-9.amazonaws.com", "region-has-no-endpoint"),
        ("curl: (6) Could not resolve host: bedrock-runtime.us-est-1.amazonaws.com", "region-has-no-endpoint"),
        (
            "Read timeout on endpoint URL: \"https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse\"",
            "network-answer-timeout"
        ),
        ("connect ECONNREFUSED 127.0.0.1:8080", "network-unreachable"),
        (
            "SSL validation failed for https://bedrock-runtime.us-east-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)",
            "network-certificate-untrusted"
        ),
        (
            "<html><head><title>403 Forbidden</title></head><body>blocked by proxy</body></html>",
            "answer-not-from-service"
        ),
        ("com.amazonaws.bedrock#UnknownOperationException", "wrong-endpoint"),
    ])
    func `a text is named by its structure`(text: String, cause: String) {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(text)))
        #expect(diagnosis.code == cause, "\(diagnosis.candidates)")
    }

    /// Rewording that keeps the meaning must keep the cause.
    @Test(arguments: [
        ("Access to the requested model has not been granted to this account", "model-access-not-granted"),
        ("For this account, use case details of Anthropic were not submitted", "use-case-form-missing"),
        (
            "Isn't supported: on-demand throughput for model ID zai.glm-9.9-ultra",
            "on-demand-unsupported-needs-inference-profile"
        ),
        ("End of life was reached by this version of the model", "model-end-of-life"),
        ("PLEASE WAIT BEFORE TRYING AGAIN, TOO MANY REQUESTS", "throttled"),
        ("the included security token of your request is EXPIRED", "token-expired"),
        ("In this region the model is not available", "model-not-in-region"),
    ])
    func `word order and case do not matter`(text: String, cause: String) {
        #expect(ErrorDiagnosis(ServiceAnswer(content: .message(text))).code == cause)
    }

    @Test(arguments: [
        "", "{}", "hello world", "{\"ok\":true}", "Everything is fine.", "The quick brown fox", "42", "null",
        "\u{0}\u{1}",
        "Segmentation fault", "undefined is not a function", "cannot read properties of undefined",
        "{\"message\":null}", "[]", "<Error></Error>", "AccessDeniedException",
    ])
    func `a text of no known kind stays unknown`(text: String) {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(status: 403, content: .message(text)))
        #expect(diagnosis.candidates.isEmpty, "\(diagnosis.candidates)")
        #expect(diagnosis.code == "unknown-error")
        #expect(!diagnosis.remedies.isEmpty)
    }

    @Test func `a text that fits two causes gives both as possible`() {
        let diagnosis = ErrorDiagnosis(
            ServiceAnswer(status: 400, content: .message("The provided model identifier is invalid.")))
        #expect(diagnosis.candidates.count == 2)
        #expect(diagnosis.candidates.allSatisfy { $0.confidence == .possible })
        // One call failed, not two.
        #expect(diagnosis.findings(check: "x").map(\.status) == [.fail, .unknown])
        let input = ExplainInput(
            name: "x", kind: .errorText,
            exchanges: [ObservedExchange(message: "The provided model identifier is invalid.")])
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(findings.map(\.status) == [.fail, .unknown])
    }
}
