/// Values that headers have most often, as libraries, tools and gateways send them.
enum UsualValues {
    /// Values of a header that did not arrive.
    static func of(_ name: String) -> [String] {
        switch name {
        case "accept":
            [
                "application/json", "*/*", "application/vnd.amazon.eventstream", "application/json, text/plain, */*",
                "application/json, */*", "text/html", "text/plain", "application/json;q=0.9, */*;q=0.8",
            ]
        case "user-agent", "x-amz-user-agent": agents + moreAgents + ownAgents
        case "accept-encoding": acceptEncodings
        case "x-amz-target":
            [
                "AmazonBedrock.Converse", "Converse", "AmazonBedrockRuntime.Converse",
                "AmazonBedrockRuntimeFrontendService.Converse",
            ]
        case "amz-sdk-request", "x-amz-sdk-request":
            [
                "attempt=1", "attempt=1; max=3", "attempt=1; max=4", "attempt=2; max=3", "attempt=1; max=5",
                "attempt=1; max=2",
            ]
        case "cache-control":
            ["no-cache", "no-store", "max-age=0", "no-cache, no-store", "no-cache, no-store, must-revalidate"]
        case "pragma": ["no-cache"]
        case "accept-charset": ["utf-8", "UTF-8"]
        case "accept-language":
            ["en", "en-US", "en-us", "en-US,en;q=0.9", "en-US,en;q=0.5", "*", "en-US, en", "de", "en-GB,en;q=0.9"]
        case "x-requested-with": ["XMLHttpRequest"]
        case "content-encoding": ["gzip", "identity", "deflate", "aws-chunked", "br"]
        case "content-language": ["en", "en-US"]
        case "origin":
            ["null", "http://localhost:3000", "http://localhost:8080", "http://localhost", "https://example.com"]
        case "referer": ["http://localhost:3000/", "http://localhost:8080/", "https://example.com/"]
        case "dnt", "upgrade-insecure-requests": ["1", "0"]
        case "sec-fetch-mode": ["cors", "no-cors", "navigate"]
        case "sec-fetch-site": ["cross-site", "same-origin", "same-site", "none"]
        case "sec-fetch-dest": ["empty", "document"]
        case "priority", "x-priority", "x-request-priority":
            ["high", "low", "normal", "1", "u=1, i", "u=1", "medium", "critical"]
        case "http2-settings": ["AAMAAABkAAQAoAAAAAIAAAAA", "AAMAAABkAARAAAAAAAIAAAAA"]
        case "connection", "te", "expect", "keep-alive", "upgrade", "trailer", "proxy-connection": hops(name)
        case "x-amz-meta-tenant", "x-tenant", "x-tenant-id":
            words + ["acme", "blue", "tenant-1", "t1", "team-a", "tenant1"]
        default: words
        }
    }

    private static let words = [
        "true", "false", "1", "0", "test", "value", "default", "x", "yes", "no", "keep", "abc", "foo", "bar", "high",
        "low",
        "hello", "on", "off", "enabled", "ENABLED", "DISABLED", "2", "dev", "prod", "v1", "123", "a", "b", "standard",
        "",
    ]

    static let types = [
        "application/json", "application/json; charset=utf-8", "application/json;charset=utf-8",
        "application/json; charset=UTF-8", "application/json;charset=UTF-8", "application/x-amz-json-1.1",
        "application/x-amz-json-1.0", "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-8", "text/plain", "text/plain;charset=UTF-8",
        "text/plain; charset=utf-8", "application/octet-stream", "binary/octet-stream", "application/vnd.api+json",
        "*/*", "application/json, application/json", "", "text/html", "text/json", "application/x-json", "json",
        "application/javascript", "text/javascript", "application/xml", "text/xml", "multipart/form-data",
        "application/vnd.amazon.eventstream", "application/x-ndjson", "application/json, */*", "None", "null",
        "undefined",
        "application/ld+json", "application/problem+json", "text/plain;charset=utf-8", "text/html; charset=utf-8",
        "application/x-www-form-urlencoded;charset=UTF-8", "application/x-www-form-urlencoded; charset=UTF-8",
        "application/JSON", "Application/JSON", "Application/Json", "APPLICATION/JSON", "application/jsonl", "text",
        "application/cbor", "application/x-amz-cbor-1.1", "application/json; odata=verbose", "application/json-seq",
    ]

