/// What all requests of one transport have in common.
public struct TransportConfiguration: Sendable {
    /// Which proxy is used for which host.
    public var proxies: ProxySettings

    /// Where the trusted authorities are.
    public var certificateAuthorities: CertificateAuthorities

    /// Which version of HTTP is spoken.
    public var httpVersion: HTTPVersionChoice

    /// The value of `User-Agent` for requests that do not set it.
    public var userAgent: String

    /// How many connections may be open at once; more transfers wait for a free one.
    public var maxConnections: Int

    /// The largest response body that is accepted, in bytes.
    public var maxResponseBytes: Int

    /// Reads proxies and certificate authorities from the given variables.
    ///
    /// The process's own are never read.
    ///
    /// - Throws: ``TransportError`` with the code `badProxySetting`.
    public init(
        environment: [String: String],
        httpVersion: HTTPVersionChoice = .automatic,
        userAgent: String = "bedrock-doctor",
        maxConnections: Int = 512,
        maxResponseBytes: Int = 64 * 1024 * 1024
    ) throws(TransportError) {
        proxies = try ProxySettings(environment: environment)
        certificateAuthorities = CertificateAuthorities(environment: environment)
        self.httpVersion = httpVersion
        self.userAgent = userAgent
        self.maxConnections = maxConnections
        self.maxResponseBytes = maxResponseBytes
    }
}
