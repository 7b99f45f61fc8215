import WireText

/// Why Envoy reset a request, by the reason that it prints: the one that tells where to look.
///
/// Source: <https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/response_code_details>.
enum EnvoyReset {
    /// What the reason in a text means; `nil` where none stands there that is known.
    static func advice(in text: String) -> String? {
        guard let mark = text.firstRange(of: "reset reason: ") else { return nil }
        let reason = text[mark.upperBound...].prefix(80).lowercased()
        return all.first { reason.hasPrefix($0.reason) }?.advice
    }

    private static let all: [(reason: String, advice: String)] = [
        (
            "overflow",
            """
            Reset reason overflow: Envoy's own circuit breaker is open, the host behind it was not asked. Too many requests or \
            connections are pending: raise http1MaxPendingRequests, http2MaxRequests or maxConnections (circuit_breakers of the cluster, \
            connectionPool of Istio's DestinationRule), or send fewer at once.
            """
        ),
        (
            "connection timeout",
            """
            Reset reason connection timeout: the host behind Envoy took no connection in time: its address, a firewall or security group, \
            or a proxy that Envoy does not use.
            """
        ),
        (
            "connection failure",
            """
            Reset reason connection failure: no connection came about: nothing listens there, or TLS failed (the transport failure reason \
            behind it says so; AWS needs TLS with SNI, port 443).
            """
        ),
        (
            "connection termination",
            """
            Reset reason connection termination: the host behind Envoy closed the connection before it answered, as one does that idled \
            too long or restarts: keep Envoy's idle timeout below the host's, and allow a retry on reset.
            """
        ),
        (
            "remote reset",
            "Reset reason remote reset: the host behind Envoy ended the stream itself: its own log says why."
        ),
        (
            "remote connection failure",
            """
            Reset reason remote connection failure: the host behind Envoy refused the connection or TLS: the transport failure reason \
            behind it says which; AWS needs TLS with SNI, port 443.
            """
        ),
        (
            "protocol error",
            """
            Reset reason protocol error: Envoy and the host behind it speak different protocols: plain text against TLS, or HTTP/2 against \
            HTTP/1.1.
            """
        ),
    ]
}
