import Codes
import Diagnosis
import Evidence
import Testing

/// Sentences of AWS's lists of common errors and of the providers behind Bedrock, in the wording a client prints.
@Suite struct ErrorFamilyTests {
    @Test(
        arguments: [
            ("AccessDeniedException: You do not have sufficient access to perform this action.", .iamDenied),
            ("NotAuthorized: You do not have permission to perform this action.", .iamDenied),
            ("The request signature does not conform to AWS standards.", .incompleteSignature),
            ("The request signature does not include all of the required components.", .incompleteSignature),
            ("The request processing has failed because of an unknown error, exception or failure.", .internalError),
            (
                "The action or operation requested is invalid. Verify that the action is typed correctly.",
                .wrongEndpoint
            ),
            ("The X.509 certificate or AWS access key ID provided does not exist in our records.", .tokenInvalid),
            ("The AWS access key ID needs a subscription for the service.", .regionNotOptedIn),
            (
                "The request reached the service more than 15 minutes after the date stamp on the request or more than 15 minutes after the request expiration date",
                .clockSkewExpired
            ),
            ("The request was denied due to exceeding the account quotas for Amazon Bedrock.", .throttled),
            ("Your request was denied due to request throttling.", .throttled),
            (
                "This request would exceed your organization's rate limit of 20,000 input tokens per minute.",
                .throttled
            ),
            ("AccessDeniedException: User is not authorized to access this resource", .iamDenied),
            (
                "InvalidRequest: The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
                .signatureVersion
            ),
            ("S3Exception: STREAMING-UNSIGNED-PAYLOAD-TRAILER is not supported (Status Code: 400)", .bodyUnsigned),
            ("NotImplemented: STREAMING-AWS4-HMAC-SHA256-PAYLOAD not implemented", .bodyUnsigned),
            (
                "NotImplemented: A header you provided implies functionality that is not implemented: x-amz-checksum-crc32",
                .bodyUnsigned
            ),
            (
                "InvalidArgument: x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, or a valid sha256 value.",
                .bodyHashHeader
            ),
            (
                "AuthorizationQueryParametersError: X-Amz-Expires must be less than a week (in seconds) that is 604800",
                .incompleteSignature
            ),
            (
                "AuthorizationQueryParametersError: Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
                .incompleteSignature
            ),
            ("bedrock: context deadline exceeded", .networkAnswerTimeout),
            (
                "dial tcp: lookup bedrock-runtime.us-east-1.amazonaws.com on 127.0.0.11:53: server misbehaving",
                .networkNameUnresolved
            ),
            (
                "An error occurred (validationException) when calling the InvokeAgent operation: You can only provide configurations for up to 0 knowledge bases in the session state.",
                .validationRequest
            ),
            (
                "RequestEntityTooLargeException: Request payload exceeded the maximum allowed size of 20971520 bytes",
                .validationContextLength
            ),
            ("ValidationException: The number of tools exceeds the limit of 128 for this model", .validationRequest),
            ("ValidationException: Model doesn't support documents in tool results", .validationMessages),
            (
                "The service returned the error code 'ServiceUnavailable': The request has failed due to a temporary failure of the server.",
                .serviceUnavailable
            ),
            (
                "The request must contain either a valid (registered) AWS access key ID or X.509 certificate.",
                .missingAuthToken
            ),
            ("Model is getting throttled. Try your request again.", .throttled),
            (
                "The model returned the following errors: Input is too long for requested model.",
                .validationContextLength
            ),
            (
                "The model returned the following errors: max_tokens must be greater than thinking.budget_tokens",
                .validationMaxTokens
            ),
            (
                "Too many input tokens. Max input tokens: 8192, request input token count: 10313",
                .validationContextLength
            ),
            ("The provided inference configurations are invalid", .validationSamplingParams),
            (
                "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
                .validationSamplingParams
            ),
            (
                "`top_p` must be greater than or equal to 0.95 or unset when thinking is enabled",
                .validationSamplingParams
            ),
            ("This model does not support the temperature parameter", .validationSamplingParams),
            (
                "This model doesn't support the toolConfig.toolChoice.any field. Remove toolConfig.toolChoice.any and try again.",
                .validationToolUnsupported
            ),
            ("This model doesn't support documents. Try again without a document.", .validationMessages),
            (
                "This model doesn't support the image content block that you provided. Try a different type of content block.",
                .validationMessages
            ),
            (
                "The toolConfig field must be defined when using toolUse and toolResult content blocks.",
                .validationMessages
            ),
            ("The tool search is already defined at toolConfig.tools.14.", .validationRequest),
            (
                "The model returned the following errors: Thinking may not be enabled when tool_choice forces tool use.",
                .validationSamplingParams
            ),
            ("messages.0.content: cachePoint is not supported by this model", .validationCacheUnsupported),
            ("Extraneous key [cachePoint] is not permitted", .validationCacheUnsupported),
            ("Amazon Bedrock is not available in your region: eu-west-9", .modelNotInRegion),
            (
                "The model arn:aws:bedrock:us-east-1::foundation-model/x.y is not supported in region us-east-1",
                .modelNotInRegion
            ),
            ("Model not found.", .modelIDInvalid),
            ("ResourceNotFoundException: Model not found: anthropic.claude-9", .modelIDInvalid),
            ("The provided ARN is invalid for the service region.", .modelIDInvalid),
            (
                "Invocation of model ID anthropic.claude-3-7-sonnet-20250219-v1:0 with on-demand throughput isn't supported",
                .onDemandUnsupportedNeedsInferenceProfile
            ),
            ("on demand throughput not supported use provisioned", .onDemandUnsupportedNeedsInferenceProfile),
            ("ModelStreamErrorException: an error occurred while streaming the response", .modelError),
            ("ModelTimeoutException", .modelTimeout),
            ("Model has timed out in processing the request. Try your request again.", .modelTimeout),
            ("The service is currently overloaded, try again later", .serviceUnavailable),
            ("Service unavailable: on-demand capacity exhausted", .serviceUnavailable),
            (
                "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: \"https://bedrock-runtime.ap-east-1.amazonaws.com/\"",
                .regionHasNoEndpoint
            ),
            ("botocore.exceptions.NoRegionError: You must specify a region.", .regionMissing),
            ("Temporary failure in name resolution", .networkNameUnresolved),
            ("ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED]", .networkCertificateUntrusted),
            ("javax.net.ssl.SSLHandshakeException: PKIX path building failed", .networkCertificateUntrusted),
            ("ProxyConnectionError: Failed to connect to proxy URL: \"http://proxy:3128\"", .networkProxyFailed),
            ("read ECONNRESET", .networkConnectionClosed), ("socket hang up", .networkConnectionClosed),
            ("UnauthorizedSSOTokenError: The SSO session associated with this profile has expired", .tokenExpired),
            (
                "CredentialsProviderError: Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
                .tokenExpired
            ),
            ("The security token included in the request has expired", .tokenExpired),
            ("ExpiredToken: The provided token has expired", .tokenExpired),
            ("InvalidClientTokenId", .tokenInvalid),
            ("{\"message\":\"Invalid API key\"}", .bearerTokenInvalid),
            (
                "{\"Message\":\"Access denied. Bearer token authentication is not allowed for this identity: bedrock:CallWithBearerToken\"}",
                .bearerIAMDenied
            ),
            ("Access denied due to VPC endpoint policy", .vpcEndpointPolicyDenied),
            ("You are denied by a service control policy of your organization", .scpDenied),
            ("access to anthropic models is denied in unsupported country", .geoRestricted),
            ("Your AWS account isn't authorized to use Anthropic models", .accountNotAllowed),
            ("Your account does not have an agreement to this model", .modelAccessNotGranted),
            ("This Model is marked by provider as Legacy. Upgrade to an active model.", .legacyModelLocked),
            ("The model has been deprecated and is no longer available", .modelEndOfLife),
            ("Your account isn't permitted to perform this operation. Please open a support case.", .accountNotAllowed),
            (
                "credential_process for profile \"dev\" failed: helper returned a non-zero exit code",
                .credentialsMissing
            ),
            ("because no identity-based policy allows the bedrock:Converse action", .iamDenied),
            ("SELF_SIGNED_CERT_IN_CHAIN", .networkCertificateUntrusted),
            ("UNABLE_TO_VERIFY_LEAF_SIGNATURE", .networkCertificateUntrusted),
        ] as [(String, FindingCode)])
    func `a sentence of the family is named`(text: String, cause: FindingCode) {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(text)))
        #expect(diagnosis.code == cause, "\(diagnosis.candidates)\n\(Rivals(text))")
    }

    /// Texts of public threads, in the dress in which people paste them; none was in sight when the rules were written.
    @Test(
        arguments: [
            (
                #"{"error":{"message":"litellm.PermissionDeniedError: BedrockException - {\"Message\":\"User: arn:aws:iam::123456789012:user/proxy is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0 because no identity-based policy allows the bedrock:InvokeModel action\"}. Received Model Group=haiku","type":null,"code":"403"}}"#,
                .iamDenied
            ),
            (
                "Chat error: 502 Bedrock streaming failed: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (`aws-marketplace:ViewSubscriptions`, `aws-marketplace:Subscribe`) to enable access to this model.",
                .marketplaceSubscription
            ),
            (
                "400 InvokeModelWithResponseStream: operation error Bedrock Runtime: InvokeModelWithResponseStream, https response error StatusCode: 400, RequestID: ccaeb5ef-e33b-45a2-9940-4700f13bb144, ValidationException: messages: text content blocks must be non-empty",
                .validationMessages
            ),
            (
                "Error listing Bedrock models: An error occurred (404) when calling the ListFoundationModels operation: <UnknownOperationException/>",
                .wrongEndpoint
            ),
            (
                #"HTTP 403 Forbidden {"Message":"User: arn:aws:sts::******:assumed-role/worker-******/******** is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:******:*****:inference-profile/eu.amazon.nova-pro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"}"#,
                .iamDenied
            ),
            (
                #"litellm.APIConnectionError: Bad response code, expected 200: {'status_code': 400, 'headers': {':exception-type': 'serviceUnavailableException', ':message-type': 'exception'}, 'body': b'{"message":"Bedrock is unable to process your request."}'}"#,
                .serviceUnavailable
            ),
            (
                #"{ "name": "ThrottlingException", "$fault": "client", "$metadata": { "httpStatusCode": 429, "attempts": 3 } }"#,
                .throttled
            ),
            (
                #"Error invoking the model: ThrottlingException(properties: AWSBedrockRuntime.ThrottlingException.Properties(message: Optional("Too many tokens, please wait before trying again.")), httpResponse: Status Code: HTTP status code: 429, requestID: nil)"#,
                .throttled
            ),
            (
                "UnrecognizedClientException: The security token included in the request is invalid. at async POST (app/route.ts:19:19) { '$fault': 'client', '$metadata': [Object] }",
                .tokenInvalid
            ),
            (
                "Amazon.BedrockRuntime.AmazonBedrockRuntimeException: The security token included in the request is expired ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'HttpErrorResponseException' was thrown.",
                .tokenExpired
            ),
        ] as [(String, FindingCode)])
    func `a pasted wrapper hides no cause`(text: String, cause: FindingCode) {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(text)))
        #expect(diagnosis.code == cause, "\(diagnosis.candidates)\n\(Rivals(text))")
    }

    /// Errors of other programs and services, and sentences that are none: a cause here would be a guess.
    @Test(arguments: [
        "ENOENT: no such file or directory, open '/etc/x.conf'",
        "ModuleNotFoundError: No module named 'boto3'",
        "ConditionalCheckFailedException: The conditional request failed", "Permission denied (publickey).",
        "java.lang.OutOfMemoryError: Java heap space",
        "The table you requested does not exist", "Unsupported media type", "405 Method Not Allowed",
        "fatal: repository not found", "docker: Cannot connect to the Docker daemon. Is the docker daemon running?",
        "InvalidParameterException: Invalid name for the log group", "Your order has been shipped",
        "The user has no permission to open the image file", "The database connection string is not valid",
        "Access to the path '/root' is denied.", "Model validation succeeded", "assistant: I cannot help with that",
        "Quota: 15 GB used", "Session ended by user", "License expired", "Certificate of completion",
        "HTTP/1.1 404 Not Found", "AccessDenied: Access Denied", "Forbidden",
        "Something went wrong", "Unexpected end of JSON input",
    ])
    func `other errors are not named`(text: String) {
        let diagnosis = ErrorDiagnosis(ServiceAnswer(content: .message(text)))
        #expect(diagnosis.candidates.isEmpty, "\(diagnosis.candidates)")
    }
}
