import WireText

/// A set of header names, compared without regard to ASCII case.
public struct HeaderNames: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// The names in lower case, sorted, each once.
    public let names: [String]
    /// The keys of ``names``, in the same order.
    private let keys: [HeaderNameKey]
    /// One bit for each key, of 64 by a hash: it rules most names out.
    private let filter: UInt64

    /// Makes a set from names in any case.
    public init(_ names: some Sequence<String>) {
        var sorted: [String] = []
        var keys: [HeaderNameKey] = []
        for name in names {
            let key = HeaderNameKey(name)
            // Lists come sorted as a rule, so the search begins at the end.
            var place = keys.count
            while place > 0, key.precedes(name, keys[place - 1], sorted[place - 1]) { place -= 1 }
            if place > 0, key.matches(name, keys[place - 1], sorted[place - 1]) { continue }
            keys.insert(key, at: place)
            sorted.insert(name.utf8.contains { $0.asciiLowercased != $0 } ? name.asciiLowercased : name, at: place)
        }
        self.names = sorted
        self.keys = keys
        filter = keys.reduce(0) { $0 | Self.bit(of: $1) }
    }

    /// Makes a set from names in any case.
    public init(arrayLiteral elements: String...) {
        self.init(elements)
    }

    /// Whether the set has this name, in whatever case.
    public func contains(_ name: String) -> Bool {
        contains(HeaderNameKey(name), name)
    }

    @inline(__always)
    private static func bit(of key: HeaderNameKey) -> UInt64 { 1 << ((key.first &* 0x9E37_79B9_7F4A_7C15) >> 58) }

    @inline(__always)
    func contains(_ key: HeaderNameKey, _ name: @autoclosure () -> String) -> Bool {
        guard filter & Self.bit(of: key) != 0 else { return false }
        for index in keys.indices where keys[index].first == key.first {
            if keys[index].matches(names[index], key, name()) { return true }
        }
        return false
    }

    /// Headers that change between the signer and the service, or that no service wants signed.
    ///
    /// These are the hop-by-hop ones of RFC 9110, section 7.6.1, `user-agent`, `x-amzn-trace-id`, and `authorization`
    /// itself.
    public static let changedInTransit: HeaderNames = [
        "authorization", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization",
        "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]
}
