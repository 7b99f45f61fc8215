import Evidence
import Report

/// How long each client waits for an answer, and what makes it wait longer.
///
/// Sources: <https://docs.aws.amazon.com/botocore/latest/reference/config.html>,
/// <https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html>,
/// <https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/timeouts.html>,
/// <https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html>,
/// <https://docs.aws.amazon.com/sdk-for-net/v3/developer-guide/retries-timeouts.html>,
/// <https://docs.aws.amazon.com/sdk-for-php/v3/developer-guide/guide_configuration.html>,
/// <https://docs.aws.amazon.com/sdk-for-ruby/v3/developer-guide/timeout-duration.html>,
/// <https://docs.aws.amazon.com/sdk-for-rust/latest/dg/timeouts.html>,
/// <https://docs.litellm.ai/docs/proxy/timeout>, <https://code.claude.com/docs/en/settings>.
struct WaitRemedies {
    private let call: FailedCall

    /// The limit that ran out, in seconds, where the text tells it.
    private let told: Int?

    static func remedy(_ call: FailedCall) -> Remedy {
        let told = ToldTimeout.seconds(in: call.shown)
        let waits = WaitRemedies(call: call, told: told)
        return waits.ofAgentRuntime ?? waits.ofProgram ?? waits.ofLanguage
    }

    private static let stream = "or stream the answer (ConverseStream), which begins at once"

    /// An agent's code that runs at AgentCore: it is no model, and goes on when nobody waits for it any more.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html>.
    private var ofAgentRuntime: Remedy? {
        let around = call.shown
        let isAgentCore =
            call.scene.service?.value.hasPrefix("bedrock-agentcore") ?? false
            || around.contains("//bedrock-agentcore.") || around.contains("InvokeAgentRuntime")
        guard isAgentCore, call.language == .python || around.contains("on endpoint URL") else { return nil }
        let cli = "the AWS CLI takes --cli-read-timeout 0 (in a script, at the aws command in it)"
        let python =
            "boto3 takes config=botocore.config.Config(read_timeout=\(max(900, longer)), retries={\"total_max_attempts\": 1}) for its client of bedrock-agentcore"
        return remedy(
            """
            Let the caller of the agent wait longer than the 60 s of botocore: \(cli), \(python). The run goes on at AgentCore when the caller has gone, so look at its result or logs before you call again, and \
            call with the same runtimeSessionId. A synchronous run may take 15 minutes there; a longer one streams its answer or works asynchronously.
            """)
    }

    /// A limit, in seconds, that an answer of a slow model does not reach: above the one that ran out.
    private var longer: Int { max(600, (told ?? 0) * 3) }

    /// A remedy with the limit that ran out before it.
    private func remedy(_ text: String, command: String? = nil) -> Remedy {
        guard let told else { return Remedy(text, command: command) }
        let rest = text.prefix(1).lowercased() + text.dropFirst()
        return Remedy("The limit that ran out is \(told) s, as the text has it: \(rest)", command: command)
    }

    private var ofProgram: Remedy? {
        switch call.scene.program {
        case .claudeCode?:
            remedy(
                "Let Claude Code wait longer: API_TIMEOUT_MS, in milliseconds.",
                command: "export API_TIMEOUT_MS=\(max(1_200, longer) * 1_000)")
        case .liteLLM?:
            remedy(
                """
                Let LiteLLM wait longer: timeout (and stream_timeout) in litellm_params of the model, request_timeout in \
                litellm_settings for all\(told == nil ? "" : ", each \(longer)"); or stream. Below it boto3's read_timeout defaults to 60 s.
                """)
        default: nil
        }
    }

    private var ofLanguage: Remedy {
        if call.text.contains("ms exceeded"), call.text.contains("timeout of ") {
            return remedy(
                """
                Raise axios's own timeout, of the call or of the instance, in milliseconds (timeout: \(longer * 1_000)); \(Self.stream).
                """)
        }
        if call.scene.library == .anthropic {
            return remedy(
                """
                Give the client of Anthropic's SDK more time: timeout of its constructor or of the call, in Python in seconds (timeout=\(longer)), in JavaScript in milliseconds (timeout: \(longer * 1_000)); \(Self.stream).
                """)
        }
        switch call.language {
        case .python where call.scene.library == .awsCLI:
            return remedy(
                "The AWS CLI waits 60 s for an answer: add --cli-read-timeout \(longer) (0 waits for ever).")
        case .python: return ofPython
        case .jvm:
            return remedy(
                """
                The Java client's HTTP client gives up first: raise socketTimeout (ApacheHttpClient) or readTimeout \
                (NettyNioAsyncHttpClient)\(told == nil ? ", 30 s by themselves" : " to Duration.ofSeconds(\(longer))"), and apiCallTimeout and apiCallAttemptTimeout where they are \
                set; \(Self.stream).
                """)
        case .node:
            return remedy(
                """
                Give the client a requestHandler with a longer requestTimeout (new NodeHttpHandler({ requestTimeout: \
                \(longer * 1_000) })), \(Self.stream). A Lambda function or a proxy may have a shorter limit of its own.
                """)
        case .go:
            let isOfClient = call.text.contains("Client.Timeout")
            return remedy(
                """
                Give \(isOfClient ? "the HTTP client's Timeout" : "the call's context (context.WithTimeout), or the HTTP client's Timeout,") more time (\(longer)*time.Second); \(Self.stream).
                """)
        case .dotNet:
            return remedy(
                "Raise Timeout and ReadWriteTimeout of AmazonBedrockRuntimeConfig (TimeSpan.FromSeconds(\(longer))), and Timeout of an HttpClient of your own; \(Self.stream)."
            )
        case .php:
            return remedy(
                "Raise timeout in the client's http option ('http' => ['timeout' => \(longer)]); \(Self.stream).")
        case .ruby:
            return remedy(
                "Raise http_read_timeout of the client\(told == nil ? ", which defaults to 60 s" : " (http_read_timeout: \(longer))"); \(Self.stream)."
            )
        case .rust:
            return remedy(
                "Raise read_timeout and operation_timeout in the TimeoutConfig of the client's configuration (Duration::from_secs(\(longer))); \(Self.stream)."
            )
        case .curl, nil:
            return remedy(
                """
                Let the client wait longer\(told == nil ? " for the first byte" : ", \(longer) s") (botocore: read_timeout, 60 s by itself; Java: \
                socketTimeout; Node: requestTimeout), \(Self.stream). A proxy may hold answers back.
                """)
        }
    }

    private var ofPython: Remedy {
        if let told, told != 60 {
            return Remedy(
                """
                The limit that ran out is \(told) s, as the text has it: raise it where it is set, botocore.config.Config(read_timeout=\(longer)), \
                \(Self.stream). Where a framework or a harness makes the client itself and hands no Config on, use its own setting for it or give it \
                a client or model object of your own; else make the answer come sooner: less history, fewer tool results, smaller maxTokens.
                """)
        }
        return Remedy(
            """
            botocore waits 60 s for the next byte, and models take longer: give the client \
            config=botocore.config.Config(read_timeout=600, retries={"total_max_attempts": 2}), \(Self.stream). LangChain's \
            ChatBedrockConverse, Strands' BedrockModel and their like take that Config, too.
            """)
    }
}
