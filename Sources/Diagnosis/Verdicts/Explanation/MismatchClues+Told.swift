import Evidence
import JSONText
import Report
import WireText

/// What a paste tells of one header: that it arrived empty, stands there twice, was added on the way, or is another one to AWS.
///
/// A header that was signed and the same header as the service saw it may stand in a dump, in a line of a string to sign, or in the
/// reporter's sentences; where they differ, no secret is in question.
extension MismatchClues {
    /// No more lines of a paste are looked at.
    private static let lineLimit = 2_000

    // MARK: Empty

    private static let losses: Set<String> = [
        "empty", "blank", "missing", "stripped", "strips", "strip", "removed", "removes", "drops", "dropped", "lost",
        "absent",
        "gone", "cleared",
    ]

    /// Headers that clients sign and proxies change, where no list of signed ones is shown.
    private static let known = [
        "range", "content-type", "content-md5", "accept-encoding", "content-encoding", "content-length",
    ]

    /// Whether what is told leaves neither the key nor the secret in question.
    var sparesKeys: Bool {
        [
            hopByHop, toldEmpty, added, sentTwice, signedLocalHost, presignedNames, otherPaths, typedByHand,
            toldCharacter, canonicalCode, distribution, deletedHeader, appended,
        ].contains { $0 != nil }
    }

    /// A signed header that a sentence tells to have arrived empty, or not at all.
    var toldEmpty: String? {
        let listed = view.names.filter { !$0.isEmpty && $0 != "host" && $0 != "authorization" }
        let isListed = !listed.isEmpty
        let names = isListed ? listed : Self.known
        for line in text.split(whereSeparator: \.isNewline).prefix(Self.lineLimit) where line.utf8.count < 1_000 {
            // The list itself tells nothing of what arrived.
            guard !line.contains("SignedHeaders="), !line.contains("AWS4-HMAC") else { continue }
            let words = line.lowercased().split { !($0.isLetter || $0.isNumber || "-_".contains($0)) }
            guard let loss = words.firstIndex(where: { Self.losses.contains(String($0)) }) else { continue }
            let near = words[max(0, loss - 8)..<min(words.count, loss + 6)]
            let isDenied = words[max(0, loss - 2)..<loss].contains {
                ["not", "isn", "isnt", "never", "no"].contains($0)
            }
            guard !isDenied, let name = names.first(where: { near.contains(Substring($0)) }),
                isListed || line.lowercased().contains("\(name):") || words.contains("header")
            else { continue }
            return """
                \(shown(name)) is\(isListed ? " among the signed headers, and it is" : " a header that is") told to have arrived empty or not at all: what stands between the client and \
                the service (a caching or intercepting proxy, a gateway, a filter) took it away, and the signature that covers it cannot fit any more. Let what stands between pass \(shown(name)) as the client sent it, or call without it; where neither can be done, keep the client from sending that \
                header\(name == "range" ? " (whole objects in place of parts: a higher multipart threshold, one part)" : ""). Key and secret are not in question.
                """
        }
        return nil
    }

    // MARK: Of one connection

    /// A header of one connection that a caller adds by itself: who signs all headers signs it, and the next one who holds a connection
    /// writes it anew (RFC 9110, 7.6.1).
    var hopByHop: String? {
        let lower = text.prefix(32_768).lowercased()
        let isAdded = [
            "extra_headers", "extra headers", "extraheaders", "extra header", "default_headers", "headers={",
        ]
        .contains(where: lower.contains)
        guard isAdded else { return nil }
        let flat = lower.filter { !"\"' ".contains($0) }
        let names = [
            ("connection:close", "Connection"), ("connection:keep-alive", "Connection"), ("keep-alive:", "Keep-Alive"),
            ("transfer-encoding:", "Transfer-Encoding"), ("proxy-connection:", "Proxy-Connection"),
            ("te:trailers", "TE"),
            ("upgrade:", "Upgrade"),
        ]
        guard let name = names.first(where: { flat.contains($0.0) })?.1 else { return nil }
        return """
            Leave \(name) out of the headers that the call adds: it belongs to one connection, so the HTTP library or a proxy writes it anew or takes it away behind the signer, and a client that signs every header that it is given has signed \
            it. Set it in the HTTP client or the pool in place of the request, where it is needed. Key and secret are not in question.
            """
    }

    // MARK: Added

    /// Headers that only something on the way writes, with who does.
    private static let writers: [(name: String, writer: String)] = [
        ("x-amz-cf-id", "CloudFront"), ("x-amz-cf-pop", "CloudFront"),
        ("x-amzn-trace-id", "a load balancer or API Gateway of AWS's"),
        ("x-forwarded-for", "a proxy"), ("x-forwarded-proto", "a proxy"), ("x-real-ip", "a proxy"),
        ("x-envoy-expected-rq-timeout-ms", "Envoy"), ("cf-ray", "Cloudflare"),
        ("x-request-id", "an ingress or a proxy"),
    ]

