import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

private func advice(_ finding: Finding) -> String {
    ([finding.detail] + finding.remedies.flatMap { [$0.text, $0.command ?? ""] }).joined(separator: "\n")
}

/// The words of a cause stand in one message; words of several, and what the reporter typed, make none.
@Suite struct ApartWordsTests {
    @Test(
        arguments: [
            // Members of one object.
            (
                #"{"error":{"model":"x encountered","detail":"sent","step":"processing unexpected"}}"#,
                #"{"error":{"message":"The model encountered an unexpected error during processing"}}"#,
                FindingCode.modelError
            ),
            // Python's form of the same.
            (
                "{'model': 'the model failed', 'file': 'request while_processing'}",
                "{'message': 'The model failed while processing the request'}", .modelError
            ),
            // Records of a log.
            (
                "12:01:05 - started with messages\n12:01:06 - role was read, block by block\n12:01:07 - nothing found",
                "12:01:05 - messages: roles must alternate between user and assistant", .validationMessages
            ),
            // Paragraphs.
            (
                "The prompt was read by the gateway and handed on.\n\nNobody knows which limit of it was meant.",
                "The prompt is longer than the limit of the context window: 201000 tokens exceed 200000.",
                .validationContextLength
            ),
            // Further apart than a sentence or two.
            (
                "messages \(Array(repeating: "and", count: 60).joined(separator: " ")) role "
                    + "\(Array(repeating: "or", count: 60).joined(separator: " ")) unexpected",
                "messages: unexpected role", .validationMessages
            ),
        ])
    func `words of several messages make no cause`(apart: String, together: String, cause: FindingCode) throws {
        #expect(try explained(apart).code != cause)
        #expect(try explained(together).code == cause)
    }

    @Test(
        arguments: [
            "curl http://localhost:8081/v1/chat/completions -d '",
            "$ http POST localhost:8081/v1/chat/completions <<< '",
            "root@node1:~# curl -s http://localhost:8081/v1/chat/completions \\\n  -d '",
            "[ec2-user@node1 work]$ curl -s http://localhost:8081/v1/chat/completions -d '",
            "PS C:\\work> curl.exe http://localhost:8081/v1/chat/completions -d '",
        ])
    func `a body that was typed is no answer`(command: String) throws {
        let body = #"{"messages":[{"role":"user","content":"Say: invalid role, must alternate"}]}"#
        let typed = try explained("\(command)\(body)'\nThe kettle is on.")
        #expect(typed.code == .unknownError, "\(typed.code)")
        let answered = try explained(
            "\(command){}'\n" + #"{"message":"messages: roles must alternate between \"user\" and \"assistant\""}"#)
        #expect(answered.code == .validationMessages)
    }

    @Test func `a body of several lines is typed up to its closing quote`() throws {
        let text = """
            curl https://ai.example.com/v1/chat -d '{
              "messages": [{"role": "user", "content": "unexpected"}]
            }'
            An error occurred (ThrottlingException) when calling the Converse operation: Too many requests, please wait before trying again.
            """
        #expect(try explained(text).code == .throttled)
        // An apostrophe opens nothing.
        let apostrophe = """
            $ run the client's test
            An error occurred (ThrottlingException) when calling the Converse operation: Too many requests, please wait before trying again.
            """
        #expect(try explained(apostrophe).code == .throttled)
    }

    @Test func `variables that were set say nothing of why a call failed`() throws {
        #expect(
            try explained("AWS_REGION_NAME=eu-west-1\nMAX_DOCUMENT_NAME=file\nThe kettle is on.").code == .unknownError)
        let text =
            "AWS_PROFILE=work\nAn error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in the request is expired"
        #expect(try explained(text).code == .tokenExpired)
    }

    @Test(
        arguments: [
            "client = boto3.client(\n    \"bedrock-runtime\",\n    messages=\"no role, must alternate\",\n)",
            "const answer = await client.send(new ConverseCommand({ messages: roles, must: \"alternate\" }));",
            "from messages import role, unexpected",
        ])
    func `a statement that was typed is no answer`(code: String) throws {
        #expect(try explained(code + "\nThe kettle is on.").code == .unknownError)
        let answer = "An error occurred (ThrottlingException) when calling the Converse operation: Too many requests"
        #expect(try explained(code + "\n" + answer).code == .throttled)
        // A log writes what failed as a value.
        let logged = "error = ThrottlingException(\"Too many requests, please wait before trying again.\")"
        #expect(try explained(code + "\n" + logged).code == .throttled)
    }

