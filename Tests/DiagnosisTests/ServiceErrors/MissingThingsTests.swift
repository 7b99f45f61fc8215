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

/// What is not there, and what runs beside a model and failed by itself.
@Suite struct MissingThingsTests {
    @Test(
        arguments: [
            (
                " InvokeAgent operation: Failed to retrieve resource because it doesn't exist. Retry the request",
                "alias"
            ),
            (
                "An error occurred (ResourceNotFoundException) when calling the InvokeAgent operation: Failed to retrieve resource because it doesn't exist. Retry the request with a different resource identifier.",
                "alias"
            ),
            (
                "An error occurred (ResourceNotFoundException) when calling the Retrieve operation: Knowledge Base with id ABCDEFGHIJ does not exist",
                "alias"
            ),
            (
                "An error occurred (NoSuchBucket) when calling the PutObject operation: The specified bucket does not exist",
                "Amazon S3"
            ),
            ("An error occurred (404) when calling the HeadObject operation: Not Found", "region"),
            (
                "An error occurred (ResourceNotFoundException) when calling the Invoke operation: Function not found: arn:aws:lambda:us-east-1:123456789012:function:acme",
                "does not exist for this account"
            ),
        ])
    func `a thing that is not there is named as such`(text: String, word: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .resourceNotFound)
        #expect(advice(finding).contains(word), "\(advice(finding))")
    }

    @Test(
        arguments: [
            (
                "An error occurred (ResourceNotFoundException) when calling the Converse operation: Could not resolve the foundation model from the provided model identifier.",
                FindingCode.modelNotInRegion
            ),
            (
                "An error occurred (ResourceNotFoundException) when calling the InvokeModel operation: This model version has reached the end of its life. Please refer to the AWS documentation for more details.",
                .modelEndOfLife
            ),
            ("Error: agent not found", .unknownError),
        ])
    func `a model that is not there keeps its own cause`(text: String, code: FindingCode) throws {
        #expect(try finding(text).code == code)
    }

    @Test(
        arguments: [
            (
                "RequestId: 96a9d320-9432-4635-aeaa-000000000000 Error: Runtime exited with error: signal: killed Runtime.ExitError",
                "memory"
            ),
            (
                "424 Client Error: Failed Dependency for url: https://bedrock-agentcore.us-west-2.amazonaws.com/runtimes/x/invocations?qualifier=DEFAULT",
                "/aws/bedrock-agentcore/runtimes"
            ),
            (
                "An error occurred (RuntimeClientError) when calling the InvokeAgentRuntime operation: An error occurred when starting the runtime. Please check your CloudWatch logs for more information.",
                "/aws/bedrock-agentcore/runtimes"
            ),
            ("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "max-old-space-size"),
        ])
    func `a program that ended is told of its own log`(text: String, word: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .programFailed)
        #expect(advice(finding).contains(word), "\(advice(finding))")
    }

    @Test func `a model's 424 stays the model's`() throws {
        let text =
            "424 Client Error: Failed Dependency for url: https://bedrock-runtime.us-west-2.amazonaws.com/model/x/converse"
        #expect(try finding(text).code == .modelError)
    }

    @Test func `a function that was killed after its time limit is told of both`() throws {
        let text = """
            {
              "errorMessage": "2023-12-27T13:08:30.962Z 999b5204-0c1a-4111-877c-000000000000 Task timed out after 12.01 seconds"
            }
            RequestId: 96a9d320-9432-4635-aeaa-000000000000 Error: Runtime exited with error: signal: killed Runtime.ExitError.
            """
        #expect(try advice(finding(text)).contains("more memory"))
    }

    @Test(arguments: ["prompt-caching-scope-2026-01-05", "context-1m-2025-08-07", "effort-2025-11-24"])
    func `a beta that is not known is a flag, whatever words are in its name`(flag: String) throws {
        let text = """
            API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Unexpected value(s) `\(flag)` for the \
            `anthropic-beta` header. Please consult our documentation at docs.anthropic.com or try again without the header."},\
            "request_id":"req_vrtx_011CXizW8m0000QLJVVZH13k"}
            """
        let finding = try finding(text)
        #expect(finding.code == .validationRequest)
        #expect(advice(finding).contains("anthropic_beta"))
        #expect(advice(finding).contains("Vertex AI"))
        #expect(finding.confidence != .certain)
    }

    @Test func `a cache point that is refused is still one`() throws {
        let text = "ValidationException: You invoked an unsupported model or your request did not allow prompt caching."
        #expect(try finding(text).code == .validationCacheUnsupported)
    }

    @Test(arguments: ["doesn't", "doesn`t", "doesn\u{B4}t", "doesn\u{2019}t"])
    func `an apostrophe is one, however it was typed`(word: String) throws {
        #expect(try finding("This model \(word) support tool use in streaming mode").code == .validationToolUnsupported)
    }

    @Test func `an operation that the right host lacks is a matter of the region`() throws {
        let text =
            "operation error Bedrock: ListInferenceProfiles, https response error StatusCode: 400, RequestID: 8dd3d182-9c0d-4384-88fe-000000000000, ValidationException: Unknown operation"
        let finding = try finding(text)
        #expect(finding.code == .wrongEndpoint)
        #expect(finding.remedies.first?.text.contains("Call another region") ?? false)
    }

    @Test(
        arguments: [
            "Agent failed before reply: No API key found for amazon-bedrock.",
            "Error: No API key found for provider bedrock",
        ])
    func `an agent without a key of its provider finds its own list empty`(text: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .credentialsMissing)
        #expect(advice(finding).contains("AWS_BEARER_TOKEN_BEDROCK"))
    }

    @Test func `a key of another provider is none of Bedrock's`() throws {
        #expect(try finding("Error: No API key found for provider mistral").code != .credentialsMissing)
    }

    @Test func `the AI SDK's list of ways says nothing of what is set`() throws {
        let text = """
            Error: AWS SigV4 authentication requires AWS credentials. Please provide either:
            1. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY environment variables
            4. Use API key authentication with AWS_BEARER_TOKEN_BEDROCK or apiKey option
            """
        let finding = try finding(text)
        #expect(finding.code == .credentialsMissing)
        #expect(advice(finding).contains("fromNodeProviderChain"))
        #expect(!advice(finding).contains("is set, and"))
    }
}

