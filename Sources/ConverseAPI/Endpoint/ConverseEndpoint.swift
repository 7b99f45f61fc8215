import WireText

/// Where requests go: scheme, host, port, and a path that stands before each target.
public struct ConverseEndpoint: Sendable, Hashable, CustomStringConvertible {
    /// How the host is reached.
    public enum Scheme: String, Sendable, Hashable {
        /// Over TLS.
        case https
        /// In the clear: for servers of one's own.
        case http

        var defaultPort: Int {
            switch self {
            case .https: 443
            case .http: 80
            }
        }
    }

    /// How the host is reached.
    public let scheme: Scheme
    /// The name or address of the host, in lower case; an IPv6 address stands in brackets.
    public let host: String
    /// The port.
    public let port: Int
    /// What stands before each target, without a slash at its end; empty for AWS's own hosts.
    public let pathPrefix: String

    /// The value of the `Host` field, which is signed: the port is left out where it is the scheme's own.
    public var authority: String { port == scheme.defaultPort ? host : "\(host):\(port)" }

    /// Scheme, host and port, as the transport takes them.
    public var origin: String { "\(scheme.rawValue)://\(authority)" }

    /// The whole as a URL, without a slash at its end.
    public var description: String { origin + pathPrefix }

    /// The host of a region.
    ///
    /// Every region has a name by rule; whether there is such a host only a name lookup can tell.
    ///
    /// - Throws: ``EndpointError`` when the region cannot be a part of a host name.
    public init(
        region: String, variant: EndpointVariant = [], service: BedrockService = .runtime
    ) throws(EndpointError) {
        guard HostName.isLabel(region) else { throw EndpointError(.invalidRegion(region)) }
        let partition = Partition.containing(region: region)
        let label = service.hostLabel + (variant.contains(.fips) ? "-fips" : "")
        let suffix = variant.contains(.dualStack) ? partition.dualStackSuffix : partition.suffix
        scheme = .https
        host = "\(label).\(region.lowercased()).\(suffix)"
        port = 443
        pathPrefix = ""
    }

    /// An endpoint of one's own, `https://host[:port][/path]`; the path is kept and signed.
    ///
    /// - Throws: ``EndpointError`` when the text is not such a URL.
    public init(url: String) throws(EndpointError) {
        var rest = Substring(url)
        guard let separator = rest.firstRange(of: "://") else { throw EndpointError(.missingScheme(url)) }
        let name = rest[..<separator.lowerBound].lowercased()
        guard let scheme = Scheme(rawValue: name) else { throw EndpointError(.otherScheme(name)) }
        rest = rest[separator.upperBound...]
        if let misplaced = rest.utf8.first(where: { $0 <= 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\\") }) {
            throw EndpointError(.unexpectedByte(misplaced))
        }
        if rest.contains("#") { throw EndpointError(.hasFragment) }
        if rest.contains("?") { throw EndpointError(.hasQuery) }
        let authority = rest.prefix { $0 != "/" }
        // The text may hold a password, so it is not shown.
        if authority.contains("@") { throw EndpointError(.hasUserInformation) }
        (host, port) = try Self.hostAndPort(authority, scheme)
        self.scheme = scheme
        var path = rest.dropFirst(authority.count)
        while path.last == "/" { path.removeLast() }
        pathPrefix = String(path)
    }

    private static func hostAndPort(
        _ authority: Substring, _ scheme: Scheme
    ) throws(EndpointError) -> (host: String, port: Int) {
        // A colon inside the brackets of an IPv6 address does not begin a port.
        let bracket = authority.lastIndex(of: "]") ?? authority.startIndex
        var host = authority
        var port = scheme.defaultPort
        if let colon = authority[bracket...].lastIndex(of: ":") {
            host = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            guard digits.utf8.allSatisfy(\.isDigit), let number = Int(digits),
                (1...65535).contains(number)
            else { throw EndpointError(.invalidPort(String(digits))) }
            port = number
        }
        guard HostName.isValid(host) else { throw EndpointError(.invalidHost(String(host))) }
        return (host.lowercased(), port)
    }
}
