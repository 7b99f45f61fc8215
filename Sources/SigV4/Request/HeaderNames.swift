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
        var entries = names.map { (key: HeaderNameKey($0), name: $0) }
        func precedes(_ left: (key: HeaderNameKey, name: String), _ right: (key: HeaderNameKey, name: String)) -> Bool {
            left.key.precedes(left.name, right.key, right.name)
        }
        // Lists come sorted as a rule.
        if !zip(entries, entries.dropFirst()).allSatisfy(precedes) { entries.sort(by: precedes) }
        var sorted: [String] = []
        var keys: [HeaderNameKey] = []
        for (key, name) in entries {
            if let last = keys.last, let lastName = sorted.last, key.matches(name, last, lastName) { continue }
            keys.append(key)
            sorted.append(name.utf8.contains { $0.asciiLowercased != $0 } ? name.asciiLowercased : name)
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

    /// Up to this many names are looked at one after the other, which is quickest for what is signed as a rule.
    private static let fewNames = 16

    @inline(__always)
    func contains(_ key: HeaderNameKey, _ name: @autoclosure () -> String) -> Bool {
        guard filter & Self.bit(of: key) != 0 else { return false }
        guard keys.count > Self.fewNames else {
            for index in keys.indices where keys[index].first == key.first {
                if keys[index].matches(names[index], key, name()) { return true }
            }
            return false
        }
        var (start, end) = (0, keys.count)
        while start < end {
            let middle = (start + end) / 2
            if keys[middle].precedes(names[middle], key, name()) { start = middle + 1 } else { end = middle }
        }
        return start < keys.count && keys[start].matches(names[start], key, name())
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
