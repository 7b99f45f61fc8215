import Codes
import Evidence
import Report

/// Connections that ended for a reason which the client's words name.
///
/// Sources: RFC 9113, sections 6.8 and 8.1 (GOAWAY, REFUSED_STREAM), <https://pkg.go.dev/context#Canceled>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html>.
extension Advice {
    static let network: [Advice] = [
        Advice(
            "context|request canceled|cancelled", for: .networkConnectionClosed,
            say: """
                The caller ended the call itself (canceled, not timed out): the client behind the program closed its connection or ran \
                into its own time limit. Look at who calls it, raise that limit, or stream the answer; neither keys nor Bedrock are the \
                problem.
                """),
        Advice(
            "timeout passed time taken", for: .networkAnswerTimeout,
            say: """
                LiteLLM gave up by its own time limit, the figure behind "Timeout passed": raise timeout (and stream_timeout) in litellm_params \
                of the model or request_timeout in litellm_settings, stream the answer, or ask for less at once.
                """),
        Advice("goaway", for: .networkConnectionClosed, say: notBegun),
        Advice("refused stream", for: .networkConnectionClosed, say: notBegun),
        Advice("http2 request not get response", for: .networkConnectionClosed) { call in
            Remedy(
                """
                The HTTP/2 connection ended without an answer, as where a proxy or an inspection on the way does not pass HTTP/2 on. \
                Let the client speak HTTP/1.1 (AWS SDK for JavaScript: requestHandler: new NodeHttpHandler()), or update the tool that \
                builds it.
                """)
            call.direct
        },
        Advice("model timed out", for: .modelTimeout) { call in call.bidirectional },
        Advice("task timed out seconds", "signal killed", for: .networkAnswerTimeout) { call in call.killedBehindTimeout
        },
        Advice(
            "task timed out seconds", for: .networkAnswerTimeout,
            say: """
                AWS Lambda ended the function at its time limit while it still waited. Keep the client's read timeout (read_timeout) times \
                its attempts below the function's limit, raise that limit (15 minutes at most), ask for less at once, or stream the \
                answer.
                """),
    ]

    private static let notBegun = """
        The server did not begin with this request (HTTP/2 REFUSED_STREAM or GOAWAY): it is safe to send it again at once. Retry it in \
        the client, open a new connection after some time, and keep fewer streams open on one connection.
        """
}

extension FailedCall {
    /// A session of a bidirectional stream, which ends however busy it is.
    ///
    /// Source: <https://docs.aws.amazon.com/nova/latest/userguide/speech.html>.
    fileprivate var bidirectional: [Remedy] {
        let around = (answer.surroundings + text).lowercased()
        guard around.contains("bidirectional") || around.contains("sonic") else { return [] }
        return [
            Remedy(
                """
                A session of a bidirectional stream (Nova Sonic) ends after 8 minutes, however busy it is: open a new one before that, \
                and hand it the history of the conversation. Retrying does not help.
                """)
        ]
    }
}