    static let agents = [
        "python-requests/2.31.0", "python-requests/2.32.3", "Python-urllib/3.11", "Python-urllib/3.12", "curl/7.88.1",
        "Go-http-client/1.1", "node", "axios/1.7.2", "okhttp/4.12.0", "", "curl/8.5.0", "python-httpx/0.27.0", "undici",
        "node-fetch", "Mozilla/5.0", "PostmanRuntime/7.39.0", "python-requests/2.32.4", "python-requests/2.32.5",
        "python-httpx/0.28.1", "Python-urllib/3.13", "Python-urllib/3.10", "curl/8.4.0", "curl/7.68.0", "curl/7.81.0",
        "Go-http-client/2.0", "aws-cli/2.15.0", "None", "Boto3/1.34.0", "Java/17", "Ruby",
    ]

    static let moreAgents = [
        "axios/0.27.2", "axios/1.6.0", "axios/1.6.8", "axios/1.7.7", "python-httpx/0.25.0", "python-httpx/0.26.0",
        "python-httpx/0.27.2", "curl/8.6.0", "curl/8.7.1", "curl/8.9.1", "curl/8.1.2", "curl/7.76.1", "curl/8.10.1",
        "curl",
        "python-requests/2.28.1", "python-requests/2.28.2", "python-requests/2.29.0", "python-requests/2.30.0",
        "python-requests/2.32.2", "python-requests", "Python-urllib/3.9", "Python-urllib/3.8", "Python-urllib/3.14",
        "Wget/1.21.3",
        "Wget/1.21.4", "Apache-HttpClient/4.5.13 (Java/17.0.1)", "Java-http-client/17", "Java-http-client/21",
        "Java/11",
        "Faraday v2.7.10", "GuzzleHttp/7", "reqwest", "hyper/0.14", "Dart/3.2 (dart:io)", "undefined", "null",
        "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)", "node-fetch/1.0",
        "got (https://github.com/sindresorhus/got)",
        "Python/3.11 aiohttp/3.9.1", "Python/3.12 aiohttp/3.9.5", "Python/3.12 aiohttp/3.10.5",
        "Python/3.11 aiohttp/3.9.5",
        "okhttp/4.9.3", "okhttp/4.11.0", "okhttp/3.14.9", "aws-sdk-go/1.44.0", "aws-sdk-js/3.0.0", "Boto3", "Botocore",
        "aws-cli",
        "Deno/1.40.0", "Bun/1.1.0", "insomnia/8.6.1", "HTTPie/3.2.2", "Mozilla/5.0 (compatible)", "libcurl/8.5.0",
        "PycURL/7.45.2", "urllib3/2.0.7", "python-urllib3/2.2.1",
        "python-urllib3/2.0.7", "axios", "okhttp", "httpx", "Python", "python", "envoy", "nginx", "Amazon CloudFront",
        "ELB-HealthChecker/2.0", "HAProxy",
    ]

    /// What programs call themselves in examples.
    static let ownAgents = [
        "test", "test/1.0", "client/1.0", "my-client/1.0", "app/1.0", "my-app/1.0", "my-agent/1.0", "agent/1.0",
        "bot/1.0",
        "my-bot/1.0", "example/1.0", "bedrock-client/1.0", "my-client", "my-app", "client", "sdk/1.0", "my-sdk/1.0",
    ]

    /// Whether a user agent is one that a library, a tool or a gateway puts in by itself.
    static func isLibrary(_ agent: String) -> Bool {
        let name = agent.prefix { $0 != "/" && $0 != " " }
        return agent.isEmpty || (agents + moreAgents).contains { $0.prefix { $0 != "/" && $0 != " " } == name }
    }