/// Errors by the parts of their names, clients used after their end, and configurations that a program refuses.
@Suite struct NamedByPartsTests {
    @Test(
        arguments: [
            (
                "An error occurred (InvalidRequest) when calling the PutObject operation: Missing required header for this request: Content-MD5",
                FindingCode.validationRequest
            ),
            (
                "An error occurred (EntityTooLarge) when calling the PutObject operation: Your proposed upload exceeds the maximum allowed size",
                .validationRequest
            ),
            (
                "An error occurred (ConflictException) when calling the PutTrustedAccessProgramAccountEnrollment operation: None",
                .accountNotAllowed
            ),
            ("An error occurred (AccessDenied) when calling the PutObject operation: Access Denied", .iamDenied),
            ("{\"error\":{\"type\":\"server_error\",\"message\":\"\",\"code\":null}}", .internalError),
            (
                "An error occurred (dependencyFailedException) when calling the InvokeAgent operation: The server encountered an error processing the Lambda response. Check the Lambda response and retry the request",
                .programFailed
            ),
        ])
    func `a name says the kind`(text: String, code: FindingCode) throws {
        let finding = try finding(text)
        #expect(finding.code == code)
        #expect(finding.confidence != .certain)
    }

    @Test(arguments: [
        "An error occurred (Unknown) when calling the PutObject operation: Unknown", "ConflictException",
        "An error occurred (ConflictException) when calling the UpdateAgent operation: Update operation can't be performed on Agent when it is in Preparing state.",
    ])
    func `a name without a call, or that is none, says nothing`(text: String) throws {
        #expect(try finding(text).code != .validationRequest)
    }