    @Test func `a sentence below the command that got it decides`() throws {
        let text = """
            root@node1:~# curl -X POST "http://localhost:8081/v1/chat/completions" -d '{"messages":[{"role":"user","content":"Say"}]}'
            No matching route found. It is likely because the model specified in your request is not configured in the Gateway.
            """
        #expect(advice(try explained(text)).contains("AIGatewayRoute"))
    }

    @Test func `a sentence that quotes empty lines is one`() throws {
        let text = """
            ValidationException: Invalid prompt: prompt must start with "

            Human:" turn, prompt must end with "

            Assistant:" turn
            """
        #expect(advice(try explained(text)).contains("Human"))
    }

    @Test func `a page of a web server is read below the command that got it`() throws {
        let page = """
            $ curl -s -X POST https://ai.example.com/v1/responses -H "Authorization: Bearer x" --data-binary @big.json
            <html>
            <head><title>413 Request Entity Too Large</title></head>
            <body>
            <center><h1>413 Request Entity Too Large</h1></center>
            <hr><center>nginx</center>
            </body>
            </html>
            """
        let finding = try explained(page)
        #expect(finding.code == .answerNotFromService)
        #expect(advice(finding).contains("client_max_body_size"))
    }

    @Test func `words far apart show no link of a credential chain`() throws {
        let far =
            "AssumeRoleWithWebIdentity was called. \(String(repeating: "Nothing of note. ", count: 40))The audience clapped."
        let near =
            "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Incorrect token audience"
        #expect(!advice(try explained(far)).contains("audience"))
        #expect(advice(try explained(near)).contains("audience"))
    }

    // MARK: The program's own

