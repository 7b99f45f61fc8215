/// The values of `Host` by which a server is called by those who know where it listens.
///
/// A page whose name was bound to this machine's address after it was loaded (DNS rebinding) calls it by that name.
struct LocalHost {
    private let host: String
    private let names: [String]

    /// - Parameters:
    ///   - host: The address or name that the server listens on.
    ///   - names: Names that whoever started the server has given it.
    init(listeningOn host: String, or names: [String] = []) {
        self.host = host.lowercased()
        self.names = names
    }

    /// Whether a value of `Host` is an address, or a name that leads here and nowhere else.
    func accepts(_ value: String) -> Bool {
        let name = Self.name(in: value.lowercased())
        if name == host || name == "localhost" || names.contains(name) { return true }
        return Self.isLoopback(host) ? Self.isLoopback(name) : Self.isAddress(name)
    }

    /// The name without port and brackets.
    private static func name(in value: String) -> String {
        if value.hasPrefix("["), let end = value.firstIndex(of: "]") {
            return String(value[value.index(after: value.startIndex)..<end])
        }
        return String(value.prefix { $0 != ":" })
    }

    private static func isLoopback(_ name: String) -> Bool {
        name == "localhost" || name == "::1" || (isAddress(name) && name.hasPrefix("127."))
    }

    /// Whether it is an IPv4 or IPv6 address: no name has four numbers, or a colon.
    private static func isAddress(_ name: String) -> Bool {
        if name.contains(":") { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
