import Report

/// How a client is made to show the request that it sends, which code and settings do not: whatever lies between changes it.
///
/// Sources: the logging pages of each SDK, <https://docs.litellm.ai/docs/debugging/local_debugging>,
/// <https://github.com/anthropics/anthropic-sdk-python#logging>, <https://code.claude.com/docs/en/cli-reference>.
enum OutgoingRequest {
    /// What to do, as the end of a sentence that begins with "Print the request that goes out".
    static func way(_ scene: Scene, _ language: LanguageRuntime?) -> String {
        if let program = scene.program, let way = programs.first(where: { $0.0 == program }) { return way.1 }
        if let library = ClientLibrary(scene.sdk), let way = libraries.first(where: { $0.0 == library }) {
            return way.1
        }
        return language.flatMap { runtime in languages.first { $0.0 == runtime }?.1 }
            ?? "the client's debug log, or the mock in place of Bedrock, which shows each request as it came"
    }

    private static let botocore = #"boto3.set_stream_logger("botocore.endpoint"), which botocore's users inherit"#

    private static let programs: [(ClientProgram, String)] = [
        (.claudeCode, "ANTHROPIC_LOG=debug claude --debug"),
        (
            .liteLLM,
            "litellm --detailed_debug, or litellm._turn_on_debug() in code: the lines \"POST Request Sent from LiteLLM\""
        ),
        (.aider, "aider --verbose, and LITELLM_LOG=DEBUG for what LiteLLM makes of it"),
        (.crewAI, "LITELLM_LOG=DEBUG, since CrewAI calls through LiteLLM"),
        (
            .langChain,
            #"boto3.set_stream_logger("botocore.endpoint") (LangChain's classes for Bedrock call boto3); httpx's logger shows nothing of it"#
        ),
        (.llamaIndex, botocore), (.strandsAgents, botocore), (.pydanticAI, botocore), (.dify, botocore),
        (.haystack, botocore),
        (.bedrockAccessGateway, "DEBUG=true of the gateway, which logs Bedrock's request as it makes it"),
        (
            .vercelAISDK,
            "(await result.request).body of the AI SDK, error.requestBodyValues of its AI_APICallError, or a fetch of your own in createAmazonBedrock({ fetch })"
        ),
        (.opencode, "opencode run --print-logs --log-level DEBUG"),
        (
            .springAI,
            "logging.level.software.amazon.awssdk.request=DEBUG, and org.apache.http.wire=DEBUG for the body"
        ),
        (.cline, "the tab Network of the editor's developer tools"),
        (.rooCode, "the tab Network of the editor's developer tools"),
        (.kiloCode, "the tab Network of the editor's developer tools"), (.prx, "RUST_LOG=debug prx"),
        (.bifrost, "the request's log in Bifrost, with its raw request switched on (send_back_raw_request)"),
    ]

    private static let libraries: [(ClientLibrary, String)] = [
        (.awsCLI, "aws ... --debug, the line \"Making request\""),
        (.boto3, #"boto3.set_stream_logger("botocore.endpoint"), the line "Making request""#),
        (
            .botocore,
            #"boto3.set_stream_logger("botocore.endpoint") in code, or --debug of the AWS CLI: the line "Making request""#
        ),
        (
            .javaScript3,
            #"client.middlewareStack.add((next) => (args) => { console.log(args.request.path, args.request.body); return next(args) }, { step: "finalizeRequest" })"#
        ),
        (.javaScript2, "AWS.config.logger = console, and the event httpDebug of the request"),
        (.java2, "the logger software.amazon.awssdk.request at DEBUG, and org.apache.http.wire at DEBUG for the body"),
        (.java1, "the loggers com.amazonaws.request and org.apache.http.wire at DEBUG"),
        (.kotlin, "sdkLogMode = LogMode.LogRequestWithBody of the client"),
        (.go2, "config.WithClientLogMode(aws.LogRequestWithBody)"),
        (.go1, "aws.LogDebugWithHTTPBody as LogLevel of the configuration"),
        (.rust, "RUST_LOG=aws_smithy_runtime=trace"), (.php, "'debug' => true of the client"),
        (.ruby, "http_wire_trace: true of the client"),
        (.anthropic, "ANTHROPIC_LOG=debug, which Anthropic's SDKs read"),
        (.openAI, "OPENAI_LOG=debug, which OpenAI's SDKs read"),
        (.curl, "curl --trace-ascii -"),
    ]

    private static let languages: [(LanguageRuntime, String)] = [
        (
            .python,
            #"boto3.set_stream_logger("botocore.endpoint") where boto3 calls, logging.getLogger("httpx") at DEBUG where httpx does"#
        ),
        (.node, "a middleware of the client (middlewareStack.add at the step finalizeRequest), or NODE_DEBUG=http"),
        (.jvm, "the loggers software.amazon.awssdk.request and org.apache.http.wire at DEBUG"),
        (.go, "config.WithClientLogMode(aws.LogRequestWithBody)"), (.rust, "RUST_LOG=aws_smithy_runtime=trace"),
        (.ruby, "http_wire_trace: true of the client"), (.php, "'debug' => true of the client"),
        (.curl, "curl --trace-ascii -"),
    ]
}
