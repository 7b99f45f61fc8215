/// What default prints leave out: values of headers and query parameters that carry credentials.
package enum Redaction {
    static let mask = "<redacted>"

    static let sensitiveHeaders: HeaderNames = [
        "authorization", "cookie", "proxy-authorization", "set-cookie", "x-amz-s3session-token",
        "x-amz-security-token", "x-amz-server-side-encryption-customer-key", "x-api-key",
    ]

    package static func isSensitive(header name: String) -> Bool { sensitiveHeaders.contains(name) }

    /// A request target with the values of the session token and the signature masked.
    static func redacted(target: [UInt8]) -> String {
        let parts = RequestTarget(target.span)
        guard !parts.query.isEmpty else { return String(decoding: target, as: UTF8.self) }
        return String(decoding: target[parts.path], as: UTF8.self) + "?" + redacted(query: target, in: parts.query)
    }

    /// A query with the values of the session token and the signature masked.
    static func redacted(query bytes: [UInt8], in range: Range<Int>) -> String {
        QueryPair.all(in: bytes, range).map { pair in
            let name = String(decoding: PercentDecoding.decode(bytes, in: pair.name), as: UTF8.self).asciiLowercased
            guard name == "x-amz-security-token" || name == "x-amz-signature" else {
                return String(decoding: bytes[pair.whole], as: UTF8.self)
            }
            return String(decoding: bytes[pair.name], as: UTF8.self) + "=" + mask
        }.joined(separator: "&")
    }
}
