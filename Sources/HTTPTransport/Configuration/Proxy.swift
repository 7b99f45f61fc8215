import NetworkTerms

/// A proxy, with the variable that named it.
public struct Proxy: Sendable, Hashable {
    /// The name of the environment variable.
    public let variable: String

    /// The URL as given, **password included**; curl's syntax: `[scheme://][user:password@]host[:port]`.
    public let url: String

    /// Whether requests for plain `http` are sent to the proxy whole (an HTTP proxy), not through a tunnel (SOCKS).
    let forwardsPlainHTTP: Bool

    /// The schemes that curl knows (CURLOPT_PROXY).
    private static let schemes: Set<String> = [
        "http", "https", "socks4", "socks4a", "socks5", "socks5h",
    ]

    init(variable: String, url: String) throws(TransportError) {
        let scheme = url.firstRange(of: "://").map { url[..<$0.lowerBound].lowercased() } ?? "http"
        let shown = Origin.withoutUserInfo(url)
        guard Self.schemes.contains(scheme) else {
            throw TransportError(
                code: .badProxySetting,
                message: "\(variable) is '\(shown)': '\(scheme)' is not a proxy scheme.",
                nextStep: "Use http://host:port (or https, socks4, socks4a, socks5, socks5h).")
        }
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else {
            throw TransportError(
                code: .badProxySetting,
                message: "\(variable) contains a space or a control character.",
                nextStep: "Set it again without white space: export \(variable)=http://host:port")
        }
        self.variable = variable
        self.url = url
        forwardsPlainHTTP = scheme.hasPrefix("http")
    }
}

extension Proxy: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The URL without user name and password, and the variable.
    public var description: String { "\(Origin.withoutUserInfo(url)) (from \(variable))" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// A mirror without the password.
    public var customMirror: Mirror { Mirror(self, children: ["proxy": description]) }
}
