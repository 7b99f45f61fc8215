import JSONText
import WireText

/// What the list of signed headers shows: names without a line, names that others write on the way.
extension MismatchClues {
    /// Signed headers that arrived without a value, which is also how the service writes one that did not arrive.
    var emptied: String? {
        guard view.author == .service else { return nil }
        let names = view.headers.filter { $0.value.trimmedWhitespace().isEmpty && view.names.contains($0.name) }.map(
            \.name
        )
        .filter { $0 != "x-amz-security-token" && $0 != "host" }
        guard let first = names.first,
            !names.contains("content-type") || names.count > 1 || !view.query.contains("X-Amz-")
        else {
            return nil
        }
        let way =
            switch first {
            case "range":
                " Whole objects come through, and parts do not: until it is mended, let the client ask for no ranges (a higher multipart threshold)."
            case "content-type":
                " HTTP libraries leave it out or set another one where there is no body: sign it only where it is sent."
            default: ""
            }
        return """
            Signed \(areWords(names)), and arrived empty or not at all (the service writes both so): \
            something between client and service takes it away or changes it (an intercepting proxy, a filter, an antivirus, a CDN), or the \
            client signs what it does not send. Call once from another network. Nothing in this says that the keys are wrong.\(way)
            """
    }

    /// A content type that an HTTP library completes after it was signed.
    var typedByLibrary: String? {
        let lower = text.prefix(32_768).lowercased()
        guard ["content-type", "contenttype"].contains(where: lower.contains) || view.names.contains("content-type"),
            !lower.contains("charset=utf-8")
        else { return nil }
        let libraries: [(marks: [String], name: String, adds: String)] = [
            (
                ["package:http/", ".dart", "http.client(", "map<string, string>.from("], "Dart's http",
                "; charset=utf-8"
            ),
            (["new stringcontent(", "stringcontent("], ".NET's StringContent", "; charset=utf-8"),
            (["requestbody.create(", "okhttp"], "OkHttp", "; charset=utf-8"),
            (["stringentity("], "Apache's StringEntity", "; charset=ISO-8859-1 or UTF-8"),
        ]
        guard let library = libraries.first(where: { $0.marks.contains(where: lower.contains) }) else { return nil }
        return """
            \(library.name) writes '\(library.adds)' behind a Content-Type that was set without a charset, when the body is given as a text. Where \
            content-type is signed, set it with that charset before you sign, or hand over the body as bytes.
            """
    }

    private static let hop: Set<String> = [
        "connection", "expect", "keep-alive", "te", "upgrade", "trailer", "transfer-encoding", "proxy-connection",
    ]

    /// Names on the list without a line.
    var missing: String? {
        guard view.author == .service || view.author == .request, !view.headers.isEmpty else { return nil }
        let lines = Set(view.headers.map(\.name))
        let absent = view.names.filter { !lines.contains($0) && !$0.isEmpty }
        guard !absent.isEmpty, absent.count < view.names.count else { return nil }
        return """
            SignedHeaders names \(words(absent)), and no such header arrived: take it off the list, or see what removed it. \
            Headers of one hop (transfer-encoding, connection, expect) are never signed.
            """
    }

    /// Headers of AWS's own that were sent and are not on the list.
    var unsigned: String? {
        guard view.author == .request, !view.names.isEmpty else { return nil }
        let sent = view.headers.map(\.name).filter {
            ($0.hasPrefix("x-amz-") || $0 == "host") && !view.names.contains($0)
        }
        guard !sent.isEmpty else { return nil }
        return """
            Sent and not signed: \(words(sent)). host must be signed by every caller, and S3 and others refuse an x-amz-* header that is not: add the names to \
            SignedHeaders and their lines to the canonical headers, or add these headers before the request is signed, not behind it.
            """
    }

    /// Headers that belong to one hop, or that proxies and tracers write.
    var passing: String? {
        let names = view.names.filter { name in
            Self.hop.contains(name) || name.hasPrefix("x-forwarded") || name.hasPrefix("x-real-") || name == "via"
                || name.hasPrefix("cf-") || name.hasPrefix("x-envoy-") || name == "forwarded" || name == "traceparent"
                || name == "tracestate" || name == "x-amzn-trace-id" || name == "x-amz-cf-id" || name.hasPrefix("x-b3-")
                || name == "x-request-id" || name.hasPrefix("x-datadog-") || name == "cdn-loop"
        }
        guard !names.isEmpty else { return nil }
        return """
            Do not sign \(words(names)), which every proxy on the way may change, add or remove: a gateway must not pass its client's headers on \
            into the request that it signs.
            """
    }