    static let acceptEncodings = [
        "gzip", "identity", "gzip, deflate", "gzip,deflate", "gzip, deflate, br", "gzip, deflate, br, zstd",
        "gzip, deflate, zstd", "br", "br, gzip", "br, gzip, deflate", "deflate", "deflate, gzip", "*", "gzip;q=1.0",
        "gzip, br", "zstd", "gzip, zstd", "identity;q=1", "deflate, gzip, br, zstd",
        "gzip;q=1.0, deflate;q=0.6, identity;q=0.3",
        "gzip, deflate;q=0.5", "identity, gzip", "compress, gzip", "*;q=0", "", "gzip,deflate,br", "gzip,br", "x-gzip",
        "deflate, gzip, br", "gzip;q=0", "identity;q=1, *;q=0", "gzip, deflate, identity", "gzip, identity", "GZIP",
        "aws-chunked",
        "br;q=1.0, gzip;q=0.8, *;q=0.1", "gzip, compress, br", "gzip, deflate, br;q=0.9", "gzip,deflate,compress",
    ]

    /// Every list of two to four of some words, in any order, joined by a comma with a blank and without.
    static func combined(_ words: [String]) -> [String] {
        var lists: [[String]] = words.map { [$0] }
        var all: [[String]] = []
        for _ in 1..<4 {
            lists = lists.flatMap { list in words.filter { !list.contains($0) }.map { list + [$0] } }
            all += lists
        }
        return all.flatMap { [$0.joined(separator: ", "), $0.joined(separator: ",")] }
    }

    static func hops(_ name: String) -> [String] {
        switch name {
        case "connection", "proxy-connection":
            [
                "keep-alive", "Keep-Alive", "close", "Close", "upgrade", "Upgrade", "TE", "te", "keep-alive, TE",
                "Upgrade, HTTP2-Settings", "", "keep-alive, Upgrade", "TE, close", "close, TE", "te, keep-alive",
                "KEEP-ALIVE",
                "upgrade, http2-settings",
            ]
        case "expect": ["100-continue", "100-Continue", ""]
        case "te":
            [
                "trailers", "trailers, deflate", "deflate", "gzip", "", "trailers, deflate;q=0.5", "gzip, trailers",
                "chunked",
            ]
        case "keep-alive":
            [
                "timeout=5", "timeout=60", "timeout=5, max=1000", "timeout=5, max=100", "300", "115", "", "timeout=30",
                "timeout=10", "timeout=15", "timeout=20", "timeout=65", "timeout=75", "timeout=120", "timeout=4",
                "timeout=72",
                "timeout=30, max=100", "timeout=60, max=100", "timeout=60, max=1000", "timeout=10, max=100",
                "timeout=15, max=100",
                "max=100", "timeout=600", "timeout=10, max=1000", "timeout=30, max=1000", "timeout=5, max=50",
                "timeout=5,max=1000",
                "60", "30", "true",
            ]
        case "upgrade":
            ["h2c", "websocket", "HTTP/2.0", "", "h2", "TLS/1.0", "HTTP/1.1", "WebSocket", "h2c, websocket"]
        case "trailer":
            ["x-amz-checksum-crc32", "x-amz-trailer-signature", "", "Expires", "x-amz-checksum-sha256", "X-Checksum"]
        default: ["keep-alive", "close", "", "1", "true"]
        }
    }

    /// What proxies write of clients: addresses, schemes, ports, themselves.
    static let forwarded = [
        "127.0.0.1", "10.0.0.1", "::1", "http", "https", "localhost", "443", "80", "1.1 proxy", "", "172.17.0.1",
        "192.168.1.1",
        "192.168.0.1", "10.0.0.2", "10.0.0.5", "192.168.1.10", "192.168.1.100", "10.1.2.3", "172.18.0.1", "1.2.3.4",
        "8080", "8443",
        "203.0.113.7", "203.0.113.1", "203.0.113.5", "203.0.113.10", "203.0.113.195", "198.51.100.1", "198.51.100.7",
        "192.0.2.1", "1.1.1.1", "8.8.8.8", "10.0.0.3", "10.0.0.4", "10.0.0.10", "172.16.0.1", "1.1 varnish",
        "1.1 nginx",
        "1.1 squid", "1.1 envoy", "1.1 google", "1.1 vegur", "1.0 proxy", "2.0 proxy", "1.1 localhost", "HTTP", "HTTPS",
        "wss",
        "unknown", "on", "off", "for=127.0.0.1", "for=10.0.0.1", "proto=https", "proto=http", "US", "DE", "GB",
        "client", "proxy",
        "5.6.7.8", "9.9.9.9", "4.3.2.1", "11.22.33.44", "for=192.0.2.60;proto=http;by=203.0.113.43", "example.com",
    ]
}