    @Test(
        arguments: [
            "TypeError: Credentials.validate_credentials() missing 1 required positional argument: 'self'",
            "TypeError: get_credentials() missing 1 required positional argument: 'region'",
            #"PluginInvokeError: {"args":{},"error_type":"TypeError","message":"BedrockLargeLanguageModel.validate_credentials() missing 1 required positional argument: 'self'"}"#,
            "TypeError: Client.__init__() got an unexpected keyword argument 'proxies'",
            "TypeError: load_region() takes 1 positional argument but 2 were given",
        ])
    func `a function that was called with other arguments is the program's fault`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .clientRefused, "\(finding.code)")
        #expect(advice(finding).contains("versions"))
        #expect(advice(finding).contains("httpx") == text.contains("proxies"))
    }

    @Test func `credentials that are missing stay a matter of credentials`() throws {
        let text = "botocore.exceptions.NoCredentialsError: Unable to locate credentials"
        #expect(try explained(text).code == .credentialsMissing)
    }

    @Test(
        arguments: [
            (
                "/Users/dev/.local/share/uv/tools/aider-chat/lib/python3.12/site-packages/litellm/main.py",
                "uv tool install --with boto3 aider-chat"
            ),
            (
                "/home/dev/.local/share/pipx/venvs/aider-chat/lib/python3.12/site-packages/litellm/main.py",
                "pipx inject aider-chat boto3"
            ),
            (
                "/home/dev/app/.venv/lib/python3.12/site-packages/litellm/main.py",
                "/home/dev/app/.venv/bin/python -m pip install boto3"
            ),
            ("/opt/conda/envs/llm/lib/python3.12/site-packages/litellm/main.py", "conda run -n llm"),
            ("/var/task/litellm/main.py", "layer"),
        ])
    func `a missing package belongs into the environment of the program`(path: String, how: String) throws {
        let text = """
            litellm.APIConnectionError: Missing boto3 to call bedrock. Run 'pip install boto3'.
            Traceback (most recent call last):
              File "\(path)", line 206, in completion
                import boto3
            ModuleNotFoundError: No module named 'boto3'
            """
        let finding = try explained(text)
        #expect(finding.code == .clientRefused, "\(finding.code)")
        #expect(advice(finding).contains(how), "\(advice(finding))")
    }

    @Test(
        arguments: [
            "java.lang.AbstractMethodError: Receiver class software.amazon.awssdk.services.s3.DefaultS3Client does not define or inherit an implementation of the resolved method",
            "java.lang.IncompatibleClassChangeError: Class software.amazon.awssdk.core.SdkClient does not implement the requested interface",
            "java.lang.NoSuchMethodError: 'void software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest.x()'",
        ])
    func `two versions of the SDK for Java stand on one class path`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .clientTooOld)
        #expect(advice(finding).contains("bom"))
        #expect(try explained(text.replacing("software.amazon.awssdk", with: "com.example.shop")).code != .clientTooOld)
    }

    @Test func `an operation that a client lacks stays so beside the name of a model`() throws {
        let text =
            "AttributeError: 'BedrockRuntime' object has no attribute 'converse'\nmodel anthropic.claude-3-haiku-20240307-v1:0"
        let finding = try explained(text)
        #expect(finding.code == .clientTooOld)
        #expect(advice(finding).contains("1.34.116"), "\(advice(finding))")
    }

    // MARK: Sentences in other words

    @Test(
        arguments: [
            "AWS region not set",
            "BedrockException - AWS region not set: set AWS_REGION_NAME or AWS_REGION env variable or in .env file",
            "Failed to load model catalog: Error: Region is missing",
            "litellm.llms.bedrock.BedrockError: AWS region not set: set AWS_REGION_NAME or AWS_REGION env variable or in .env file",
        ])
    func `a region that nobody set is missing, whatever stands beside it`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .regionMissing, "\(finding.code)")
        #expect(advice(finding).contains("ollama/") == text.contains("AWS_REGION_NAME"))
    }

    @Test func `a profile goes before an API key`() throws {
        let failure = "CredentialsNotLoaded { source: Some(\"no providers in chain provided credentials\") }"
        let key = "AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-****"
        let both = try explained("\(failure)\n\n$ env | grep AWS\nAWS_PROFILE=default\n\(key)")
        #expect(both.code == .credentialsMissing)
        #expect(both.remedies.first?.command == "unset AWS_PROFILE", "\(advice(both))")
        let alone = try explained("\(failure)\n\n$ env | grep AWS\nAWS_PROFILE=\n\(key)")
        #expect(alone.remedies.first?.command != "unset AWS_PROFILE")
    }

    @Test(
        arguments: [
            (
                "execute-api:Invoke on resource: arn:aws:execute-api:ap-southeast-2:********9012:a1b2c3d4e5/test/GET/chat",
                FindingCode.answerNotFromService, "aws:SourceVpce"
            ),
            (
                "es:ESHttpPost on resource: arn:aws:es:eu-west-1:123456789012:domain/logs", .missingAuthToken,
                "Sign the request"
            ),
        ])
    func `a caller without an identity has no policy to attach`(what: String, code: FindingCode, how: String) throws {
        let finding = try explained("{\"Message\":\"User: anonymous is not authorized to perform: \(what)\"}")
        #expect(finding.code == code, "\(finding.code)")
        #expect(advice(finding).contains(how), "\(advice(finding))")
        #expect(!advice(finding).contains("Attach a policy"))
        let named = try explained(
            "{\"Message\":\"User: arn:aws:iam::123456789012:user/dev is not authorized to perform: \(what)\"}")
        #expect(named.code == .iamDenied)
    }

    @Test(
        arguments: [
            (
                "No matching route found. It is likely because the model specified in your request is not configured in the Gateway.",
                "AIGatewayRoute"
            ),
            (
                "No matching route found. It is likely that the model specified in your request is not configured in the Gateway.",
                "AIGatewayRoute"
            ),
            (
                "{'error': {'message': 'litellm.BadRequestError: You passed in model=own. There are no healthy deployments for this model. Received Model Group=own', 'code': '400'}}",
                "model_list"
            ),
            (
                "{'error': {'message': \"litellm.BadRequestError: You passed in model=own. There is no 'model_name' with this string\", 'code': '400'}}",
                "model_list"
            ),
            (
                "{\"error\":{\"message\":\"[llm/v1/chat] route only supports llm/v1/chat type requests\"}}",
                "Content-Type: application/json"
            ),
            (
                "{\"error\":{\"code\":\"401\",\"message\":\"Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.\"}}",
                "Azure OpenAI"
            ),
            (
                "{\"statusCode\":401,\"message\":\"Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.\"}",
                "Ocp-Apim-Subscription-Key"
            ),
        ])
    func `a gateway is known by its own sentence`(text: String, how: String) throws {
        let finding = try explained(text)
        #expect(advice(finding).contains(how), "\(finding.code): \(advice(finding))")
        #expect(how != "Ocp-Apim-Subscription-Key" || !advice(finding).contains("Azure OpenAI"))
    }

    @Test func `an event stream that another host hands on is to be handed on whole`() throws {
        let failure = "API Error: Truncated event message received."
        let ours = try explained("\(failure)\nANTHROPIC_BEDROCK_BASE_URL: https://llm-proxy.example.com/bedrock")
        #expect(ours.code == .streamEndedEarly)
        #expect(ours.confidence == .likely)
        #expect(advice(ours).contains("vnd.amazon.eventstream") && advice(ours).contains("llm-proxy.example.com"))
        let theirs = try explained(
            "\(failure)\nANTHROPIC_BEDROCK_BASE_URL: https://bedrock-runtime.eu-west-1.amazonaws.com")
        #expect(!advice(theirs).contains("vnd.amazon.eventstream"))
    }
}
