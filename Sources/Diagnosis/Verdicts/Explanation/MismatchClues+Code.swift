import Evidence
import JSONText
import WireText

/// What the code beside a refusal does with a request before or behind its signing: one thing is signed, and another is sent.
extension MismatchClues {
    /// No more of a paste is searched for code.
    private static let codeLimit = 32_768

    /// The lines of the paste that may be code, without comments.
    var codeLines: [Substring] {
        text.prefix(Self.codeLimit).split(whereSeparator: \.isNewline).prefix(600).filter { line in
            let start = line.drop(while: \.isWhitespace)
            return !start.hasPrefix("//") && !start.hasPrefix("--") && !start.hasPrefix("# ")
        }
    }

    // MARK: Members of a request

    /// A request that was signed with `body` and is handed to axios, which sends `data`
    /// (<https://axios-http.com/docs/req_config>).
    var unsentBody: String? {
        let code = codeLines.joined(separator: "\n")
        guard ["axios(", "axios.request("].contains(where: code.contains), Self.isSigning(code),
            Self.sets("body", in: code), !Self.sets("data", in: code)
        else { return nil }
        return """
            Send what was signed: axios takes the body as data and does not know body, so the request goes out without the body whose hash was signed. Add data: with the very \
            string that the signer got as body (a string, so that axios writes nothing anew), and leave the headers that were signed as they are.
            """
    }

    /// Whether code gives a member of this name a value: `body: x`, `body = x`, `{ body }`.
    private static func sets(_ name: String, in code: String) -> Bool {
        code.ranges(of: name).contains { found in
            let before = code[..<found.lowerBound].last
            guard before.map({ $0.isWhitespace || "{,.'\"[".contains($0) }) ?? true else { return false }
            let behind = code[found.upperBound...].prefix(8).drop { " '\"]".contains($0) }
            if behind.first == ":" { return true }
            if behind.first == "=" { return !behind.dropFirst().hasPrefix("=") && !behind.dropFirst().hasPrefix(">") }
            return before != "." && before.map { !"'\"[".contains($0) } ?? true
                && behind.first.map { ",}".contains($0) } ?? false
        }
    }

    private static func isSigning(_ code: String) -> Bool { signing(in: code) != nil }

    /// Where a request is signed: the end of the first call whose name ends with `sign`, or is one of the SDKs'.
    private static func signing(in code: String) -> String.Index? {
        let names = ["sign(", "Sign(", "add_auth(", "SignHTTP(", "signRequest(", "sign_request(", "SignRequest("]
        return names.compactMap { name in
            code.ranges(of: name).first { found in
                // `Object.assign(`, `design(`
                let before = code[..<found.lowerBound].suffix(2).lowercased()
                return !before.hasSuffix("s") && !before.hasSuffix("de")
            }?.upperBound
        }.min()
    }

    // MARK: A body of nothing

    /// A body that code makes of nothing: `JSON.stringify(body || {})` gives `{}` for a request that sends none.
    var inventedBody: String? {
        // A POST of {} has that body.
        let lower = text.prefix(Self.codeLimit).lowercased()
        let methods = [
            ".method", "httpmethod", "'get'", "\"get\"", "'delete'", "\"delete\"", "method: get", "get request",
        ]
        guard methods.contains(where: lower.contains) || text.contains(" GET ") else { return nil }
        for line in codeLines {
            for name in ["JSON.stringify(", "json.dumps(", "json_encode("] {
                guard let call = line.firstRange(of: name) else { continue }
                let given = line[call.upperBound...].prefix(200)
                let marks = ["|| {}", "||{}", "?? {}", "??{}", " or {}", "?: []", "?? []", "|| ''", "|| \"\""]
                guard let mark = marks.lazy.compactMap({ given.firstRange(of: $0) }).first,
                    given[..<mark.lowerBound].count(where: { $0 == "(" })
                        == given[..<mark.lowerBound].count(where: { $0 == ")" })
                else { continue }
                let shownCall = line[call.lowerBound..<mark.upperBound] + ")"
                let written = given[mark].contains("{") ? "{}" : given[mark].contains("[") ? "[]" : "\"\""
                return """
                    Hand the signer a body only where one is sent: \(shown(shownCall)) makes \(written) of a request without a body (a GET, a DELETE), and signs its hash, while nothing is sent and the service hashes nothing (e3b0c442...). Let \
                    body be undefined there; else sign the very string that goes out, made once.
                    """
            }
        }
        return nil
    }

    // MARK: Headers

    /// Headers that the HTTP library writes by itself, with the same value.
    private static let written: Set<String> = [
        "host", "content-length", "connection", "user-agent", "authorization", "accept-encoding", "origin", "referer",
    ]

    /// A header that is taken away behind the call which signed it.
    var deletedHeader: String? {
        let code = codeLines.joined(separator: "\n")
        guard let signed = Self.signing(in: code) else { return nil }
        let names = code[signed...].split(separator: "\n").compactMap { Self.deleted(in: $0) }.filter {
            !Self.written.contains($0)
                && ($0 == "content-type" || $0.hasPrefix("x-") || code[..<signed].lowercased().contains($0))
        }
        guard let first = names.first else { return nil }
        return """
            Leave \(shown(first)) in the request that is sent: the code takes it away behind the signer, which has signed it, so that the signature covers a header that does not arrive. Where it must not be sent, take it away before signing; \
            host and content-length alone the HTTP library writes again by itself.
            """
    }