    private static let usual: Set<String> = [
        "host", "date", "content-type", "content-length", "content-encoding", "content-md5", "content-language",
        "accept",
        "accept-encoding", "accept-language", "accept-charset", "user-agent", "origin", "referer", "cache-control",
        "expires", "cookie", "pragma", "range", "if-match", "if-none-match", "authorization", "content-disposition",
        "content-sha256", "anthropic-version", "anthropic-beta", "x-api-key", "dnt", "priority",
    ]

    /// Headers that neither AWS nor HTTP asks for: a plugin's or a gateway's own.
    var foreign: String? {
        let names = view.names.filter { name in
            !name.isEmpty && !Self.usual.contains(name) && !Self.hop.contains(name) && !name.hasPrefix("x-amz")
                && !name.hasPrefix("amz-sdk") && !name.hasPrefix("aws-sdk") && !name.hasPrefix("x-forwarded")
                && !name.hasPrefix("x-apigw") && !name.hasPrefix("sec-") && !name.hasPrefix("x-real-")
        }
        guard !names.isEmpty else { return nil }
        return """
            Signed \(names.count == 1 ? "is a header" : "are headers") of the client's own: \(words(names)). Whatever adds or changes them after signing (a plugin, a \
            gateway, a library that writes the name in another form) breaks the signature: keep them off this request, or leave \
            them out of SignedHeaders.
            """
    }

    /// A header that intercepting proxies, CDNs and HTTP libraries write anew, whoever signed it.
    var encoding: String? {
        guard view.names.contains("accept-encoding") else { return nil }
        let others = ["user-agent", "te", "connection", "via"].filter(view.names.contains)
        let also = others.isEmpty ? "" : " (and \(words(others)))"
        // Its front writes the header anew before the signature is looked at (https://cloud.google.com/storage/docs/authentication/signatures).
        if text.prefix(32_768).contains("storage.googleapis.com") {
            return """
                Keep accept-encoding out of what is signed\(also): Google Cloud Storage changes it before it looks at the signature, so that a signature which covers it never fits. In AWS's SDK for Go 2 a middleware takes the \
                header out before the step Signing and sets it again behind it; other clients leave it to the HTTP library. Key and secret are not in question.
                """
        }
        let arrived = view.value("accept-encoding").map { ", which arrived as \(shown($0))" } ?? ""
        return """
            accept-encoding is among the signed headers\(also)\(arrived): intercepting proxies, CDNs and gateways write it anew (identity to \
            gzip) or drop it, and then no signature fits. Call once without such a proxy or gateway; let it leave the header as it is, or keep it out of \
            SignedHeaders (in a client that signs by itself, set it behind the signer).
            """
    }

    /// Headers that an HTTP library sets or completes by itself.
    var fragile: String? {
        // Of accept-encoding more is said above.
        let names = ["content-length", "content-type", "user-agent", "accept", "accept-language"].filter {
            view.names.contains($0)
        }
        let telling = names.filter { ["content-length", "user-agent"].contains($0) }
        let isOdd =
            view.value("content-type").map { $0.isEmpty || $0.hasPrefix("text/plain") || $0.contains("charset") }
            ?? false
        guard !telling.isEmpty || isOdd else { return nil }
        return """
            Signed \(areWords(names)), which HTTP libraries and proxies write themselves, and in another form (a charset added, \
            text/plain for JSON, another length): set them exactly as they are sent before you sign, or sign host, content-type and \
            x-amz-* only.
            """
    }

    private static let proxyNames: Set<String> = [
        "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "via", "cf-ray", "cdn-loop",
        "x-envoy-decorator",
    ]

    /// A request that came through a proxy, whose headers are not signed; or a server that people put behind one.
    var proxied: String? {
        let lower = text.lowercased()
        let isThrough = view.author == .request && view.headers.contains { Self.proxyNames.contains($0.name) }
        guard isThrough || ["server: minio", "x-minio-", "<hostid>3l137"].contains(where: lower.contains) else {
            return nil
        }
        return """
            \(isThrough ? "The request came through a proxy" : "If a proxy stands before the server"), it must pass on what was signed: the \
            Host with its port as the client wrote it (nginx: proxy_set_header Host $http_host; Apache: ProxyPreserveHost On), the \
            path as it came (no prefix cut or added, nothing decoded: proxy_pass without a path), and the headers in SignedHeaders. \
            Call the server without the proxy: if that works, it is the proxy.
            """
    }

    private func areWords(_ names: [String]) -> String { (names.count == 1 ? "is " : "are ") + words(names) }
}
