import Codes

/// Headers that change on their way, by who changes them.
enum HeaderKind: Sendable, Hashable {
    case acceptEncoding, contentLength, contentType, forwarded, hop, host, tracing, transferEncoding, userAgent, other

    /// The kind of a header with this lower-case name.
    init(_ name: String) {
        switch name {
        case "host": self = .host
        case "user-agent", "x-amz-user-agent": self = .userAgent
        case "accept-encoding": self = .acceptEncoding
        case "content-length": self = .contentLength
        case "content-type": self = .contentType
        case "transfer-encoding": self = .transferEncoding
        case "connection", "expect", "keep-alive", "te", "upgrade", "trailer", "proxy-connection",
            "proxy-authorization", "proxy-authenticate":
            self = .hop
        case "via", "forwarded", "true-client-ip", "x-real-ip", "x-client-ip", "x-envoy-external-address",
            "x-original-host", "x-original-url", "cdn-loop", "x-request-start", "x-original-uri", "x-rewrite-url",
            "x-amz-cf-id", "x-cluster-client-ip", "x-proxyuser-ip", "x-appengine-user-ip", "x-scheme",
            "x-replaced-path":
            self = .forwarded
        case "traceparent", "tracestate", "x-amzn-trace-id", "sentry-trace", "baggage", "newrelic", "b3",
            "uber-trace-id",
            "x-request-id", "x-correlation-id", "elastic-apm-traceparent", "x-cloud-trace-context", "request-id",
            "x-trace-id",
            "trace-id", "x-span-id", "traceid", "x-transaction-id", "correlation-id", "x-ot-span-context",
            "x-instana-t",
            "x-instana-s", "x-dynatrace", "grpc-trace-bin":
            self = .tracing
        default:
            if name.hasPrefix("x-forwarded") || name.hasPrefix("cf-") || name.hasPrefix("x-envoy-")
                || name.hasPrefix("x-cloudfront") || name.hasPrefix("cloudfront-") || name.hasPrefix("fastly-")
                || name.hasPrefix("x-azure-") || name.hasPrefix("x-vercel-") || name.hasPrefix("x-akamai-")
                || name.hasPrefix("x-arr-") || name.hasPrefix("fly-")
            {
                self = .forwarded
            } else if name.hasPrefix("x-b3-") || name.hasPrefix("x-datadog-") || name.hasPrefix("ot-tracer-") {
                self = .tracing
            } else {
                self = .other
            }
        }
    }

    /// The code for such a header that was signed and then changed or lost; nil if it has none of its own.
    var cause: FindingCode? {
        switch self {
        case .acceptEncoding: .headerAcceptEncoding
        case .contentLength: .headerContentLength
        case .contentType: .headerContentType
        case .forwarded: .headerForwarded
        case .hop: .headerHop
        case .host: .headerHost
        case .tracing: .headerTrace
        case .transferEncoding: .headerTransferEncoding
        case .userAgent: .headerUserAgent
        case .other: nil
        }
    }

    /// Whether a signer does best to leave it out, whatever becomes of it.
    var isFragile: Bool {
        switch self {
        case .acceptEncoding, .contentLength, .forwarded, .hop, .tracing, .transferEncoding, .userAgent: true
        case .contentType, .host, .other: false
        }
    }
}
