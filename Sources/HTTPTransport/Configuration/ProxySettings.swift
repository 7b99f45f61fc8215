/// Which proxy is used for which host, read from environment variables as curl reads them.
///
/// `http_proxy` (lower case only: `HTTP_PROXY` could be set by a request to a CGI program) is for `http`,
/// `https_proxy` or `HTTPS_PROXY` for `https`, `all_proxy` or `ALL_PROXY` for both, and `no_proxy` or `NO_PROXY`
/// names the hosts that are reached directly. The lower-case name wins; an empty value counts as not set.
/// Source: curl(1), ENVIRONMENT.
public struct ProxySettings: Sendable, Hashable {
    /// The proxy for plain `http`.
    public let plain: Proxy?

    /// The proxy for `https`.
    public let secure: Proxy?

    /// The hosts reached directly.
    public let exceptions: NoProxyList

    /// Reads the settings.
    ///
    /// - Throws: ``TransportError`` with the code `badProxySetting`, naming the variable.
    public init(environment: [String: String]) throws(TransportError) {
        plain = try Self.proxy(["http_proxy", "all_proxy", "ALL_PROXY"], environment)
        secure = try Self.proxy(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"], environment)
        exceptions = NoProxyList(Self.first(["no_proxy", "NO_PROXY"], environment)?.value ?? "")
    }

    /// The proxy for an origin such as `https://host:port`, or `nil` when it is reached directly.
    ///
    /// - Throws: ``TransportError`` with the code `badURL`.
    public func proxy(for origin: String) throws(TransportError) -> Proxy? {
        proxy(for: try Origin(parsing: origin))
    }

    func proxy(for origin: Origin) -> Proxy? {
        guard let proxy = origin.scheme == .https ? secure : plain,
            !exceptions.contains(origin.bareHost)
        else {
            return nil
        }
        return proxy
    }

    private static func first(
        _ names: [String], _ environment: [String: String]
    ) -> (name: String, value: String)? {
        for name in names {
            if let value = environment[name], !value.isEmpty { return (name, value) }
        }
        return nil
    }

    private static func proxy(_ names: [String], _ environment: [String: String])
        throws(TransportError) -> Proxy?
    {
        guard let (name, value) = first(names, environment) else { return nil }
        return try Proxy(variable: name, url: value)
    }
}
