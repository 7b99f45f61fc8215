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
enum WaitRemedies {
    static func remedy(_ call: FailedCall) -> Remedy {
        let stream = "or stream the answer (ConverseStream), which begins at once"
        switch call.scene.program {
        case .claudeCode?:
            return Remedy(
                "Let Claude Code wait longer: API_TIMEOUT_MS, in milliseconds.",
                command: "export API_TIMEOUT_MS=1200000")
        case .liteLLM?:
            return Remedy(
                """
                Let LiteLLM wait longer: timeout (and stream_timeout) in litellm_params of the model, request_timeout in \
                litellm_settings for all; or stream. Below it boto3's read_timeout defaults to 60 s.
                """)
        default: break
        }
        switch call.language {
        case .python where call.scene.library == .awsCLI:
            return Remedy("The AWS CLI waits 60 s for an answer: add --cli-read-timeout 600 (0 waits for ever).")
        case .python:
            if let told = ToldTimeout.seconds(in: call.text + "\n" + call.answer.surroundings), told != 60 {
                return Remedy(
                    """
                    The limit that ran out is \(told) s, as the text has it: raise it where it is set, botocore.config.Config(read_timeout=\(max(600, told * 3))), \
                    \(stream). Where a framework or a harness makes the client itself and hands no Config on, use its own setting for it or give it \
                    a client or model object of your own; else make the answer come sooner: less history, fewer tool results, smaller maxTokens.
                    """)
            }
            return Remedy(
                """
                botocore waits 60 s for the next byte, and models take longer: give the client \
                config=botocore.config.Config(read_timeout=600, retries={"total_max_attempts": 2}), \(stream). LangChain's \
                ChatBedrockConverse, Strands' BedrockModel and their like take that Config, too.
                """)
        case .jvm:
            return Remedy(
                """
                The Java client's HTTP client gives up first: raise socketTimeout (ApacheHttpClient) or readTimeout \
                (NettyNioAsyncHttpClient), 30 s by themselves, and apiCallTimeout and apiCallAttemptTimeout where they are \
                set; \(stream).
                """)
        case .node:
            return Remedy(
                """
                Give the client a requestHandler with a longer requestTimeout (new NodeHttpHandler({ requestTimeout: \
                600000 })), \(stream). A Lambda function or a proxy may have a shorter limit of its own.
                """)
        case .go:
            return Remedy("Give the call's context, or the HTTP client's Timeout, more time; \(stream).")
        case .dotNet:
            return Remedy("Raise Timeout and ReadWriteTimeout of AmazonBedrockRuntimeConfig; \(stream).")
        case .php:
            return Remedy("Raise timeout in the client's http option ('http' => ['timeout' => 600]); \(stream).")
        case .ruby:
            return Remedy("Raise http_read_timeout of the client, which defaults to 60 s; \(stream).")
        case .rust:
            return Remedy(
                "Raise read_timeout and operation_timeout in the TimeoutConfig of the client's configuration; \(stream)."
            )
        default:
            return Remedy(
                """
                Let the client wait longer for the first byte (botocore: read_timeout, 60 s by itself; Java: \
                socketTimeout; Node: requestTimeout), \(stream). A proxy may hold answers back.
                """)
        }
    }
}
