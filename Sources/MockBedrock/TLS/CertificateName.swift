import WireText

/// A name or an address that a server's certificate is for.
public struct CertificateName: Sendable, Hashable {
    /// The name in small letters, without brackets.
    public let text: String
    /// Whether it is an IP address, which a certificate holds in another form than a name (RFC 5280, section 4.2.1.6).
    public let isAddress: Bool

    /// Takes a name of a host, one with `*.` in front for each host one level below it, or an IP address.
    ///
    /// - Throws: ``TLSSetupError`` for what is none of them.
    public init(_ text: String) throws(TLSSetupError) {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        let name = bare.asciiLowercased
        isAddress = AddressText.isAddress(name)
        self.text = name
        guard isAddress || Self.isHostName(name) else {
            throw TLSSetupError(
                .name,
                "\(RequestTarget.printable(text)) is neither the name of a host nor an IP address: give one such as "
                    + "gateway.example.com, *.example.com or 192.0.2.1.")
        }
    }

    /// The names and addresses by which a machine calls itself.
    public static let loopback = [
        CertificateName(known: "localhost", isAddress: false), CertificateName(known: "127.0.0.1", isAddress: true),
        CertificateName(known: "::1", isAddress: true),
    ]

    /// A name that needs no check.
    init(known text: String, isAddress: Bool = false) {
        self.text = text
        self.isAddress = isAddress
    }

    private static func isHostName(_ name: String) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let rest = labels.first == "*" && labels.count > 2 ? labels.dropFirst() : labels[...]
        // What ends in a number would be an address, and is none (RFC 3696, section 2).
        guard name.utf8.count <= 253, rest.last?.utf8.allSatisfy(\.isDigit) == false else { return false }
        return rest.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy {
                    $0.isLowercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                }
        }
    }
}
