/// What clients say when name lookup, connection or the wait for an answer failed.
enum ConnectionRules {
    static let rules = lookup + connection + closing + waiting

    /// The name has no address: ``ErrorContext`` tells a region without Bedrock from a resolver that fails.
    private static let lookup = [
        CauseRule(
            unresolved, .peculiar, "could|cannot|couldnt not|couldnt resolve host|endpoint|hostname", none: ["model"]),
        CauseRule(unresolved, .peculiar, "enotfound|eai|nxdomain|unknownhostexception|getaddrinfo|gaierror"),
        CauseRule(unresolved, .peculiar, "no such host"),
        CauseRule(unresolved, .peculiar, "name|nodename service|servname known|provided"),
        CauseRule(
            unresolved, .peculiar,
            "name|dns|address resolution|lookup failed|failure|fail|information|error|temporary"),
        CauseRule(unresolved, .peculiar, "resolving timed"),
        CauseRule(unresolved, .peculiar, "name could|cannot not be resolved"),
    ]

    private static let unresolved = "network-name-unresolved"

    private static let connection = [
        CauseRule(
            "network-unreachable", .peculiar, "connect|connection|connecting|socket|dial timeout|timed",
            none: ["model timeout", "read timed|timeout", "reading the response"]),
        CauseRule("network-unreachable", .peculiar, "connection refused"),
        CauseRule("network-unreachable", .fitting, "econnrefused|etimedout|ehostunreach|enetunreach"),
        CauseRule("network-unreachable", .fitting, "network|host unreachable"),
        CauseRule(
            "network-unreachable", .fitting,
            "failed|unable|cannot|couldnt connect|reach|tunnel server|endpoint|proxy|url|service"),
        CauseRule("network-unreachable", .hinting, "fetch failed"),
        CauseRule(
            "network-unreachable", .fitting, "i o|deadline timeout|exceeded", none: ["model timeout", "read tcp"]),
    ]

    private static let closing = [
        CauseRule(
            closed, .peculiar, "connection reset|closed|aborted|lost|broken|broke",
            none: ["incompleteread|invalidchunklength", "middle response|responses"]),
        CauseRule(closed, .peculiar, "empty reply server"),
        CauseRule(closed, .fitting, "econnreset|econnaborted|epipe"),
        CauseRule(closed, .fitting, "broken pipe"),
        CauseRule(closed, .fitting, "remote|server end|closed|disconnected connection|without"),
        CauseRule(closed, .fitting, "socket hang up"),
        CauseRule(closed, .fitting, "other side closed"),
        CauseRule(closed, .fitting, "http request|post|send eof", none: ["unexpected", "tls|ssl|handshake"]),
    ]

    private static let closed = "network-connection-closed"

    private static let waiting = [
        CauseRule(
            late, .peculiar, "read timeout|timed",
            none: ["awshttpconnectionpool|awshttpsconnectionpool", "model timeout", "reading the response"]),
        CauseRule(late, .peculiar, "read tcp", "i o timeout"),
        CauseRule(late, .peculiar, "awaiting headers timeout|exceeded"),
        CauseRule(late, .peculiar, "timed out waiting response"),
        CauseRule(late, .peculiar, "operation timed milliseconds bytes received"),
        CauseRule(late, .fitting, "request timed out", none: ["model"]),
        CauseRule(late, .fitting, "client execution complete specified timeout"),
    ]

    private static let late = "network-answer-timeout"
}
