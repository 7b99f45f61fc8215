/// Values that a standard gives a header, that a library's documentation says it sends by itself, or that a public report
/// of a refused signature shows.
///
/// What somebody may have chosen freely stands here on no account: where the search does not know a value, the finding names
/// the header that was changed. A value is added with the page that shows it.
enum PublishedValues {
    /// Values of a header that did not arrive, or that came in place of the one that was signed.
    static func of(_ name: String) -> [String] {
        switch name {
        case "accept": accepts
        case "accept-encoding": acceptEncodings
        case "content-type": types
        case "transfer-encoding": transferEncodings
        case "amz-sdk-request": attempts
        case "connection", "proxy-connection": connections
        case "expect": expectations
        case "te": ["trailers"]  // RFC 9110, section 10.1.4.
        case "upgrade": upgrades
        default: [""]
        }
    }

    /// RFC 9110, section 12.5.1, and the media types of Converse and ConverseStream in the service model of Bedrock.
    private static let accepts = ["application/json", "*/*", "application/vnd.amazon.eventstream"]

    /// What libraries add by themselves.
    ///
    /// `identity`: Python's http.client, and with it botocore (docs.python.org/3/library/http.client.html); `gzip`: Go's
    /// net/http (pkg.go.dev/net/http#Transport), OkHttp; `gzip, deflate` with more behind it: requests, httpx, aiohttp
    /// (their quickstarts), the Fetch standard's `gzip, deflate, br`, axios on Node. Proxies put `gzip`, or `gzip, br`
    /// in their place: hashicorp/terraform#36412, backblaze-b2-samples/cloudflare-b2#4, AdguardTeam/gomitmproxy#31.
    static let acceptEncodings = [
        "gzip", "identity", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd", "gzip, br", "br, gzip",
        "gzip, compress, deflate, br", "",
    ]

    /// What is sent where the caller says nothing, and what becomes of `application/json`.
    ///
    /// mhart/aws4#120, aws/aws-sdk-js#244 and #3326: a charset added, its case changed; the Fetch standard's types of
    /// strings and forms; `application/x-amz-json-1.x`: Smithy's AWS JSON protocols; `binary/octet-stream`: S3's default.
    static let types = [
        "application/json", "application/json; charset=utf-8", "application/json;charset=utf-8",
        "application/json; charset=UTF-8", "application/json;charset=UTF-8", "application/x-amz-json-1.1",
        "application/x-amz-json-1.0", "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-8", "application/x-www-form-urlencoded;charset=UTF-8",
        "text/plain;charset=UTF-8", "text/plain", "application/octet-stream", "binary/octet-stream", "",
    ]

    /// The codings of RFC 9112, section 7.
    static let transferEncodings = ["chunked", "gzip, chunked", "deflate, chunked", "identity", ""]

    /// What the AWS SDKs write of their attempts (the retry behaviour in the "AWS SDKs and Tools Reference Guide").
    private static let attempts = [
        "attempt=1", "attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3", "attempt=1; max=4", "attempt=1; max=5",
    ]

    /// RFC 9112, section 9.3 and 9.6, RFC 9110, sections 7.8 and 10.1.4.
    static let connections = [
        "keep-alive", "Keep-Alive", "close", "upgrade", "Upgrade", "TE", "Upgrade, HTTP2-Settings", "",
    ]

    /// The one expectation there is (RFC 9110, section 10.1.1): aws/aws-cli#10123, minio/minio#7266.
    private static let expectations = ["100-continue", "100-Continue", ""]

    /// The protocols of RFC 9113 (as its predecessor named it), RFC 6455 and RFC 9110, section 7.8.
    private static let upgrades = ["h2c", "websocket", "HTTP/2.0", ""]

    /// Names under which libraries and tools send requests when the caller gives none, as their documentation says.
    ///
    /// Versions differ and do not matter: such a name in the place of one that was signed says that it was put in.
    private static let libraries: Set<String> = [
        "python-requests", "python-httpx", "Python-urllib", "python-urllib3", "Python", "PycURL", "curl", "libcurl",
        "Wget", "Go-http-client", "node", "node-fetch", "undici", "axios", "got", "okhttp", "Java", "Java-http-client",
        "Apache-HttpClient", "Faraday", "GuzzleHttp", "reqwest", "hyper", "Dart", "Deno", "Bun", "Ruby",
        "PostmanRuntime", "insomnia", "HTTPie", "Boto3", "Botocore", "aws-cli", "aws-sdk-go", "aws-sdk-js",
        "Amazon CloudFront", "ELB-HealthChecker",
    ]

    /// Whether a user agent is one that a library, a tool or a gateway puts in by itself.
    static func isLibrary(_ agent: String) -> Bool {
        agent.isEmpty || libraries.contains(agent)
            || libraries.contains(String(agent.prefix { $0 != "/" && $0 != " " }))
    }
}
