import WireText

/// The syntax of host names.
enum HostName {
    /// Whether the text is a name of dotted labels, an IPv4 address or an IPv6 address in brackets.
    static func isValid(_ host: some StringProtocol) -> Bool {
        if host.hasPrefix("[") {
            let address = host.dropFirst().dropLast()
            return host.hasSuffix("]") && address.contains(":")
                && address.utf8.allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        }
        // One dot at the end makes a name absolute; it is allowed, and part of what is signed.
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        return name.utf8.count <= 253
            && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel($0, underscore: true) }
    }

    /// Whether the text can be one label of a host name (RFC 1123, section 2.1).
    ///
    /// Private names often have underscores; a region never has.
    static func isLabel(_ label: some StringProtocol, underscore: Bool = false) -> Bool {
        let bytes = Array(label.utf8)
        guard (1...63).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-") else {
            return false
        }
        return bytes.allSatisfy { byte in
            byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
                || (underscore && byte == UInt8(ascii: "_"))
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte.hexDigit != nil
    }
}
