import ConverseAPI
import WireText

/// The value of a proxy variable.
///
/// Its user name and password are never kept.
struct ProxyURL: Hashable {
    let scheme: String

    /// `host` or `host:port`.
    let address: String
    let hasCredentials: Bool

    /// Why curl could not use a value, as the end of "the value ...".
    struct Malformation: Error, Hashable {
        let reason: String
    }

    init(_ text: String) throws(Malformation) {
        if text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) {
            throw Malformation(reason: "holds white space or a control character")
        }
        var rest = text[...]
        if let separator = text.firstRange(of: "://") {
            scheme = text[..<separator.lowerBound].lowercased()
            rest = text[separator.upperBound...]
        } else {
            scheme = "http"
        }
        guard ["http", "https", "socks4", "socks4a", "socks5", "socks5h"].contains(scheme) else {
            throw Malformation(
                reason: "begins with a scheme other than http, https, socks4, socks4a, socks5, socks5h")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let at = authority.lastIndex(of: "@")
        hasCredentials = at != nil
        let hostAndPort = at.map { authority[authority.index(after: $0)...] } ?? authority
        guard let origin = try? ConverseEndpoint(url: "http://\(hostAndPort)") else {
            throw Malformation(reason: "has no host, or a port that is not a number from 1 to 65535")
        }
        address = origin.authority
    }

    /// The URL without what must not be shown.
    var text: String {
        "\(scheme)://\(hasCredentials ? MaskedSecret.stars + "@" : "")\(address)"
    }
}
