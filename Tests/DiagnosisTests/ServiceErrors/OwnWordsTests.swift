import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func finding(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

private func advice(_ finding: Finding) -> String {
    ([finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// Whose words a text holds: a body in a form that is not AWS's, an SDK's dump, a library below a traceback.
@Suite struct OwnWordsTests {
    @Test(
        arguments: [
            #"{"detail":"Tenant is suspended for the quarter"}"#,
            #"{"error":{"message":"Tenant is suspended for the quarter","type":"tenant_error","trace_id":"x1"}}"#,
            #"{"success":false,"msg":"Tenant is suspended for the quarter"}"#,
        ])
    func `a body of another form is somebody's own, and no surer than possible`(text: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .answerNotFromService)
        #expect(finding.confidence == .possible)
        #expect(advice(finding).contains("Tenant is suspended"))
    }

    @Test(
        arguments: [
            #"{"message":"Tenant is suspended for the quarter"}"#,
            #"{"__type":"Foo","message":"Tenant is suspended for the quarter"}"#,
            #"{"error":"invalid_client","error_description":"Tenant is suspended for the quarter"}"#,
            #"{"error":{"message":"The bedrock quarter is odd","type":"x","trace_id":"x1"}}"#,
            #"{"type":"error","error":{"message":"Tenant is suspended","type":"x"}}"#,
        ])
    func `a body in AWS's form, or about AWS, is not`(text: String) throws {
        #expect(try finding(text).code != .answerNotFromService)
    }

    @Test func `Rust's sentence stands before the body that it cut`() throws {
        let said =
            "User: arn:aws:sts::123456789012:assumed-role/acme-role-3b7f2c10/fn is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0 because no identity-based policy allows the bedrock:InvokeModel action"
        let text = """
            called `Result::unwrap()` on an `Err` value: ServiceError(ServiceError { source: AccessDeniedException(AccessDeniedException { \
            message: Some("\(said)"), meta: ErrorMetadata { code: Some("AccessDeniedException"), message: Some("\(said)") } }), raw: Response \
            { status: StatusCode(403), headers: Headers { headers: {"content-type": HeaderValue { _private: H0("application/json") }} }, body: \
            SdkBody { inner: Once(Some(b"{\\"Message\\":\\"User: arn:aws:sts::123456789012:assumed-role/acme-role")), retryable: true } } })
            """
        let finding = try finding(text)
        #expect(finding.code == .iamDenied)
        #expect(advice(finding).contains("foundation-model/anthropic.claude-3-haiku"))
    }

    @Test func `a traceback's first line says nothing of who refused`() throws {
        let text = """
            Traceback (most recent call last):
              File "invoke_handler.py", line 811, in completion
                raise BedrockError(
            litellm.llms.bedrock.common_utils.BedrockError: Bedrock HTTPX: Unknown provider=us, model=us.anthropic.claude-3-5-sonnet-20241022-v2:0
            """
        let finding = try finding(text)
        #expect(finding.code == .clientRefused)
        #expect(advice(finding).contains("bedrock/converse"))
    }

    @Test(
        arguments: [
            "[SYSTEM_ERROR] An error occurred. Type: ModelError Details: \"Stream ended without completing a message\"",
            "Error: stream ended before message_stop",
        ])
    func `a stream without its last event broke off`(text: String) throws {
        #expect(try finding(text).code == .streamEndedEarly)
    }

    @Test func `a region in a gateway's name of the model goes out of it`() throws {
        let text = """
            === POST http://127.0.0.1:46551/v1/messages model=prefixed (bedrock/us-west-2/us.anthropic.claude-haiku-4-5-20251001-v1:0) ===
            HTTP/1.1 200 OK
            body: {"Output": {"__type": "com.amazon.coral.service#UnknownOperationException"}, "Version": "1.0"}
            """
        #expect(try advice(finding(text)).contains("aws_region_name: us-west-2"))
        #expect(try !advice(finding(text.replacing("us-west-2/", with: ""))).contains("aws_region_name"))
    }

    @Test func `an action above a stack has ended`() throws {
        let text = """
            AccessDeniedException: User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: bedrock:CreateAgent
                at de_AccessDeniedExceptionRes (/app/node_modules/@aws-sdk/client-bedrock-agent/dist-cjs/index.js:4172:21)
                at de_CommandError (/app/node_modules/@aws-sdk/client-bedrock-agent/dist-cjs/index.js:4105:19)
            """
        #expect(try advice(finding(text)).contains("bedrock:CreateAgent"))
    }

    @Test(arguments: [(424, FindingCode.programFailed), (502, .answerNotFromService)])
    func `a status of requests stands before its side`(status: Int, code: FindingCode) throws {
        let side = status < 500 ? "Client" : "Server"
        let text =
            "\(status) \(side) Error: Whatever for url: https://bedrock-agentcore.us-west-2.amazonaws.com/runtimes/x/invocations"
        let found = try finding(text)
        #expect(status == 424 ? found.code == code : found.code != .programFailed)
    }
}

/// What programs say of answers that they could not use, and of parts of themselves that are not there.
@Suite struct UnusedAnswerTests {
    @Test(
        arguments: [
            (
                "strands.types.exceptions.MaxTokensReachedException: Agent has reached an unrecoverable state due to max_tokens limit. For more information see: https://example.com",
                "raise maxTokens"
            ),
            ("AI_NoObjectGeneratedError: No object generated: could not parse the response.", "stopReason"),
            ("ValueError: Invalid response from LLM call - None or empty.", "stopReason"),
            (
                "pydantic_ai.exceptions.UnexpectedModelBehavior: Exceeded maximum retries (1) for result validation",
                "stopReason"
            ),
            ("json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)", "before they are parsed"),
            (
                "litellm.APIError: BedrockException - Unable to get json response - Expecting value: line 1 column 1 (char 0), Original Response: ",
                "before they are parsed"
            ),
        ])
    func `an answer that a program cannot use is one`(text: String, word: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .answerUnreadable)
        #expect(finding.confidence != .certain)
        #expect(advice(finding).contains(word), "\(advice(finding))")
    }

    @Test(
        arguments: [
            (
                "ValidationException: The maximum tokens you requested exceeds the model limit of 8192. Try again with a maximum tokens value that is lower than 8192.",
                FindingCode.validationMaxTokens
            ),
            (
                "EventStreamError: An error occurred (modelStreamErrorException) when calling the ConverseStream operation: Bedrock returned an empty response",
                .modelError
            ),
            ("ThrottlingException: Too many tokens, please wait before trying again.", .throttled),
            ("SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", .answerNotFromService),
        ])
    func `a refusal or a page is another matter`(text: String, code: FindingCode) throws {
        #expect(try finding(text).code == code)
    }

    @Test(
        arguments: [
            ("ValueError: Stop sequence key name for us is not supported.", "ChatBedrockConverse"),
            ("AI_UnsupportedFunctionalityError: 'frequencyPenalty' functionality not supported", "providerOptions"),
            ("AttributeError: module 'boto3' has no attribute 'bedrock'", "boto3.client"),
            ("Error: Cannot find module '@aws-sdk/client-bedrock-runtime'", "node_modules"),
            (
                "ImportError: cannot import name 'ChatBedrockConverse' from 'langchain_aws' (/usr/lib/python3/site-packages/langchain_aws/__init__.py)",
                "which version"
            ),
        ])
    func `a program that lacks something sent nothing`(text: String, word: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .clientRefused)
        #expect(advice(finding).contains(word), "\(advice(finding))")
    }

    @Test func `a module that has nothing to do with AWS is not named`() throws {
        #expect(try finding("Error: Cannot find module './routes/users'").code != .clientRefused)
    }

    @Test func `LiteLLM's time limit is no missing connection`() throws {
        #expect(try finding("litellm.Timeout: Connection timed out after 600.0 seconds.").code == .networkAnswerTimeout)
        let connect =
            #"litellm.APIConnectionError: Connect timeout on endpoint URL: "https://bedrock-runtime.us-east-1.amazonaws.com/""#
        #expect(try finding(connect).code == .networkUnreachable)
    }

    @Test func `Claude Code's sentence about a model leaves both readings`() throws {
        let text =
            "There's an issue with the selected model (us.anthropic.claude-sonnet-4-5-20250929-v1:0). It may not exist or you may not have access to it. Run --model to pick a different model."
        let finding = try finding(text)
        #expect(finding.code == .modelIDInvalid)
        #expect(finding.confidence == .possible)
    }
}

/// Which sentence of several in a text is the one that counts, and whose it is.
@Suite struct LeadingSentenceTests {
    @Test(
        arguments: [
            (
                "Something went wrong. Here's the specific error message we encountered: An error occurred while processing the request: The provided model identifier is invalid.",
                FindingCode.modelIDInvalid
            ),
            (#"{"message":"An unexpected error occurred","request_id":"e71cab3c5f"}"#, .answerNotFromService),
            (
                #"{"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}}"#,
                .answerNotFromService
            ),
            (
                #"{"httpCode":"401","httpMessage":"Unauthorized","moreInformation":"Unknown caller."}"#,
                .answerNotFromService
            ),
            (
                #"{"errorType":"Runtime.ImportModuleError","errorMessage":"Unable to import module 'app'"}"#,
                .programFailed
            ),
            (
                "An error occurred (ValidationException) when calling the InvokeModel operation: This request has been blocked by our content filters.",
                .validationRequest
            ),
        ])
    func `what a program says first does not decide`(text: String, code: FindingCode) throws {
        #expect(try finding(text).code == code)
    }

    @Test func `a model's own failure is still one`() throws {
        let text =
            "ModelErrorException: The model encountered an unexpected error while processing the request. Try again."
        #expect(try finding(text).code == .modelError)
    }

    @Test(
        arguments: [
            (
                #"API Error: 400 "thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior."#,
                #"{"type": "adaptive"}"#
            ),
            ("ValidationException: adaptive thinking is not supported on this model", #""budget_tokens""#),
        ])
    func `which type of thinking was refused decides what to send`(text: String, word: String) throws {
        #expect(try advice(finding(text)).contains(word))
    }

    @Test(
        arguments: [
            (
                "An error occurred (ThrottlingException) when calling the CreateModelInvocationJob operation: Too many concurrent jobs",
                "batch jobs"
            ),
            (
                "An error occurred (ThrottlingException) when calling the PrepareAgent operation: Rate exceeded",
                "no model's quota"
            ),
            (
                "An error occurred (ThrottlingException) when calling the Converse operation: Too many tokens, please wait before trying again.",
                "Tokens per minute"
            ),
            (
                "An error occurred (ModelNotReadyException) when calling the InvokeModel operation: Model is not ready for inference. Wait and try your request again.",
                "unloaded"
            ),
        ])
    func `what was limited is told by the operation`(text: String, word: String) throws {
        #expect(try advice(finding(text)).contains(word))
    }
}

/// Exceptions of a program's own runtime, under whatever class a gateway gave them.
@Suite struct RuntimeExceptionTests {
    @Test(
        arguments: [
            "litellm.exceptions.ServiceUnavailableError: BedrockException - cannot access local variable 'data' where it is not associated with a value LiteLLM Retried: 1 times",
            "litellm.InternalServerError: BedrockException - list index out of range",
            "litellm.APIConnectionError: 'NoneType' object has no attribute 'get'",
        ])
    func `a gateway's own exception is the program's failure`(text: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .programFailed)
        #expect(finding.confidence != .certain)
        #expect(advice(finding).contains("traceback"))
    }

    @Test(arguments: [
        "IndexError: list index out of range", "TypeError: Cannot read properties of undefined (reading 'x')",
    ])
    func `one of any other program is no more than possible`(text: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .programFailed)
        #expect(finding.confidence == .possible)
    }

    @Test func `LiteLLM's word about tools is no model without tools`() throws {
        let text =
            "litellm.exceptions.BadRequestError: litellm.BadRequestError: BedrockException - Bedrock doesn't support tool calling without `tools=` param specified. Pass `tools=` param OR set `litellm.modify_params = True`"
        let found = try finding(text)
        #expect(found.code != .validationToolUnsupported)
        #expect(advice(found).contains("modify_params"))
    }

    @Test func `a path that no operation has is told as one`() throws {
        let text =
            #"Error [AI_TypeValidationError]: Type validation failed: Value: {"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}."#
        #expect(try advice(finding(text)).contains("%2F"))
    }
}

/// An answer that stands indented in a program's print.
@Suite struct IndentedAnswerTests {
    @Test func `its body is read as one`() throws {
        let text = """
            Got exception outside of a test
              HTTP/1.1 400 Bad Request
              Content-Type: application/x-amz-json-1.1
              Content-Length: 159
              Connection: keep-alive
              
              {"__type":"InvalidSignatureException","message":"Signature not yet current: 20201002T065532Z is still later than 20201002T062118Z (20201002T061618Z + 5 min.)"}\"""))
            """
        #expect(try finding(text).code == .clockSkewFuture)
    }
}