    /// A header in the text that the service signed, which the one who signs did not write.
    ///
    /// In canonical form a name stands in small letters, and no blank behind its colon.
    var added: String? {
        let marks = ["StringToSign", "CanonicalRequest", "Canonical String", "String-to-Sign"]
        guard let mark = marks.lazy.compactMap({ text.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
        else {
            return nil
        }
        let signed = text[mark.upperBound...].prefix(8_000)
        let found = Self.writers.first { writer in
            signed.ranges(of: writer.name + ":").contains { range in
                let before = signed[..<range.lowerBound].last
                return before.map { $0.isWhitespace || $0 == "n" || $0 == ">" } ?? true
            }
        }
        guard let found, !view.names.contains(found.name) || view.author == .service else { return nil }
        let passed = view.names.filter { $0.hasPrefix("x-forwarded") || $0.hasPrefix("x-real-") }
        if passed.count > 1, text.prefix(32_768).lowercased().contains("litellm") {
            return """
                Switch forward_client_headers_to_llm_api off in LiteLLM (general_settings, or the model group's settings), or update it: it handed its own caller's headers (\(words(passed))) on into the request that it signs, and what stands behind it \
                writes them anew. Key, secret and clock are not in question.
                """
        }
        return """
            \(found.name) stands in what the service signed, and \(found.writer) writes it on the way: who signs did not sign it. Let the server that signs take \
            it out of the request before it passes it on (nginx: proxy_set_header \(found.name) "";), or sign it there. The keys are not in question.
            """
    }

    // MARK: Twice

    /// Headers that may stand in a message more than once.
    private static let repeatable: Set<String> = [
        "set-cookie", "cookie", "vary", "via", "link", "warning", "www-authenticate", "accept", "cache-control",
        "forwarded",
        "x-forwarded-for",
    ]

    /// A header that stands twice in one dump of a request, whatever is printed before its lines.
    var sentTwice: String? {
        var block: [String: String] = [:]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(Self.lineLimit) {
            let rest = line.drop { !$0.isLetter }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            guard name.count > 1, rest[name.endIndex...].hasPrefix(": ") || rest[name.endIndex...] == ":" else {
                // A log writes its level and time before the first line of a request.
                block = [:]
                continue
            }
            let key = name.lowercased()
            if let first = block[key], Self.isOfRequest(key, among: block) {
                let both = first == name ? shown(name) : "\(shown(first)) and \(shown(name))"
                return """
                    The request carries one header twice (\(both)): a signer writes it once, and the service joins both values, so that no signature fits. Something sets it beside the caller, under \
                    a name with other capitals: set it in one place, or leave it out of the call and let the library set it, and update the library. Key and secret are not in question.
                    """
            }
            block[key] = String(name)
        }
        return nil
    }

    private static func isOfRequest(_ name: String, among block: [String: String]) -> Bool {
        !repeatable.contains(name)
            && (block["host"] != nil || block["user-agent"] != nil || block["authorization"] != nil)
    }

    // MARK: Host

    /// A Host of the machine itself that was signed, where AWS sees its own.
    var signedLocalHost: String? {
        guard view.author != .service else { return nil }
        let lower = text.prefix(32_768).lowercased()
        guard let local = local(in: lower), let aws = awsHost(in: lower) else { return nil }
        let proof =
            lower.contains("host:\(aws)") || lower.contains("host: \(aws)")
            ? " That the call gets through with Host: \(shown(aws)) shows that key, secret and region are right." : ""
        return """
            The Host that is signed is \(shown(local)), the one the client sent, and AWS sees its own (\(shown(aws))): let the proxy write the Host before \
            it signs (in Envoy a host rewrite in the route that comes before the signing filter; in others the option for the host to sign), or let the client send Host: \
            \(shown(aws)).\(proof)
            """
    }

    private func local(in text: String) -> String? {
        for label in ["host:localhost", "host: localhost", "host:127.0.0.1", "host: 127.0.0.1"] {
            guard let found = text.firstRange(of: label) else { continue }
            let name = text[found.lowerBound...].dropFirst(5).drop { $0 == " " }.prefix {
                $0.isLetter || $0.isNumber || ".:".contains($0)
            }
            return name.trimmed(of: ".:").description
        }
        return nil
    }

    private func awsHost(in text: String) -> Substring? {
        guard let found = text.firstRange(of: ".amazonaws.com") else { return nil }
        let before = text[..<found.lowerBound].reversed().prefix { $0.isLetter || $0.isNumber || ".-".contains($0) }
        let start = text.index(found.lowerBound, offsetBy: -before.count)
        return before.isEmpty ? nil : text[start..<found.upperBound]
    }

    // MARK: Presigned

    /// A presigned URL that covers headers which its caller has to send.
    var presignedNames: String? {
        guard view.author != .service else { return nil }
        var rest = text.prefix(32_768)
        while let mark = rest.firstRange(of: "X-Amz-SignedHeaders=") {
            rest = rest[mark.upperBound...]
            let list = rest.prefix { $0.isLetter || $0.isNumber || "-_%;".contains($0) }
            let names = list.lowercased().replacing("%3b", with: ";").split(separator: ";").map(String.init)
                .filter { $0 != "host" && !$0.isEmpty }
            guard !names.isEmpty else { continue }
            if names.contains("x-amz-security-token") {
                return """
                    The URL is signed for a header x-amz-security-token (X-Amz-SignedHeaders=host;x-amz-security-token), which nobody who opens the URL sends: the session \
                    token of a presigned URL belongs into its query alone (X-Amz-Security-Token=...), with host as the only signed header. The library that presigned does it wrong in \
                    this version: update it, or go back to the version whose URLs name host alone. Key and secret are not in question.
                    """
            }
            return """
                The URL is signed for these headers besides host: \(words(names)) (X-Amz-SignedHeaders). Whoever calls it must send each of them, with the very value that was presigned; else presign without \
                them, so that X-Amz-SignedHeaders names host alone.
                """
        }
        return nil
    }
}
