import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// Facts that stand in the text decide the first advice, and the headline does not speak against it.
@Suite struct TextFactTests {
    struct Row: Sendable {
        let text: String
        let code: FindingCode
        let words: String
        var title: String?
    }

    private static let rows = [
        Row(
            text: """
                model: arn:aws:bedrock:eu-west-3:123456789012:inference-profile/eu.amazon.nova-pro-v1:0
                User: arn:aws:iam::123456789012:user/app is not authorized to perform: bedrock:InvokeModel on resource: \
                arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0 with an explicit deny in a service control policy
                """, code: .scpDenied, words: "eu.amazon.nova-pro-v1:0 sent the call to eu-west-1"),
        Row(
            text: """
                "Resource": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
                User: arn:aws:sts::123456789012:assumed-role/app/x is not authorized to perform: bedrock:InvokeModel on resource: \
                arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0 because no identity-based policy allows the bedrock:InvokeModel action
                """, code: .iamDenied, words: "us-west-2::foundation-model/amazon.nova-lite-v1:0"),
        Row(
            text: """
                AccessDeniedException when calling the CreateModelInvocationJob operation: User: ...:assumed-role/batch is not authorized to perform: \
                iam:PassRole on resource: .../role/batch-inference because no identity-based policy allows the iam:PassRole action
                """, code: .iamDenied,
            words:
                #""Resource":"arn:aws:iam::ACCOUNT:role/batch-inference","Condition":{"StringEquals":{"iam:PassedToService":"bedrock.amazonaws.com"}}"#
        ),
        Row(
            text: """
                CLAUDE_CODE_USE_BEDROCK=1 ANTHROPIC_MODEL="arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc" claude
                API Error: 403 {"Message":"User: arn:aws:sts::123456789012:assumed-role/dev/me is not authorized to perform: \
                bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-3-5-haiku-20241022-v1:0 \
                because no session policy allows the bedrock:InvokeModelWithResponseStream action"}
                """, code: .sessionPolicyDenied, words: "ANTHROPIC_DEFAULT_HAIKU_MODEL"),
        Row(
            text: """
                EventStreamError: An error occurred (accessDeniedException) when calling the InvokeAgent operation: Access denied when calling Bedrock. \
                Check your request permissions and retry the request.
                """, code: .iamDenied, words: "agentResourceRoleArn",
            title: "The agent's service role may not call the model"),
        Row(
            text:
                "An error occurred (ValidationException) when calling the Retrieve operation: Your account is unauthorized to use RerankingConfiguration.",
            code: .accountNotAllowed, words: "Switch reranking off",
            title: "AWS does not let this account use RerankingConfiguration"),
        Row(
            text: "ValidationException: Your account is unauthorized to use GraphRAG features in this Region.",
            code: .accountNotAllowed, words: "Leave GraphRAG features out",
            title: "AWS does not let this account use GraphRAG features"),
        Row(
            text:
                "An error occurred (ValidationException) when calling the RetrieveAndGenerate operation: The model arn provided is not supported. Please check your configuration and retry the request.",
            code: .validationRequest, words: "Name another model", title: "This operation does not take that model"),
        Row(
            text: """
                InvalidArgumentException: Found 1 error while validating the input provided for the Converse operation:
                [messages][3][content][0][toolResult][content][0][json] is not a valid document type in /app/vendor/aws/aws-sdk-php/src/Api/Validator.php:65
                """, code: .validationMessages, words: "json_decode(json_encode($value), true)",
            title: "A value in the request is no JSON document"),
        Row(
            text:
                "ValidationException: Malformed input request: string [Human:] does not match pattern ^(\\|+|User:)$, please reformat your input and try again.",
            code: .validationRequest, words: "textGenerationConfig.stopSequences"),
        Row(
            text: """
                An error occurred (ValidationException) when calling the RetrieveAndGenerate operation: 1 validation error detected: Value \
                'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0:28k' at \
                'retrieveAndGenerateConfiguration.knowledgeBaseConfiguration.modelArn' failed to satisfy constraint: Member must satisfy regular \
                expression pattern: (arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:((:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))
                """, code: .validationRequest, words: "without ':28k'"),
        Row(
            text: """
                request: POST https://bedrock-runtime.eu-central-1.amazonaws.com/model/amazon.nova-2-lite-v1:0/invoke
                request: {anthropic_version: "bedrock-2023-05-31", messages: [{role: "user", content: [{type: "text", text: "hi"}]}], max_tokens: 10}
                error: lib/error.rb:52: Malformed input request: #/messages/0/content/0: extraneous key [type] is not permitted, reformat your input and try again. (RubyLLM::BadRequestError)
                """, code: .validationRequest, words: "The body is Anthropic Claude's"),
        Row(
            text:
                "Amazon.BedrockAgentRuntime.Model.ValidationException : There's an issue with the response body in your request. Check for mismatching content types or invalid keys.",
            code: .validationRequest, words: "\"TEXT\""),
        Row(
            text:
                "ValidationException: Cache point cannot be inserted after reasoning block. Please remove the invalid cache point and try again.",
            code: .validationCacheUnsupported, words: "reasoning block",
            title: "A cache point stands where none may stand"),
        Row(
            text: "ValidationException: The model is unsupported for streaming.", code: .validationConverseUnsupported,
            words: "in place of ConverseStream", title: "The model does not stream its answers"),
        Row(
            text: """
                Invoking the agent fails: "Your request rate is too high. Reduce the frequency of requests. Check your Bedrock model invocation quotas to find the acceptable frequency."
                """, code: .throttled, words: "requests per minute for"),
        Row(
            text: """
                litellm.ServiceUnavailableError: BedrockException - {"exceptionMetadata":{"rudiMetadata":"{\\"expectedQueueDelayInMs\\":394460,\\"variantIdentifier\\":\\"anthropic.claude-3-7-sonnet-20250219-v1:0:18k\\"}"},\
                "message":"Too many connections, please wait before trying again."}
                """, code: .serviceUnavailable, words: "a queue of 394 s"),
        Row(
            text: """
                ValidationException: Invocation of model ID amazon.nova-premier-v1:0 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.
                With the us. prefix before it: ValueError: Unknown model us.amazon.nova-premier-v1:0
                """, code: .onDemandUnsupportedNeedsInferenceProfile, words: "the client's own list of models"),
        Row(
            text: """
                n8n, AWS credentials, Region: ca-central-1
                URL: https://abc123.execute-api.ca-central-1.amazonaws.com/prod/orders
                InvalidSignatureException: Credential should be scoped to a valid region.
                """, code: .wrongScopeRegion, words: "ca-central-1/execute-api"),
        Row(
            text: """
                provider: bedrock
                apiBase: https://abc.execute-api.ap-south-1.amazonaws.com/prod/bedrock
                Failed to communicate with Bedrock API: Credential should be scoped to correct service: 'execute-api'.
                """, code: .wrongScopeService, words: "take a provider that does not sign"),
        Row(
            text: """
                \u{2577}
                \u{2502} Error: creating Amazon Bedrock Agent Agent (demo)
                \u{2502}
                \u{2502} operation error Bedrock Agent: CreateAgent, https response error StatusCode:
                \u{2502} 400, RequestID: 8e0d3f4e-aaaa-bbbb-cccc-1b2f2e5d7c11, ValidationException:
                \u{2502} 1 validation error detected: Value at 'instruction' failed to satisfy
                \u{2502} constraint: Member must have length greater than or equal to 40
                \u{2575}
                """, code: .validationRequest, words: "Make instruction longer: it must have at least 40 characters"),
        Row(
            text: """
                Error: creating Amazon Bedrock Agent Data Source: operation error Bedrock Agent: CreateDataSource, https response error StatusCode: 403, RequestID: 11111111-aaaa-bbbb-cccc-1b2f2e5d7c11, \
                AccessDeniedException: User: arn:aws:iam::123456789012:user/ci is not authorized to perform: bedrock:CreateDataSource on resource: arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678
                """, code: .iamDenied, words: "knowledge-base/KB12345678"),
        Row(
            text:
                "operation error Lambda: CreateEventSourceMapping, https response error StatusCode: 400, RequestID: 5f1d, InvalidParameterValueException: The function execution role does not have permissions to call ReceiveMessage on SQS",
            code: .serviceRoleDenied, words: "sqs:ReceiveMessage"),
        Row(
            text: """
                WebSocket connection to 'wss://abc-ats.iot.eu-west-1.amazonaws.com/mqtt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260212%2Feu-west-1%2Fiotdevicegateway%2Faws4_request\
                &X-Amz-Date=20260212T101112Z&X-Amz-SignedHeaders=host&X-Amz-Security-Token=AAAA&X-Amz-Signature=00' failed: Error during WebSocket handshake: Unexpected response code: 403
                """, code: .iamDenied, words: "append the token behind X-Amz-Signature",
            title: "AWS IoT's gateway refused the connection"),
        Row(
            text: "ValidationException: The value at toolConfig.tools.0.toolSpec.name is invalid.",
            code: .validationMessages, words: "a text of 1 to 64 characters"),
        Row(
            text: "I get an AccessDeniedException when my Lambda calls Bedrock.", code: .unknownError,
            words: "AttributeKey=EventName,AttributeValue=InvokeModel"),
        Row(
            text: """
                AccessDeniedException
                Policies:
                  - Statement:
                    - Effect: Allow
                      Action:
                        - bedrock:InvokeModel
                      Resource: "*"
                client.converse_stream(modelId=MODEL, messages=messages)
                """, code: .unknownError, words: "needs bedrock:InvokeModelWithResponseStream"),
        Row(
            text: """
                User: arn:aws:iam::123456789012:user/dev is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0 \
                because no identity-based policy allows the bedrock:InvokeModel action
                {
                  "Statement": [
                    {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "ml-*"}}},
                    {"Effect": "Allow", "Action": ["bedrock:ListFoundationModels"], "Resource": "*"}
                  ]
                }
                """, code: .iamDenied, words: "bedrock:InvokeModel is not among them"),
    ]

    @Test(arguments: rows.indices)
    func `leads`(index: Int) throws {
        let row = Self.rows[index]
        let finding = try firstFinding(row.text)
        #expect(finding.code == row.code)
        #expect(
            finding.remedies.first.map { "\($0.text) \($0.command ?? "")" }?.contains(row.words) ?? false,
            "\(remedyText(finding))")
        if let title = row.title { #expect(finding.title == title) }
    }
}
