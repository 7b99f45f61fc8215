import WireText

/// What a paste shows of a presigned URL: for which method and host it was made, and what arrived.
extension MismatchClues {
    /// A URL that was presigned for one method and called by another.
    var presignedMethod: String? { PresignedMethod(text, view: view)?.advice }

    /// A presigned URL of S3 on a host that is not one of S3's.
    var presignedElsewhere: String? {
        guard view.author != .service, let url = presignedURL else { return nil }
        let name = url.prefix { $0.isLetter || $0.isNumber || ".-".contains($0) }
        guard !name.isEmpty, name.contains("."), name.contains(where: \.isLetter), AWSHostName(String(name)) == nil,
            !name.contains("example.com"), ["%2Fs3%2F", "/s3/"].contains(where: url.contains),
            !Self.isOfStore(name)
        else { return nil }
        return """
            The URL is presigned for the host \(shown(name)), which is none of S3's, and the signature covers the host. Presign for the bucket's own \
            host; or see what S3 gets from that name. A CNAME that leads straight to S3 works only where the bucket has exactly this name (and \
            without https); CloudFront and other proxies send the origin's host, for which another signature is needed: use signed URLs of \
            CloudFront with an origin access control there. A client with a custom endpoint must keep the bucket out of the path.
            """
    }

    /// Servers of others that speak S3's API under hosts of their own.
    private static let stores = [
        "minio", "r2.cloudflarestorage", "digitaloceanspaces", "wasabisys", "backblazeb2", "linodeobjects",
        "storage.googleapis",
        "scw.cloud", "ovh.", "ceph", "rgw", "localhost",
    ]

    /// Whether a host is one of a server that is not AWS's.
    static func isOfStore(_ host: some StringProtocol) -> Bool { stores.contains(where: host.contains) }

    /// What stands behind `://` of the first URL with a signature of version 4.
    private var presignedURL: Substring? {
        guard let mark = text.firstRange(of: "X-Amz-Signature=") ?? text.firstRange(of: "X-Amz-Credential=") else {
            return nil
        }
        let before = text[..<mark.lowerBound].suffix(4_096)
        guard let start = before.ranges(of: "://").last else { return nil }
        let url = text[start.upperBound...].prefix { !$0.isWhitespace && !"\"'<>`".contains($0) }
        return url.startIndex <= mark.lowerBound && mark.lowerBound < url.endIndex ? url : nil
    }

    /// What arrived of the headers that a presigned URL covers.
    var arrivedPresigned: String? {
        guard view.author == .service,
            view.query.contains("X-Amz-SignedHeaders=") || view.query.contains("X-Amz-Credential=")
        else {
            return nil
        }
        if let type = view.value("content-type"), type.contains("multipart/form-data") {
            return """
                The body that arrived is a form (content-type: multipart/form-data), and a URL that is presigned for PUT takes the file alone: send \
                the file as the body, with the Content-Type that was presigned; or use a presigned POST (createPresignedPost), which is made for forms.
                """
        }
        let covered = view.headers.filter {
            $0.name != "host" && view.names.contains($0.name) && $0.name != "x-amz-security-token"
        }
        guard !covered.isEmpty else { return nil }
        let lines = covered.prefix(4).map { "\($0.name): \(shown($0.value))" }
        return """
            The URL covers headers besides the host, and these arrived: \(lines.joined(separator: "; ")). Each must be, byte for byte, what the URL was \
            presigned with (a charset, capital letters and blanks count): send that value, or presign with this one, or without the header.
            """
    }

    /// A presigned URL of Signature Version 2, or the string that S3 signed by it.
    var version2: String? {
        guard let sent = SignatureVersion2(text) else { return nil }
        let type = sent.contentType.map { shown($0) }
        return """
            The signature is one of version 2 (AWSAccessKeyId, Expires, Signature). \
            \(type.map { "S3 signed with the Content-Type \($0), as it arrived: send the very Content-Type that the URL was presigned with, and none where it was presigned without." } ?? "Method, Content-Type, Content-MD5 and x-amz-* headers must arrive as they were presigned.") \
            Better presign with version 4 (signature_version s3v4): newer regions take no other.
            """
    }

    /// A presigned URL of version 4, which covers more than the path.
    var presigned: String? {
        guard
            ["X-Amz-SignedHeaders=", "X-Amz-Signature="].contains(where: {
                text.contains($0) || view.query.contains($0)
            })
        else { return nil }
        return """
            A presigned URL covers the method, the host, the path, the query and the headers in X-Amz-SignedHeaders: call it with that \
            method, with these headers as they were presigned and no other x-amz-* header (Content-Type above all, which browsers, \
            fetch and axios add by themselves), and add, drop or decode no parameter. If the key's secret was changed since, presign \
            again.
            """
    }
}
