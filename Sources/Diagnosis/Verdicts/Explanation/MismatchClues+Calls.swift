import Catalog
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

    /// A plus sign in a path that the service read as a blank.
    var plusRead: String? {
        guard view.author == .service, view.path.contains("%20") else { return nil }
        let last = view.path.split(separator: "/").last.map(String.init) ?? ""
        guard last.contains("%20"), text.contains(last.replacing("%20", with: "+")) else { return nil }
        return """
            The name has + in it, which was sent bare, and the service read each as a blank (%20 in its path): send %2B for + in the path, and sign \
            the path with %2B. A proxy or module that hands the path on must not decode it.
            """
    }

    /// A path that was signed with an escape and sent without, which a server that is not AWS's may sign as it came.
    var sentBare: String? {
        guard view.author == .request, let host = view.value("host"),
            AWSHostName(String(host.prefix { $0 != ":" })) == nil
        else {
            return nil
        }
        let reserved = Set("=+:@,;!$'()*&")
        let written = view.path.map { character in
            character.isASCII && reserved.contains(character)
                ? "%" + String(character.asciiValue ?? 0, radix: 16, uppercase: true) : String(character)
        }.joined()
        guard written != view.path, text.contains(written) else { return nil }
        let odd = view.path.first(where: reserved.contains).map(String.init) ?? ""
        return """
            The path was signed as \(PrintableText.escaped(written, limit: 100)) and sent with '\(odd)' bare. AWS signs the same for both; a store or gateway \
            that signs the path as it arrives does not. Let the client encode the path that it sends, too, update the server \
            (\(PrintableText.escaped(host, limit: 80))), or keep such characters out of names.
            """
    }

    /// A redirect that a client followed with the signature of the first request.
    var redirected: String? {
        let marks = [
            "\" 301 ", "\" 302 ", "\" 307 ", "\" 308 ", "301 Moved Permanently", "302 Found", "307 Temporary Redirect",
            "308 Permanent",
        ]
        guard let mark = marks.first(where: text.contains) else { return nil }
        let status = mark.filter(\.isNumber)
        return """
            A redirect (\(status)) came before the refusal: what it leads to is another path or host than the one that was signed, such as one with a slash \
            at the end. Call the target itself, let the server or proxy answer without redirecting, or sign anew behind each redirect.
            """
    }

    /// A server that speaks S3's API and is not AWS's.
    var otherStore: String? {
        let lower = text.prefix(32_768).lowercased()
        let stores: [(marks: [String], name: String, word: String)] = [
            (["r2.cloudflarestorage.com", "cloudflare r2"], "Cloudflare R2", "region auto"),
            (["digitaloceanspaces.com"], "DigitalOcean Spaces", "any region, such as us-east-1"),
            (["wasabisys.com"], "Wasabi", "the region in its host"),
            (["backblazeb2.com"], "Backblaze B2", "the region in its host"),
            (["ceph", "radosgw", "(rgw)"], "Ceph", "the region or zone group that it is set up with"),
            (["storage.googleapis.com"], "Google Cloud Storage", "region auto, with HMAC keys"),
            (["minio"], "MinIO", "us-east-1 unless it is set up with another"),
        ]
        guard let store = stores.first(where: { $0.marks.contains(where: lower.contains) }) else { return nil }
        let scope = scopeRegion.map { " (the scope here names \(shown($0)))" } ?? ""
        return """
            The server is \(store.name), not AWS: key id and secret must be those that it issued. Sign for s3 and \(store.word)\(scope), with the bucket in the path \
            (path style) where its host has no name for each bucket; and switch off what it does not know, such as checksums that newer SDKs \
            add (AWS_REQUEST_CHECKSUM_CALCULATION=when_required).
            """
    }

    /// The region in the scope of a signature for S3 that the text shows.
    private var scopeRegion: Substring? {
        guard let mark = text.firstRange(of: "/s3/aws4_request") ?? text.firstRange(of: "%2Fs3%2Faws4_request") else {
            return nil
        }
        let before = text[..<mark.lowerBound].replacing("%2F", with: "/").suffix(40)
        guard let slash = before.lastIndex(of: "/") else { return nil }
        let region = before[before.index(after: slash)...]
        return region.isEmpty || !region.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
            ? nil : Substring(String(region))
    }

    /// A call of OpenSearch Serverless that does not sign the hash of its body, which is checked there.
    ///
    /// Source: <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html>.
    var serverlessHash: String? {
        guard let host = view.value("host")?.lowercased(), host.contains(".aoss."), !view.names.isEmpty,
            !view.names.contains("x-amz-content-sha256")
        else { return nil }
        return """
            The host is one of OpenSearch Serverless, and x-amz-content-sha256 is not among the signed headers (\(words(view.names))): send it with the SHA-256 of the very \
            bytes of the body, sign it, and sign for the service aoss. A signer that leaves it out (for es it may) needs its option for it, or a newer version.
            """
    }

    /// A signature that is no 64 hexadecimal digits in small letters.
    var oddSignature: String? {
        guard view.author != .service else { return nil }
        var rest = text.prefix(32_768)
        while let mark = rest.firstRange(of: "Signature=") {
            rest = rest[mark.upperBound...]
            let digits = rest.prefix(while: \.isHexDigit)
            let next = rest[digits.endIndex...].first
            guard next.map({ $0.isWhitespace || "\"'&,;`)".contains($0) }) ?? true else { continue }
            if digits.utf8.count == 64, digits.contains(where: \.isUppercase) {
                return
                    "The signature has capital letters: AWS compares the text, and wants hexadecimal digits in small letters."
            }
            if (60...63).contains(digits.utf8.count) || (65...128).contains(digits.utf8.count) {
                return """
                    The signature has \(digits.utf8.count) hexadecimal digits in place of 64: a code that writes each byte without its leading zero loses some, and one that \
                    writes the digits' bytes again doubles them. Write each of the 32 bytes as two digits.
                    """
            }
        }
        return nil
    }

    /// An upload by an SDK, of which nothing is shown but the operation, or what it signs besides.
    var uploaded: String? {
        let isUpload = ["PutObject", "put_object", "UploadPart", "putObject"].contains(where: text.contains)
        let signed = [
            "ContentType", "Content-Type", "content-type", "content_type", "contentType", "etadata", "x-amz-meta",
            "agging",
            "ACL", "acl",
        ]
        // Where the code of the call is shown, it shows what goes with it.
        let isShown =
            ["Bucket", "bucket"].contains(where: text.contains) && ["Key", "key="].contains(where: text.contains)
        guard isUpload, view.names.isEmpty, presignedMethod == nil, !isShown || signed.contains(where: text.contains)
        else { return nil }
        return """
            Send the upload once without Content-Type, metadata, tags and ACL, which it signs beside what other calls sign: values beyond ASCII, blanks at their ends, and in some \
            versions of SDKs a ContentType beside a stream, are sent in another form than they were signed. Where it works without one of them, update the SDK, or write that value in plain ASCII.
            """
    }

    // MARK: Query

    /// Names and values of the query that were encoded twice, or not at all.
    var escapedQuery: String? {
        let query = view.query
        guard !query.isEmpty, !query.contains("X-Amz-Credential") else { return nil }
        // What the reporter put in the place of a value was in no request.
        let values = query.split(separator: "&").filter { pair in
            !ValueStandIn.stands(for: pair.drop { $0 != "=" }.dropFirst()) && !ValueStandIn.stands(for: pair)
        }
        if let odd = values.joined().first(where: { "{}|\"<>^` []".contains($0) }) {
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
        // The arguments end with the call: what is handed on behind it is another's.
        var depth = 1
        let options = text[call.upperBound...].prefix(1_000).prefix { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth > 0
        }
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
