/// The hosts of `NO_PROXY`, matched as curl matches them.
///
/// Entries are separated by commas or spaces. `*` alone is every host; a name stands for itself and its subdomains,
/// with or without a leading dot; an address stands for itself, `address/bits` for a block (CIDR, RFC 4632).
/// Names compare without regard to case and to a final dot. Source: CURLOPT_NOPROXY(3).
///
/// curl could do this itself, but the form of a request for plain `http` depends on whether a proxy is used, and curl
/// does not say so in time.
public struct NoProxyList: Sendable, Hashable {
    /// The value as given.
    public let text: String

    private let isEveryHost: Bool
    private let entries: [Entry]

    private enum Entry: Hashable {
        case name(String)
        case block(address: [UInt8], bits: Int)
    }

    /// Reads a list; what is neither a name nor an address matches nothing.
    public init(_ text: String) {
        self.text = text
        isEveryHost = text == "*"
        entries = text.split { $0 == "," || $0 == " " || $0 == "\t" }.compactMap {
            Self.entry(String($0))
        }
    }

    /// Whether the host, a name or an address (IPv6 with or without brackets), is reached directly.
    public func contains(_ host: String) -> Bool {
        if isEveryHost { return true }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        if let address = IPAddressText.bytes(bare) {
            return entries.contains { entry in
                guard case .block(let network, let bits) = entry else { return false }
                return network.count == address.count && Self.agree(network, address, bits: bits)
            }
        }
        let name = Self.normalised(bare)
        return entries.contains { entry in
            guard case .name(let suffix) = entry else { return false }
            return name == suffix || name.hasSuffix("." + suffix)
        }
    }

    private static func entry(_ text: String) -> Entry? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if let address = IPAddressText.bytes(String(parts[0])) {
            guard parts.count == 2 else { return .block(address: address, bits: address.count * 8) }
            guard let bits = Int(parts[1]), (0...address.count * 8).contains(bits) else { return nil }
            // curl takes "/0" for the whole address, not for every address.
            return .block(address: address, bits: bits == 0 ? address.count * 8 : bits)
        }
        let name = normalised(text.hasPrefix(".") ? String(text.dropFirst()) : text)
        return name.isEmpty ? nil : .name(name)
    }

    private static func normalised(_ name: String) -> String {
        (name.hasSuffix(".") ? String(name.dropLast()) : name).lowercased()
    }

    private static func agree(_ one: [UInt8], _ other: [UInt8], bits: Int) -> Bool {
        let whole = bits / 8
        guard one[..<whole].elementsEqual(other[..<whole]) else { return false }
        let rest = bits % 8
        return rest == 0 || (one[whole] ^ other[whole]) >> (8 - rest) == 0
    }
}
