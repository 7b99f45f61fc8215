import JSONText

/// What a paste shows of a signature of version 2: the string that S3 signed, or a presigned URL.
///
/// The string is the method, Content-MD5, Content-Type, the date or expiry, the x-amz-* headers and the resource, a line
/// each. Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html>.
struct SignatureVersion2 {
    /// As it arrived; `nil` where none did, or the string is not shown.
    let contentType: String?

    private static let methods: Set<Substring> = ["GET", "PUT", "POST", "DELETE", "HEAD"]

    /// Reads a text; `nil` when it shows none.
    init?(_ text: String) {
        if let lines = Self.stringToSign(text) {
            contentType = lines.count > 2 && !lines[2].isEmpty ? String(lines[2]) : nil
            return
        }
        guard ["AWSAccessKeyId=", "Signature=", "Expires="].allSatisfy(text.contains),
            !text.contains("X-Amz-Signature="), !text.contains("AWS4-HMAC-SHA256")
        else { return nil }
        contentType = nil
    }

    /// The lines of S3's `StringToSign`, where they begin with a method.
    private static func stringToSign(_ text: String) -> [Substring]? {
        guard let open = text.firstRange(of: "<StringToSign>") else { return nil }
        let rest = text[open.upperBound...].prefix(8_192).drop { $0.isWhitespace }
        let end = rest.firstRange(of: "</StringToSign>")?.lowerBound ?? rest.endIndex
        let lines = rest[..<end].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let method = lines.first, methods.contains(method.trimmedWhitespace()) else { return nil }
        return lines
    }
}