    /// `delete request.headers['content-type']`, `del headers["x"]`, `headers.pop('x')`, `request.removeHeader("x")`.
    private static func deleted(in line: Substring) -> String? {
        let lower = line.lowercased()
        let verbs = [
            "delete ", "del ", ".pop(", ".remove(", "removeheader(", "removeheaders(", ".delete(", "unset(", ".del(",
        ]
        guard lower.contains("header"), let verb = verbs.lazy.compactMap({ lower.firstRange(of: $0) }).first,
            lower[..<verb.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || " \t._$(>-[]'\"".contains($0) })
        else { return nil }
        let rest = lower[verb.upperBound...]
        let name: Substring
        if let quote = rest.firstIndex(where: { "'\"".contains($0) }) {
            name = rest[rest.index(after: quote)...].prefix { !"'\"".contains($0) }
        } else if let mark = rest.firstRange(of: "headers.") {
            name = rest[mark.upperBound...].prefix { $0.isLetter }
        } else {
            return nil
        }
        let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        return isName ? String(name) : nil
    }

    // MARK: Presigned URLs

    /// A parameter that code appends to a URL which is signed.
    ///
    /// Every parameter but X-Amz-Signature is a part of the canonical query
    /// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html>).
    var appended: String? {
        for line in codeLines {
            for quote in ["'&", "\"&", "`&", "}&", "'?", "\"?"] {
                for found in line.ranges(of: quote).prefix(4) {
                    let parameter = line[found.upperBound...].prefix {
                        $0.isLetter || $0.isNumber || "-_".contains($0)
                    }
                    let lower = parameter.lowercased()
                    guard !parameter.isEmpty, line[parameter.endIndex...].hasPrefix("="),
                        !lower.hasPrefix("x-amz-"), !["signature", "expires", "awsaccesskeyid"].contains(lower),
                        let name = Self.lengthened(line[..<found.lowerBound], isWithin: quote == "}&"),
                        isPresigned(name, by: quote)
                    else { continue }
                    return """
                        Leave the URL as it was presigned: the code appends \(shown(parameter)) to \(shown(name)), and the signature covers the whole query. Give the parameter to the call that presigns (in SDKs a member of the operation, such as \
                        ResponseContentDisposition or VersionId); what is meant as a header (Content-Type) is given there too, and sent as a header with the very value, or neither presigned nor sent.
                        """
                }
            }
        }
        return nil
    }

    /// The variable that is lengthened by what stands behind it: `url .= '&...'`, `url + '&...'`, `${url}&...`.
    private static func lengthened(_ before: Substring, isWithin: Bool) -> Substring? {
        var rest = before
        if !isWithin {
            rest = rest.trimmed(of: " \t")
            guard let sign = rest.last, "+.=".contains(sign) else { return nil }
            if sign == "=" {
                rest = rest.dropLast()
                guard let joined = rest.last, "+.".contains(joined) else { return nil }
            }
            rest = rest.dropLast().trimmed(of: " \t")
        }
        let count = rest.reversed().prefix { $0.isLetter || $0.isNumber || "_$.".contains($0) }.count
        let name = rest.suffix(count).drop { ".$".contains($0) }
        return name.isEmpty ? nil : name
    }

    /// Whether a variable holds a presigned URL, by its name or by the call that is shown.
    private func isPresigned(_ name: Substring, by quote: String) -> Bool {
        let lower = name.lowercased()
        guard !lower.contains("canonical"), !lower.contains("string"), !lower.contains("unsigned") else { return false }
        if lower.contains("sign"), lower.contains("ur") || lower.contains("link") { return true }
        guard ["url", "uri", "link"].contains(where: lower.hasSuffix), quote.hasSuffix("&") else { return false }
        let code = text.prefix(Self.codeLimit).lowercased()
        return ["getsignedurl(", "presigned_url(", "presignedurl(", "presign("].contains(where: code.contains)
    }

    // MARK: Middleware

    /// A proxy of the program's own between the signer and AWS.
    var middleware: String? {
        let lower = text.prefix(Self.codeLimit).lowercased()
        let names = [
            "http-proxy-middleware", "createproxymiddleware", "express-http-proxy", "fastify/http-proxy",
            "koa-proxies", "koa-better-http-proxy", "createproxyserver",
        ]
        guard let name = names.first(where: lower.contains), lower.contains("aws4") || lower.contains("sign") else {
            return nil
        }
        return """
            Sign what \(name) sends, and not what it got: it writes Host (changeOrigin), path (pathRewrite) and headers of its own, and the body goes out as it came, or not at all behind a body parser. Sign in the hook that runs last (onProxyReq / on.proxyReq): \
            host of the target, the path and query after the rewrite, the bytes of the body that are written to that request; set the headers that the signer gives on it, drop the caller's own (authorization, origin, \
            cookie) before signing, and set changeOrigin: true.
            """
    }
}