    @Test func `the title names the service that was called`() throws {
        let text =
            "An error occurred (InvalidRequest) when calling the PutObject operation: x (Service: S3, Status Code: 400, Request ID: a)"
        #expect(try !(finding(text).title.contains("Bedrock")))
        #expect(
            try finding("ValidationException: Malformed input request: extraneous key [foo] is not permitted").title
                .contains("Bedrock"))
    }

    @Test(
        arguments: [
            "java.lang.IllegalStateException: Connection pool shut down",
            "RuntimeError: Session is closed",
            "RuntimeError: Cannot send a request, as the client has been closed.",
            "RuntimeError: Event loop is closed",
        ])
    func `a client that was closed is not the network`(text: String) throws {
        let finding = try finding(text)
        #expect(finding.code == .clientRefused)
        #expect(advice(finding).contains("one client for the whole life"))
    }

    @Test(
        arguments: [
            "Unable to execute HTTP request: Timeout waiting for connection from pool",
            "botocore.exceptions.ConnectionClosedError: Connection was closed before we received a valid response from endpoint URL",
        ])
    func `a pool that is full, or a connection that was closed, is another matter`(text: String) throws {
        #expect(try finding(text).code != .clientRefused)
    }

    @Test func `a gateway's own configuration names its key`() throws {
        let text = """
            {"error":{"code":"unrecognized_keys","keys":["fallbackz"],"path":["providers",0],"message":"Unrecognized key(s) in object: \
            'fallbackz'"}}
            """
        let finding = try finding(text)
        #expect(finding.code == .clientRefused)
        #expect(advice(finding).contains("fallbackz"))
    }

    @Test func `a key that the model does not know is the request's`() throws {
        let text = "ValidationException: Malformed input request: #: extraneous key [fallbackz] is not permitted"
        #expect(try finding(text).code == .validationRequest)
    }

    @Test func `a body that the AWS CLI took for base64 is told of the option`() throws {
        let text = #"Invalid base64: "{"anthropic_version":"bedrock-2023-05-31","max_tokens":100}""#
        let finding = try finding(text)
        #expect(finding.code == .clientRefused)
        #expect(advice(finding).contains("--cli-binary-format"))
        #expect(
            try self.code("ValidationException: messages.0.content.0.image.source: invalid base64 image")
                != .clientRefused)
    }

    private func code(_ text: String) throws -> FindingCode { try finding(text).code }

    @Test func `single sign-on that does not answer is no model that is slow`() throws {
        let text = #"BedrockException - Read timeout on endpoint URL: "https://oidc.us-east-1.amazonaws.com/token""#
        let found = try finding(text)
        #expect(found.code == .networkAnswerTimeout)
        #expect(found.remedies.first?.text.contains("no model was called") ?? false)
        let model = #"Read timeout on endpoint URL: "https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse""#
        #expect(try !(advice(finding(model)).contains("no model was")))
    }

    @Test func `a failure that a program printed past its debug logger is read`() throws {
        let text = """
            DEBUG 2026-04-17T23:20:49Z: hyper::client::pool: pooling idle connection for "https://lambda.eu-west-1.amazonaws.com"
            DEBUG 2026-04-17T23:20:49Z: tokio_core::reactor: scheduling direction for: 1
            DEBUG 2026-04-17T23:20:49Z: tokio_core::reactor: blocking
            Err(Unknown("{\\"message\\":\\"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.\\"}"))
            DEBUG 2026-04-17T23:20:49Z: tokio_core::reactor: blocking
            """
        #expect(try finding(text).code == .signatureMismatch)
        let silent = text.split(separator: "\n").filter { $0.hasPrefix("DEBUG") }.joined(separator: "\n")
        #expect(try finding(silent).code == .answerNotShown)
    }
}
