import WireText

/// What default prints leave out: values of headers and query parameters that carry credentials.
package enum Redaction {
    static let mask = "<redacted>"

    static let sensitiveHeaders: HeaderNames = [
        "authorization", "cookie", "proxy-authorization", "set-cookie", "x-amz-s3session-token",
        "x-amz-security-token", "x-amz-server-side-encryption-customer-key", "x-api-key",
    ]

    package static func isSensitive(header name: String) -> Bool { sensitiveHeaders.contains(name) }

    /// A request target with the values of its secret parameters masked.
    package static func redacted(target: [UInt8]) -> String {
        let parts = RequestTarget(target.span)
        guard !parts.query.isEmpty else { return String(decoding: target, as: UTF8.self) }
        return String(decoding: target[parts.path], as: UTF8.self) + "?" + redacted(query: target, in: parts.query)
    }

    /// A query with the values of its secret parameters masked.
    static func redacted(query bytes: [UInt8], in range: Range<Int>) -> String {
        QueryPair.all(in: bytes, range).map { pair in
            let name = String(decoding: PercentCoding.decode(bytes[pair.name].span), as: UTF8.self).asciiLowercased
            guard isSensitive(parameter: name, value: PercentCoding.decode(bytes[pair.value].span)) else {
                return String(decoding: bytes[pair.whole], as: UTF8.self)
            }
            return String(decoding: bytes[pair.name], as: UTF8.self) + "=" + mask
        }.joined(separator: "&")
    }

    private static func isSensitive(parameter name: String, value: [UInt8]) -> Bool {
        switch name {
        case "x-amz-security-token", "x-amz-signature": return true
        case "x-amz-credential":
            // `KEYID/SCOPE`, in which the secret may stand by mistake.
            let keyID = value.prefix { $0 != UInt8(ascii: "/") }
            return !SigningCredentials.isKeyID(String(decoding: keyID, as: UTF8.self))
        default: return false
        }
    }
}
