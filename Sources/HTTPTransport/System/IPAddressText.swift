import Glibc

/// Reads the text form of an IP address as the system does (inet_pton(3)).
enum IPAddressText {
    /// The 4 or 16 bytes of an IPv4 or IPv6 address, or `nil` when the text is neither.
    static func bytes(_ text: String) -> [UInt8]? {
        bytes(text, AF_INET, count: 4) ?? bytes(text, AF_INET6, count: 16)
    }

    private static func bytes(_ text: String, _ family: Int32, count: Int) -> [UInt8]? {
        var address = [UInt8](repeating: 0, count: count)
        return unsafe inet_pton(family, text, &address) == 1 ? address : nil
    }
}
