import CLibSSL

/// The text of an IP address, as certificates take it.
enum AddressText {
    /// Whether it is an IPv4 or IPv6 address.
    static func isAddress(_ text: String) -> Bool {
        ERR_clear_error()
        let address = unsafe a2i_IPADDRESS(text)
        defer { unsafe ASN1_OCTET_STRING_free(address) }
        ERR_clear_error()
        return unsafe address != nil
    }
}
