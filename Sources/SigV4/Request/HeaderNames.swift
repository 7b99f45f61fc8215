/// A set of header names, compared without regard to ASCII case.
public struct HeaderNames: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// The names in lower case, sorted, each once.
    public let names: [String]
    /// ``names`` as sort keys, in the same order: the first thing compared.
    private let prefixes: [UInt64]

    /// Makes a set from names in any case.
    public init(_ names: some Sequence<String>) {
        self.names = Set(names.map { $0.asciiLowercased }).sorted()
        prefixes = self.names.map { HeaderNameKey.prefix(of: $0) }
    }

    /// Makes a set from names in any case.
    public init(arrayLiteral elements: String...) {
        self.init(elements)
    }

    /// Whether the set has this name, in whatever case.
    public func contains(_ name: String) -> Bool {
        let prefix = HeaderNameKey.prefix(of: name)
        for index in prefixes.indices where prefixes[index] == prefix {
            if HeaderNameKey.areEqual(names[index], name) { return true }
        }
        return false
    }

    /// Headers that change between the signer and the service, or that no service wants signed: the hop-by-hop ones of
    /// RFC 9110, section 7.6.1, `user-agent`, `x-amzn-trace-id`, and `authorization` itself.
    public static let changedInTransit: HeaderNames = [
        "authorization", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization",
        "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]
}
