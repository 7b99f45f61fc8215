import NetworkTerms
import WireText

/// Scheme, host and port of a request (RFC 6454), parsed from `https://host[:port]`.
struct Origin: Sendable, Hashable {
    enum Scheme: String { case http, https }

    let scheme: Scheme
    /// The host as in a URL: a name, an IPv4 address, or an IPv6 address in brackets.
    let host: String
    let port: Int
    /// `host[:port]` as the caller wrote it.
    let authority: String

    var text: String { "\(scheme.rawValue)://\(authority)" }

    /// The host without the brackets of an IPv6 address.
    var bareHost: String { host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host }

    init(parsing text: String) throws(TransportError) {
        func refuse(_ reason: String) -> TransportError {
            TransportError(
                code: .badURL,
                message: "The origin '\(Self.withoutUserInfo(text))' cannot be used: \(reason).",
                nextStep: "Give it as https://host or https://host:port.")
        }
        guard let mark = Self.mark(in: text) else { throw refuse("it has no scheme") }
        guard let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased()) else {
            throw refuse("only http and https are possible")
        }
        let authority = text[mark.upperBound...]
        guard !authority.isEmpty else { throw refuse("it has no host") }
        guard authority.utf8.allSatisfy(Self.isAuthorityByte) else {
            throw refuse(
                authority.contains("@")
                    ? "it has a user name" : "a path, a query or a space does not belong there")
        }
        let hostEnd: Substring.Index
        if authority.first == "[" {
            guard let close = authority.firstIndex(of: "]") else {
                throw refuse("the bracket is not closed")
            }
            hostEnd = authority.index(after: close)
        } else {
            hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
        }
        let host = authority[..<hostEnd]
        let rest = authority[hostEnd...]
        guard !host.isEmpty, host != "[]" else { throw refuse("it has no host") }
        self.scheme = scheme
        self.host = String(host)
        self.authority = String(authority)
        if rest.isEmpty {
            port = scheme == .https ? 443 : 80
        } else {
            let digits = rest.dropFirst()
            guard rest.first == ":", digits.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(digits),
                (1...65535).contains(number)
            else { throw refuse("the port must be a number from 1 to 65535") }
            port = number
        }
    }

    /// Where `://` stands first: each request names its origin, and bytes are looked through much faster than characters.
    private static func mark(in text: String) -> Range<String.Index>? {
        let bytes = text.utf8
        var place = bytes.startIndex
        while let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) {
            if bytes[colon...].starts(with: "://".utf8) { return colon..<bytes.index(colon, offsetBy: 3) }
            place = bytes.index(after: colon)
        }
        return nil
    }

    /// No control byte, space, slash, question mark, hash, at sign, backslash or quote.
    private static func isAuthorityByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: ":"):
            true
        default: byte > 0x20 && byte != 0x7f && !#"/?#@\"<>^`{|}"#.utf8.contains(byte)
        }
    }

    /// A URL's text with a user name and password masked.
    static func withoutUserInfo(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@") else { return text }
        let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        return start <= at ? text[..<start] + SensitiveNames.mask + text[at...] : text
    }
}
