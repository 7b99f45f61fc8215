import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// Texts of the service and of SDKs, each in the form in which a person would paste it.
@Suite struct ErrorTextTests {
    @Test(
        arguments: [
            // Bedrock's own sentences in different dress.
            (#"{"message":"You don't have access to the model with the specified model ID."}"#, .modelAccessNotGranted),
            (
                #"{"Message":"You do not have access to the model with the specified model ID."}"#,
                .modelAccessNotGranted
            ),
            (
                "Bedrock API error (403 Forbidden): {\"message\":\"You don\u{2019}t have access to the model with the specified model ID.\"}",
                .modelAccessNotGranted
            ),
            (
                "botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: You don't have access to the model with the specified model ID.",
                .modelAccessNotGranted
            ),
            (
                #"litellm.exceptions.APIConnectionError: BedrockException - b'{"message":"The security token included in the request is expired"}'"#,
                .tokenExpired
            ),
            (
                #"API Error: 403 {"message":"The security token included in the request is invalid."} · Please run /login"#,
                .tokenInvalid
            ),
            (
                "AI_APICallError: Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn\u{2019}t supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
                .onDemandUnsupportedNeedsInferenceProfile
            ),
            (
                "operation error Bedrock Runtime: Converse, https response error StatusCode: 403, RequestID: 11111111-2222-3333-4444-555555555555, api error ExpiredTokenException: The security token included in the request is expired",
                .tokenExpired
            ),
            (
                "software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException: Too many tokens, please wait before trying again. (Service: BedrockRuntime, Status Code: 429, Request ID: 11111111-2222-3333-4444-555555555555)",
                .throttled
            ),
            (
                #"ServiceError(ServiceError { source: AccessDeniedException(AccessDeniedException { message: Some("User: arn:aws:iam::123456789012:user/ci is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"), meta: ErrorMetadata { code: Some("AccessDeniedException") } }), raw: Response { status: StatusCode(403) } })"#,
                .iamDenied
            ),
            (
                "Error code: 404 - {'message': 'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model.'}",
                .useCaseFormMissing
            ),
            (
                "This model version has reached the end of its life. Please refer to the AWS documentation for more details.",
                .modelEndOfLife
            ),
            (
                "Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days. Please upgrade to an active model on Amazon Bedrock",
                .legacyModelLocked
            ),
            ("ValidationException: Operation not allowed", .accountNotAllowed),
            ("Your account is not authorized to invoke this API operation.", .accountNotAllowed),
            ("The provided model identifier is invalid.", .modelIDInvalid),
            (
                "1 validation error detected: Value 'anthropic/claude' at 'modelId' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:.*)",
                .modelIDInvalid
            ),
            ("The provided model doesn't support counting tokens.", .countTokensUnsupported),
            (
                "You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.",
                .validationCacheUnsupported
            ),
            ("Input is too long for requested model.", .validationContextLength),
            ("prompt is too long: 210034 tokens > 200000 maximum", .validationContextLength),
            ("input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000", .validationContextLength),
            (
                "`temperature` and `top_p` cannot both be specified for this model. Please use only one.",
                .validationSamplingParams
            ),
            ("The value of temperature must be between 0 and 1", .validationSamplingParams),
            (
                "ValidationException: \"thinking.type.enabled\" is not supported for this model; use \"adaptive\"",
                .validationSamplingParams
            ),
            (
                "400 ValidationException: The video was declared with the format mp4, but appears to be of the type webm",
                .validationMessages
            ),
            (
                "ValidationException: textFormat.structure: keyword 'minItems' is not supported for arrays",
                .validationRequest
            ),
            ("API Error: 400 data retention mode 'none' is not available for this model", .dataRetentionRequired),
            ("ClientError: AccessDenied: A role cannot be assumed with the keys of a root user", .iamDenied),
            ("modelStreamErrorException: The stream broke off, try again", .modelError),
            (
                "max_tokens: 9000 > 8192, which is the maximum allowed number of output tokens for claude-3-5-haiku",
                .validationMaxTokens
            ),
            ("This model doesn't support tool use in streaming mode.", .validationToolUnsupported),
            (
                "A conversation must start with a user message. Try again with a conversation that starts with a user message.",
                .validationMessages
            ),
            (
                "messages: roles must alternate between \"user\" and \"assistant\", but found multiple \"user\" roles in a row",
                .validationMessages
            ),
            (
                "Expected toolResult blocks at messages.2.content for the following Ids: tooluse_abc",
                .validationMessages
            ),
            (
                "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01",
                .validationMessages
            ),
            ("The guardrail identifier or version provided in the request does not exist.", .guardrailNotFound),
            (
                "Malformed input request: #: required key [max_tokens] not found, please reformat your input and try again.",
                .validationRequest
            ),
            ("Too many tokens per day, please wait before trying again.", .quotaDailyTokens),
            ("Your request rate is too high. Reduce the frequency of requests.", .throttled),
            ("ThrottlingException: Rate exceeded", .throttled),
            ("Too many connections, please wait before trying again.", .serviceUnavailable),
            ("ServiceQuotaExceededException: Your request exceeds the service quota for your account.", .quotaExceeded),
            ("Bedrock is unable to process your request.", .serviceUnavailable),
            (
                "InternalServerException: The system encountered an unexpected error during processing. Try your request again.",
                .internalError
            ),
            (
                "ModelErrorException: The system encountered an unexpected error during processing. Try your request again.",
                .modelError
            ),
            ("The request took too long to process. Processing time exceeded the model timeout length.", .modelTimeout),
            ("Model is not ready for inference. Wait and try your request again.", .modelNotReady),
            // Gates and accounts in other words.
            (
                "Your account is not authorized to access this model. Contact your AWS account manager.",
                .accountNotAllowed
            ),
            ("Access to this model is restricted to approved customers. Contact AWS Sales.", .accountNotAllowed),
            ("This model isn't available on the AWS Free plan. Upgrade your account.", .accountNotAllowed),
            ("The account id in the ARN does not match the caller's", .crossAccountDenied),
            ("Cross-account pass role is not allowed.", .crossAccountDenied),
            ("You must subscribe to this model in AWS Marketplace before using it.", .marketplaceSubscription),
            (
                "Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.",
                .marketplaceSubscription
            ),
            ("Your account is currently undergoing verification. Please wait.", .accountVerificationPending),
            ("Model access has not been requested for this model in us-west-2.", .modelAccessNotGranted),
            ("The agreement for this model has not been accepted", .modelAccessNotGranted),
            ("This region is not enabled for your account", .regionNotOptedIn),
            (
                "litellm.ServiceUnavailableError: BedrockException - {\"message\":\"Invocation of model ID x.y with on-demand throughput isn't supported.\"}",
                .onDemandUnsupportedNeedsInferenceProfile
            ),
            (
                "litellm.BadRequestError: BedrockException - {\"message\":\"Could not resolve the foundation model from the provided model identifier.\"}",
                .modelNotInRegion
            ),
            (
                "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1:444455556666:application-inference-profile/abc because no resource-based policy allows the bedrock:InvokeModel action",
                .crossAccountDenied
            ),
            (
                "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:CountTokens on resource: arn:aws:bedrock:us-east-1::foundation-model/x because no permissions boundary allows the bedrock:CountTokens action",
                .permissionsBoundaryDenied
            ),
            (
                "User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: bedrock:Converse with an explicit deny in a session policy",
                .sessionPolicyDenied
            ),
            (
                "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:CallWithBearerToken on resource: * because no identity-based policy allows the bedrock:CallWithBearerToken action",
                .bearerIAMDenied
            ),
            (
                "User: arn:aws:iam::111122223333:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/x with an explicit deny",
                .explicitDeny
            ),
            // Signatures and clocks.
            (
                "Signature expired: 20260102T030405Z is now earlier than 20260102T031305Z (20260102T031805Z - 5 min.)",
                .clockSkewExpired
            ),
            (
                "Signature not yet current: 20260102T030405Z is still later than 20260102T025905Z (20260102T025405Z + 5 min.)",
                .clockSkewFuture
            ),
            (
                "RequestTimeTooSkewed: The difference between the request time and the current time is too large.",
                .clockSkewExpired
            ),
            ("Credential should be scoped to a valid region.", .wrongScopeRegion),
            ("Credential should be scoped to correct service: 'bedrock'.", .wrongScopeService),
            (
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260101' != '20260102', from '20260102T030405Z'.",
                .credentialScopeDate
            ),
            ("Missing Authentication Token", .missingAuthToken),
            (
                "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization=abc",
                .incompleteSignature
            ),
            ("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.", .incompleteSignature),
            ("Invalid API Key format: Must start with pre-defined prefix", .bearerTokenInvalid),
            ("Bearer Token has expired", .bearerTokenExpired),
            ("The AWS Access Key Id you provided does not exist in our records.", .tokenInvalid),
            ("AWS was not able to validate the provided access credentials", .tokenInvalid),
            (
                "InvalidSignatureException: Signature expired: 20260102T030405Z is now earlier than 20260102T031305Z",
                .clockSkewExpired
            ),
            ("The provided token has expired.", .tokenExpired),
            ("Credential must have at least 5 slash-delimited elements", .incompleteSignature),
            ("The API key has expired. Generate a new one.", .bearerTokenExpired),
            // Clients.
            ("NoCredentialProviders: no valid providers in chain. Deprecated.", .credentialsMissing),
            ("Error: Resolved credential object is not valid", .credentialsMissing),
            (
                "CredentialsError: Missing credentials in config, if using AWS_CONFIG_FILE, set AWS_SDK_LOAD_CONFIG=1",
                .credentialsMissing
            ),
            ("The AWS_ACCESS_KEY_ID environment variable must be set", .credentialsMissing),
            (
                "AWS SigV4 authentication requires AWS credentials. Please provide either accessKeyId and secretAccessKey, or a credentialProvider.",
                .credentialsMissing
            ),
            (
                "AI_LoadAPIKeyError: AWS access key ID setting is missing. Pass it using the 'accessKeyId' parameter or the AWS_ACCESS_KEY_ID environment variable.",
                .credentialsMissing
            ),
            ("InvalidRegionError: Provided region_name '' doesn't match a supported format.", .regionInvalid),
            ("ConfigError: Missing region in config", .regionMissing),
            ("Invalid Configuration: Missing Region", .regionMissing),
            ("an AWS region is required, but was not found", .regionMissing),
            (
                "Connect timeout on endpoint URL: \"https://bedrock.us-east-1.amazonaws.com/foundation-models\"",
                .networkUnreachable
            ),
            ("curl: (28) Connection timed out after 5000 milliseconds", .networkUnreachable),
            (
                "curl: (7) Failed to connect to bedrock-runtime.us-east-1.amazonaws.com port 443: Connection refused",
                .networkUnreachable
            ),
            ("x509: certificate signed by unknown authority", .networkCertificateUntrusted),
            ("unable to get local issuer certificate", .networkCertificateUntrusted),
            ("failed to lookup address information: Name or service not known", .networkNameUnresolved),
            (
                "Unable to locate credentials. You can configure credentials by running \"aws configure\".",
                .credentialsMissing
            ),
            ("CredentialsProviderError: Could not load credentials from any providers", .credentialsMissing),
            ("AWS Bedrock credentials not set", .credentialsMissing),
            ("AWS Bedrock credentials not found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", .credentialsMissing),
            (
                "software.amazon.awssdk.core.exception.SdkClientException: Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain",
                .credentialsMissing
            ),
            (
                "operation error Bedrock Runtime: Converse, get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata",
                .credentialsMissing
            ),
            ("dispatch failure: other: no providers in chain provided credentials", .credentialsMissing),
            ("The config profile (prod) could not be found", .profileNotFound),
            (
                "Partial credentials found in shared-credentials-file, missing: aws_secret_access_key",
                .credentialsPartial
            ),
            (
                "You must specify a region. You can also configure your region by running \"aws configure\".",
                .regionMissing
            ),
            ("Error: Region is missing", .regionMissing),
            (
                "Unable to load region from any of the providers in the chain software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain",
                .regionMissing
            ),
            ("Provided region_name 'us east 1' doesn't match a supported format.", .regionInvalid),
            (
                "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.",
                .tokenExpired
            ),
            ("Error when retrieving token from sso: Token has expired and refresh failed", .tokenExpired),
            ("Error loading SSO Token: Token for prod does not exist", .tokenExpired),
            (
                "Could not connect to the endpoint URL: \"https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse\"",
                .networkUnreachable
            ),
            (
                "Could not connect to the endpoint URL: \"https://bedrock-runtime.us-esat-1.amazonaws.com/model/x/converse\"",
                .regionHasNoEndpoint
            ),
            ("curl: (6) Could not resolve host: bedrock-runtime.us-east-1.amazonaws.com", .networkNameUnresolved),
            ("curl: (6) Could not resolve host: gateway.internal", .networkNameUnresolved),
            ("dial tcp: lookup bedrock-runtime.eu-west-1.amazonaws.com: no such host", .networkNameUnresolved),
            ("getaddrinfo EAI_AGAIN bedrock-runtime.us-east-1.amazonaws.com", .networkNameUnresolved),
            (
                "java.net.UnknownHostException: bedrock-runtime.us-west-2.amazonaws.com", .networkNameUnresolved
            ),
            ("curl: (28) Resolving timed out after 5000 milliseconds", .networkNameUnresolved),
            (
                "curl: (28) Operation timed out after 3001 milliseconds with 0 bytes received", .networkAnswerTimeout
            ),
            ("httpx.ReadTimeout: The read operation timed out", .networkAnswerTimeout),
            ("java.net.SocketTimeoutException: Read timed out", .networkAnswerTimeout),
            (
                "read tcp 10.0.0.7:51234->52.94.133.131:443: i/o timeout", .networkAnswerTimeout
            ),
            (
                "net/http: request canceled (Client.Timeout exceeded while awaiting headers)", .networkAnswerTimeout
            ),
            ("dial tcp 52.94.133.131:443: i/o timeout", .networkUnreachable),
            ("curl: (52) Empty reply from server", .networkConnectionClosed),
            ("curl: (56) Recv failure: Connection reset by peer", .networkConnectionClosed),
            ("httpx.RemoteProtocolError: Server disconnected without sending a response.", .networkConnectionClosed),
            ("dial tcp: lookup bedrock-runtime.us-west-9.amazonaws.com: no such host", .regionHasNoEndpoint),
            ("getaddrinfo ENOTFOUND bedrock-runtime.eu-west-9.amazonaws.com", .regionHasNoEndpoint),
            ("curl: (6) Could not resolve host: bedrock-runtime.us-est-1.amazonaws.com", .regionHasNoEndpoint),
            (
                "Read timeout on endpoint URL: \"https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse\"",
                .networkAnswerTimeout
            ),
            ("connect ECONNREFUSED 127.0.0.1:8080", .networkUnreachable),
            (
                "SSL validation failed for https://bedrock-runtime.us-east-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)",
                .networkCertificateUntrusted
            ),
            (
                "<html><head><title>403 Forbidden</title></head><body>blocked by proxy</body></html>",
                .answerNotFromService
            ),
            ("com.amazonaws.bedrock#UnknownOperationException", .wrongEndpoint),
        ] as [(String, FindingCode)])
    func `a text is named by its structure`(text: String, cause: FindingCode) {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(text)))
        #expect(diagnosis.code == cause, "\(diagnosis.candidates)\n\(Rivals(text))")
    }

    /// Rewording that keeps the meaning must keep the cause.
    @Test(
        arguments: [
            ("Access to the requested model has not been granted to this account", .modelAccessNotGranted),
            ("For this account, use case details of Anthropic were not submitted", .useCaseFormMissing),
            (
                "Isn't supported: on-demand throughput for model ID zai.glm-9.9-ultra",
                .onDemandUnsupportedNeedsInferenceProfile
            ),
            ("End of life was reached by this version of the model", .modelEndOfLife),
            ("PLEASE WAIT BEFORE TRYING AGAIN, TOO MANY REQUESTS", .throttled),
            ("the included security token of your request is EXPIRED", .tokenExpired),
            ("In this region the model is not available", .modelNotInRegion),
        ] as [(String, FindingCode)])
    func `word order and case do not matter`(text: String, cause: FindingCode) {
        #expect(ErrorDiagnosis(ServiceAnswer(content: .message(text))).code == cause)
    }

    @Test(arguments: [
        "", "{}", "hello world", "{\"ok\":true}", "Everything is fine.", "The quick brown fox", "42", "null",
        "\u{0}\u{1}",
        "Segmentation fault", "cannot read properties of undefined",
        "{\"message\":null}", "[]", "<Error></Error>", "AccessDeniedException",
    ])
    func `a text of no known kind stays unknown`(text: String) {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(status: 403, content: .message(text)))
        #expect(diagnosis.candidates.isEmpty, "\(diagnosis.candidates)")
        #expect(diagnosis.code == .unknownError)
        #expect(!diagnosis.remedies.isEmpty)
    }

    @Test func `a text that fits two causes gives both as possible`() {
        let diagnosis = ErrorDiagnosis(
            ServiceAnswer(status: 400, content: .message("The provided model identifier is invalid.")))
        #expect(diagnosis.candidates.count == 2)
        #expect(diagnosis.candidates.allSatisfy { $0.confidence == .possible })
        // One call failed, not two.
        #expect(diagnosis.findings(check: .explain).map(\.status) == [.fail, .unknown])
        let input = ReadInput(
            name: "x", kind: .errorText,
            exchanges: [ObservedExchange(message: "The provided model identifier is invalid.")])
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(findings.map(\.status) == [.fail, .unknown])
    }
}
