extension ConverseEndpoint {
    /// Whether the host is this machine (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3).
    ///
    /// Of `127.` only an address counts: a name such as `127.example.com` may lead anywhere.
    package var isLoopback: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
