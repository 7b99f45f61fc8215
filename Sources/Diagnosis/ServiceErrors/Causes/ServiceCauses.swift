import Codes
import Evidence
import Report

/// Access works, and the service cannot serve the call now: throttling, quotas, its own failures.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
extension ErrorCause {
    static let service = list {
        ErrorCause(
            .throttled, .busy,
            types: [
                TypeHint(.throttling, 75), TypeHint(.throttled, 75), TypeHint(.tooManyRequests, 75),
                TypeHint(.requestLimitExceeded, 75), TypeHint(.slowDown, 75),
                TypeHint(.provisionedThroughputExceeded, 75),
            ],
            statuses: [429: 55],
            rules: [
                .peculiar(
                    "too many requests|tokens",
                    none: [
                        "per day", "input|prompt|context too long|maximum", "max input", "tokens prompt cannot exceed",
                    ]),
                .peculiar("rate exceeded|high|limit|limited|limits", none: ["service quota"]),
                .fitting("throttled|throttling|throttle", none: ["per day"]),
                .fitting("reduce frequency requests"),
                .hinting("please wait before trying", none: ["per day"]),
                .fitting(
                    "exceed* account quotas|quota", types: [.throttling, .serviceQuotaExceeded],
                    also: [.quotaExceeded]),
            ]
        ) { call in
            Remedy.advice(
                """
                Access works; wait and retry with exponential backoff. A high maxTokens counts against the \
                quota in advance.
                """,
                call.retry)
            call.quotas
        }
        ErrorCause(
            .quotaDailyTokens, .busy,
            rules: [
                .peculiar("too many tokens per day"),
                .peculiar("tokens per day|daily"),
                .peculiar("daily|day token|tokens|request|requests limit|quota|maximum|exceeded|reached"),
            ]
        ) { call in
            call.isOfUnusedAccount ? nil : FailedCall.nextDay
            Remedy(
                """
                If every model says so on the first call of the day, the account is new or not verified \
                and its daily quota is near zero: ask AWS Support, waiting does not help.
                """
            )
            call.quotas
        }
        ErrorCause(
            .quotaExceeded, .busy,
            types: [TypeHint(.serviceQuotaExceeded, 85), TypeHint(.limitExceeded, 75)],
            rules: [
                .peculiar("service quota|quotas", "exceed*|limit|reached", none: ["per day", "rate"]),
                .fitting(
                    "quota|limit exceed*|reached",
                    none: ["per day", "tokens", "rate", "context", "maximum tokens", "too many"],
                    types: [.serviceQuotaExceeded, .limitExceeded]),
            ]
        ) { call in
            call.quotas
        }
        ErrorCause(
            .modelNotReady, .busy,
            types: [TypeHint(.modelNotReady, 95)],
            rules: [
                .peculiar("model not|isnt|yet ready"),
                .fitting("model is still|currently being loaded|loading|starting|creating"),
            ]
        ) { call in
            Remedy.advice(
                """
                The model is being loaded. An imported model is unloaded after some minutes without a call, and the first call after that waits for \
                it: retry with growing pauses for several minutes (boto3: retries={"total_max_attempts": 10, "mode": "standard"}), or call it now and \
                then. One that was just made takes longer.
                """,
                call.retry)
        }
        ErrorCause(
            .modelTimeout, .busy,
            types: [TypeHint(.modelTimeout, 90)],
            statuses: [408: 55],
            rules: [
                .peculiar("model timeout length|exceeded"),
                .peculiar(
                    "request|model|processing too long process|respond|response|complete", none: ["input", "prompt"]),
                .peculiar("model has timed out"),
                .peculiar("received model timeout exception"),
                .fitting("model timed|timeout|time out", types: [.modelTimeout]),
            ]
        ) { call in
            Remedy.advice(
                """
                The model did not finish in the service's own time: try again, and if the same request fails again, make it smaller (less input, a \
                lower maxTokens, less thinking) or stream it. Access is in order, and a longer wait in the client does not help.
                """,
                call.retry)
        }
        ErrorCause(
            .modelError, .busy,
            types: [TypeHint(.modelError, 90), TypeHint(.modelStreamError, 90)],
            statuses: [424: 55],
            rules: [
                .peculiar("error while processing model", none: ["error occurred while processing request"]),
                // A header of Bedrock's own, between its host and the model.
                .peculiar("invalid x amzn bedrock", "header"),
                .peculiar("model produced|generated|returned invalid|malformed sequence|output|json|tooluse"),
                .fitting(
                    "model failed|error|encountered", "unexpected|processing|during|while",
                    none: ["try your request again with", "http2|getaddrinfo|econn*"],
                    types: [.modelError, .modelStreamError]),
            ]
        ) { call in
            call.retryLater
            Remedy(
                """
                If the very same request fails each time, it is the request and not the service: shorten the input (the context window counts \
                images, documents and tools, too), leave out the last attachment or tool, or take another model.
                """)
        }
        ErrorCause(
            .internalError, .serviceFault,
            types: [TypeHint(.internalServer, 80), TypeHint(.internalFailure, 80)],
            statuses: [500: 55],
            rules: [
                .peculiar("internal server|service error|failure"),
                // OpenAI's form of the same.
                .peculiar("server had error while processing request"),
                .fitting(
                    "unexpected error", none: ["model", "handshake", "response code"],
                    types: [.internalServer, .internalFailure], also: []),
                .fitting("failed due|because server error"),
                .fitting("system encountered error", types: [.internalServer, .internalFailure]),
                .fitting("request processing failed", "unknown|because|error|failure"),
                .fitting("unknown error exception|failure"),
            ]
        ) { call in
            call.retryLater
        }
        ErrorCause(
            .serviceUnavailable, .serviceFault,
            types: [TypeHint(.serviceUnavailable, 85)],
            statuses: [502: 50, 503: 50, 504: 50],
            rules: [
                .peculiar("service temporarily|currently unable|unavailable"),
                .peculiar("service unavailable"),
                .fitting("unable process|handle request", types: [.serviceUnavailable]),
                .fitting(
                    "service|model|server overloaded|capacity|busy|demand", none: ["quota"],
                    types: [.serviceUnavailable]),
                .fitting("overloaded error"),
                .peculiar("too many connections"),
                .peculiar("on demand capacity model limited"),
            ]
        ) { call in
            call.retryLater
        }
    }
}
