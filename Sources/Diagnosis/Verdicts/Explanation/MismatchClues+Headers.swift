import WireText

/// What the list of signed headers shows: names without a line, names that others write on the way.
extension MismatchClues {
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

    /// Headers that belong to one hop, or that proxies and tracers write.
    var passing: String? {
        let names = view.names.filter { name in
            Self.hop.contains(name) || name.hasPrefix("x-forwarded") || name.hasPrefix("x-real-") || name == "via"
                || name.hasPrefix("cf-") || name.hasPrefix("x-envoy-") || name == "forwarded" || name == "traceparent"
                || name == "tracestate" || name == "x-amzn-trace-id" || name.hasPrefix("x-b3-")
                || name == "x-request-id" || name.hasPrefix("x-datadog-") || name == "cdn-loop"
        }
        guard !names.isEmpty else { return nil }
        return """
            Signed \(areWords(names)), which every proxy on the way may change, add or remove. Do not sign them: a gateway must not \
            pass its client's headers on into the request that it signs.
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
        let arrived = view.value("accept-encoding").map { ", which arrived as \(shown($0))" } ?? ""
        return """
            accept-encoding is among the signed headers\(also)\(arrived): intercepting proxies, CDNs and gateways write it anew (identity to \
            gzip) or drop it, and then no signature fits. Call once without them; let them leave the header as it is, or keep it out of \
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
