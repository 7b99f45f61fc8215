/// Values that a standard gives a header, that a library sends by itself, or that a public report of a refused signature
/// shows.
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
        case "te": ["trailers"]  // RFC 9110, section 10.1.4; Firefox adds it: mhart/aws4#155.
        case "upgrade": upgrades
        default: [""]
        }
    }

    /// What a client accepts (RFC 9110, section 12.5.1).
    ///
    /// The media types are those of Converse and ConverseStream in the service model of Bedrock; `*/*` is curl's own
    /// (kopeio/aws-es-proxy#8). That a hop rewrites it: aws/mcp-proxy-for-aws#313.
    private static let accepts = ["application/json", "*/*", "application/vnd.amazon.eventstream"]

    /// What libraries add by themselves, and what proxies put in its place.
    ///
    /// | value | where it is shown |
    /// | --- | --- |
    /// | `gzip` | Go's `net/http` (pkg.go.dev/net/http#Transport); Cloudflare and gomitmproxy in place of `identity`: hashicorp/terraform#36412, AdguardTeam/gomitmproxy#31 |
    /// | `identity` | Python's `http.client`: python/cpython#73665 |
    /// | `gzip, br` | Cloudflare in front of a worker: backblaze-b2-samples/cloudflare-b2#4 |
    /// | `gzip,deflate` | Apache HttpClient: inreachventures/aws-signing-request-interceptor#23 |
    /// | `gzip, deflate` and longer | `DEFAULT_ACCEPT_ENCODING` of requests, by what urllib3 can decode |
    /// | `br, gzip, deflate` | `lib/fetch/index.js` of undici, which is Node's `fetch` |
    /// | `gzip, compress, deflate, br` | `lib/adapters/http.js` of axios |
    /// | none | goproxy takes it out: stripe/goproxy#19 |
    static let acceptEncodings = [
        "gzip", "identity", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd", "gzip,deflate", "gzip, br",
        "br, gzip, deflate", "gzip, compress, deflate, br", "",
    ]

    /// What is sent where the caller says nothing, and what becomes of `application/json`.
    ///
    /// A charset is added or its case changed: aws/aws-sdk-js#244 and #838, aws-amplify/amplify-flutter#2257. The types of
    /// forms: curl (kopeio/aws-es-proxy#8), mhart/aws4#120, and with those of strings the Fetch standard ("extract a body").
    /// `application/x-amz-json-1.x`: Smithy's AWS JSON protocols. The types of bytes, and none:
    /// postmanlabs/postman-app-support#3232, aws/aws-sdk-js-v3#2000.
    static let types = [
        "application/json", "application/json; charset=utf-8", "application/json;charset=utf-8",
        "application/json; charset=UTF-8", "application/json;charset=UTF-8", "application/x-amz-json-1.1",
        "application/x-amz-json-1.0", "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-8", "application/x-www-form-urlencoded;charset=UTF-8",
        "text/plain;charset=UTF-8", "application/octet-stream", "binary/octet-stream", "",
    ]

    /// RFC 9112, section 6.1; that a hop takes it out: aws/aws-cli#9257; in capitals: aws-amplify/aws-sdk-ios#638.
    static let transferEncodings = ["chunked", "Chunked", "gzip, chunked", ""]

    /// What the AWS SDKs write of their attempts; that a retry signs the value of the one before: aws/aws-sdk-go-v2#537.
    ///
    /// The numbers: aws/aws-sdk-js-v3#6620 for three attempts, "Retries" in Boto3's guide for five in its legacy mode.
    private static let attempts = [
        "attempt=1", "attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3", "attempt=1; max=5",
    ]

    /// What clients say of the connection, and what the next server makes of it.
    ///
    /// The values in either case, and none: inreachventures/aws-signing-request-interceptor#19 and #23, scality/Droplet#217,
    /// vibe-aws/vibe-aws#1. The names of headers: RFC 9110, sections 7.8 and 10.1.4, RFC 7540, section 3.2.
    static let connections = [
        "keep-alive", "Keep-Alive", "close", "upgrade", "Upgrade", "TE", "Upgrade, HTTP2-Settings", "",
    ]

    /// The one expectation there is (RFC 9110, section 10.1.1), which servers take out: minio/minio#1030,
    /// brendanhay/amazonka#330.
    private static let expectations = ["100-continue", ""]

    /// RFC 7540, section 3.2, as Java's HttpClient sends it; RFC 6455, section 4.1.
    private static let upgrades = ["h2c", "websocket", ""]

    /// Names under which libraries, tools and CloudFront send requests when the caller gives none.
    ///
    /// That the name is changed on the way: boto/botocore#887, aws-amplify/amplify-hosting#1992 (`Amazon CloudFront`),
    /// FantasticFiasco/aws-signature-version-4#1231 (API Gateway), aws/aws-sdk-net#4050 (a retry). Each of the others is
    /// the default of the library's own source. Versions differ and do not matter: such a name in place of one that was
    /// signed says that it was put in.
    private static let libraries: Set<String> = [
        "python-requests", "python-httpx", "Python-urllib", "python-urllib3", "Python", "PycURL", "curl", "Wget",
        "Go-http-client", "node", "node-fetch", "undici", "axios", "got", "okhttp", "Java", "Java-http-client",
        "Apache-HttpClient", "Faraday", "GuzzleHttp", "Dart", "Deno", "Bun", "Ruby", "PostmanRuntime", "insomnia",
        "HTTPie", "Boto3", "Botocore", "aws-cli", "aws-sdk-go", "aws-sdk-js", "Amazon CloudFront",
    ]

    /// Whether a user agent is one that a library, a tool or a gateway puts in by itself.
    static func isLibrary(_ agent: String) -> Bool {
        agent.isEmpty || libraries.contains(agent)
            || libraries.contains(String(agent.prefix { $0 != "/" && $0 != " " }))
    }
}
