/// Which version of HTTP a transport speaks.
///
/// What was spoken in the end is in ``TransportResponse/httpVersion``.
public enum HTTPVersionChoice: String, Sendable, Hashable, CaseIterable {
    /// HTTP/2 where a server offers it over TLS (ALPN, RFC 7301) and this libcurl knows it, else HTTP/1.1.
    case automatic = "auto"
    /// HTTP/1.1.
    case http1 = "1.1"
    /// HTTP/2: over TLS where the server offers it, in the clear from the first byte on, without asking (prior knowledge,
    /// RFC 9113, section 3.3). A proxy is spoken to in HTTP/1.1 all the same.
    case http2 = "2"
}
