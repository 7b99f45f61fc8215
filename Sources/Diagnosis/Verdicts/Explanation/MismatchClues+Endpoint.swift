import Catalog
import Evidence
import WireText

/// What the settings beside a refusal show of the endpoint for which a client of S3 signs.
extension MismatchClues {
    /// A distribution of CloudFront's, or a name of one's own before it, that is set as the endpoint of a client of S3.
    ///
    /// CloudFront sends the origin's Host and its own path
    /// (<https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html>), and signs for S3
    /// itself by an origin access control.
    var distribution: String? {
        let lower = text.prefix(32_768).lowercased()
        guard lower.contains("s3"), let host = setEndpoint else { return nil }
        let isOwn = host.hasSuffix("cloudfront.net")
        guard isOwn || lower.contains("cloudfront") && AWSHostName(host) == nil && !Self.isOfStore(host) else {
            return nil
        }
        return """
            Take \(shown(host)) out of the S3 client's settings: the client signs for that host, and CloudFront sends S3 the bucket's Host and its own path, so that no signature of the client's fits. Presign or call by the bucket's own host (for uploads from far away \
            Transfer Acceleration); where the way must lead through CloudFront, use CloudFront's own signed URLs or cookies, with an origin access control by which it signs for S3. Key and secret are not in question.
            """
    }

    /// The host of the first setting of an endpoint, in small letters.
    private var setEndpoint: String? {
        for line in codeLines {
            let lower = line.lowercased()
            let labels = ["endpoint", "serviceurl", "service_url", "base_url", "baseurl"]
            guard let label = labels.lazy.compactMap({ lower.firstRange(of: $0) }).first else { continue }
            let rest = lower[label.upperBound...].prefix(160)
            // `endpoint: 'x'`, `.Endpoint = aws.String("https://x")`, `endpointOverride(URI.create("x"))`, `--endpoint-url https://x`.
            let value: Substring
            if let mark = rest.firstRange(of: "://") {
                value = rest[mark.upperBound...]
            } else if let quote = rest.firstIndex(where: { "'\"`".contains($0) }),
                rest[..<quote].contains(where: { ":=(".contains($0) })
            {
                value = rest[rest.index(after: quote)...].drop { ": =".contains($0) || "'\"".contains($0) }
            } else {
                continue
            }
            let host = value.prefix { $0.isLetter || $0.isNumber || ".-".contains($0) }
            if host.contains("."), host.contains(where: \.isLetter) { return String(host) }
        }
        return nil
    }
}
