import Evidence
import Report
import WireText

/// What the call itself shows: the code that made it, names with slashes, a query that was encoded again, a token in a URL.
extension MismatchClues {
    // MARK: Names

    /// A bucket that was named with a slash in it, of which a client makes a path that the service reads in another way.
    ///
    /// Bucket names have letters, digits, dots and hyphens
    /// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>).
    var bucket: String? {
        guard let name = bucketWithSlash else { return nil }
        return """
            The bucket was given as '\(PrintableText.escaped(name, limit: 100))', and a bucket's name has no slash: give the name alone, and put what \
            stands behind the slash into the prefix or the key.
            """
    }

    private var bucketWithSlash: String? {
        var rest = text.prefix(20_000)
        while let found = rest.firstRange(of: "ucket") {
            rest = rest[found.upperBound...]
            // `bucket: 'a/b'`, `"Bucket": "a/b"`, `bucket_name = "a/b"`, `:bucket => 'a/b'`.
            let label = rest.drop { $0.isLetter || $0 == "_" || $0 == "\"" || $0 == "'" || $0 == ")" }
            let value = label.drop { " :=>(".contains($0) }
            guard label.startIndex < value.startIndex, let quote = value.first, quote == "'" || quote == "\"" else {
                continue
            }
            let name = value.dropFirst().prefix { $0 != quote && !$0.isNewline }
            let bare = name.hasSuffix("/") ? name.dropLast() : name
            if name.contains("/"), !name.contains("://"), !name.hasPrefix("arn:"), !bare.isEmpty, name.count < 120 {
                return String(name)
            }
        }
        return nil
    }

    /// A path with a slash that belongs to a name, or with an empty segment.
    var emptySegment: String? {
        if view.path.uppercased().hasPrefix("/%2F") {
            return """
                The path begins with %2F: the name of the bucket or the key was given with a slash at its beginning. Take the slash off.
                """
        }
        guard view.path.contains("//") else { return nil }
        return """
            The path has two slashes in a row: a base URL that ends with a slash, or a name that begins with one, was joined. S3 keeps them, \
            and every other service signs the path with one. Join the parts with one slash.
            """
    }

    // MARK: Query

    /// Names and values of the query that were encoded twice, or not at all.
    var escapedQuery: String? {
        let query = view.query
        guard !query.isEmpty, !query.contains("X-Amz-Credential") else { return nil }
        let values = query.split(separator: "&")
        if let odd = query.first(where: { "{}|\"<>^` []".contains($0) }) {
            return """
                '\(odd)' stands bare in the query: encode every byte of names and values but letters, digits and -._~, in the URL and in \
                the canonical query alike, or update the client that does not.
                """
        }
        if let value = values.first(where: isEncodedTwice) {
            return """
                '\(PrintableText.escaped(String(value.prefix(80)), limit: 100))' in the query looks encoded twice (%25 is an encoded %): encode names and values \
                once, the same in the URL and in the canonical query.
                """
        }
        guard let value = values.first(where: { $0.uppercased().contains("%2B") || $0.contains("+") }) else {
            return nil
        }
        return """
            '\(PrintableText.escaped(String(value.prefix(80)), limit: 100))' in the query has a plus sign: if it stood for a blank, a form encoder made + of it (and a \
            second one %2B of that). Encode a blank as %20 and a plus as %2B, once, the same in the URL and in the canonical query.
            """
    }

    private func isEncodedTwice(_ value: Substring) -> Bool {
        guard let found = value.firstRange(of: "%25") else { return false }
        let digits = value[found.upperBound...].prefix(2)
        return digits.count == 2 && digits.allSatisfy(\.isHexDigit)
    }

    // MARK: Code

    /// A signer that was called with members that it does not read.
    ///
    /// `aws4` reads `host`, `path`, `method`, `headers` and `body` (<https://github.com/mhart/aws4>); axios calls them `url` and `data`.
    var calledSigner: String? {
        guard let call = text.firstRange(of: "aws4.sign(") else { return nil }
        let options = text[call.upperBound...].prefix(1_000)
        let names = ["url", "data"].filter { name in
            options.ranges(of: name).contains { found in
                let before = options[..<found.lowerBound].last
                let after = options[found.upperBound...].drop { $0 == " " }.first
                return (before.map { $0.isWhitespace || "{,'\"".contains($0) } ?? false)
                    && (after.map { ":,'\"}".contains($0) } ?? false)
            }
        }
        guard !names.isEmpty else { return nil }
        return """
            aws4 does not read \(names.joined(separator: " and ")): it signs host, path, method, headers and body. Without path and body it signed / and an empty \
            body; give it path (with the query) and body, and send the same to the HTTP library.
            """
    }

    // MARK: Token

    /// A presigned WebSocket URL of AWS IoT with a session token among what was signed.
    ///
    /// Source: <https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html>: the token is added behind the signature.
    var gatewayToken: String? {
        let found = view.query.isEmpty ? text : view.query
        guard found.contains("iotdevicegateway"), let token = found.firstRange(of: "X-Amz-Security-Token="),
            let signature = found.firstRange(of: "X-Amz-Signature="), token.lowerBound < signature.lowerBound
        else { return nil }
        return """
            AWS IoT's gateway (iotdevicegateway) takes the session token unsigned: sign the URL without X-Amz-Security-Token, and append \
            it behind X-Amz-Signature.
            """
    }
}
